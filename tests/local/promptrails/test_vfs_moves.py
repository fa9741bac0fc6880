"""Proves that an agent's files on the local PromptRails are moved, copied and deleted, with all that lies below them."""

from __future__ import annotations

import pytest

from promptport_local.promptrails.backend import Backend

from .rails import refused

AGENT = "agent-id"


@pytest.fixture
def paths(rails: Backend) -> dict[str, str]:
    """A tree, by its paths the ids of its entries."""
    for path in ("/a/b/one", "/a/two", "/target"):
        rails.files.write(AGENT, path, path)
    return held(rails)


def held(rails: Backend) -> dict[str, str]:
    return {each["path"]: each["id"] for each in rails.files.list(AGENT, recursive=True)["items"]}


def test_a_directory_moves_with_all_that_lies_below(rails: Backend, paths: dict[str, str]) -> None:
    rails.file_moves.move(AGENT, "/a", "/new/place")
    now = held(rails)
    assert {path: now[f"/new/place{path.removeprefix('/a')}"] for path in paths if path.startswith("/a")} == {
        path: ident for path, ident in paths.items() if path.startswith("/a")
    }
    assert "/a" not in now
    assert rails.files.read(AGENT, "/new/place/b/one")["content"] == "/a/b/one"
    assert rails.files.stat(AGENT, "/new/place/b/one")["parent_path"] == "/new/place/b"


def test_a_copy_has_ids_of_its_own(rails: Backend, paths: dict[str, str]) -> None:
    rails.file_moves.copy(AGENT, "a", "again/a")
    now = held(rails)
    assert set(now) - set(paths) == {"/again", "/again/a", "/again/a/b", "/again/a/b/one", "/again/a/two"}
    assert len(set(now.values())) == len(now)
    assert rails.files.read(AGENT, "/again/a/two")["content"] == "/a/two"


@pytest.mark.parametrize("act", ["move", "copy"])
def test_a_file_takes_the_place_of_another(rails: Backend, paths: dict[str, str], act: str) -> None:
    getattr(rails.file_moves, act)(AGENT, "/a/two", "/target")
    assert rails.files.read(AGENT, "/target")["content"] == "/a/two"
    assert held(rails)["/target"] != paths["/target"]
    assert ("/a/two" in held(rails)) == (act == "copy")


def test_what_can_not_be_moved(rails: Backend, paths: dict[str, str]) -> None:
    for source, target, status, code in (
        ("/a", "/a/b/c", 400, "bad_request"),
        ("/a/two", "/a/two", 400, "bad_request"),
        ("/a/two", "/a/b", 400, "bad_request"),
        ("/a", "/target", 400, "bad_request"),
        ("/a/two", "/target/x", 400, "bad_request"),
        ("/", "/x", 400, "bad_request"),
        ("/a", "/", 400, "bad_request"),
        ("/a", "..", 400, "bad_request"),
        ("/a", "/".join("x" * 15), 400, "bad_request"),  # what lies below would lie too deep
        ("/nothing", "/x", 404, "not_found"),
    ):
        for act in (rails.file_moves.move, rails.file_moves.copy):
            with refused(status, code):
                act(AGENT, source, target)
            assert held(rails) == paths, (source, target)


def test_what_is_deleted(rails: Backend, paths: dict[str, str]) -> None:
    for path in ("/a", "/a/b"):  # of which the latter holds one thing alone
        with refused(400, "bad_request"):
            rails.file_moves.delete(AGENT, path)
    with refused(400, "bad_request"):
        rails.file_moves.delete(AGENT, "/", True)
    with refused(404, "not_found"):
        rails.file_moves.delete("invalid-id", "/a")
    assert held(rails) == paths
    for path, recursive, count in (("/nothing", True, 0), ("/a/two", False, 1), ("/a", True, 3), ("/a", True, 0)):
        assert rails.file_moves.delete(AGENT, path, recursive) == {"deleted": count}
    rails.files.mkdir(AGENT, "/empty")
    assert rails.file_moves.delete(AGENT, "/empty") == {"deleted": 1}
