"""Proves that an agent's files on the local PromptRails are listed, read and written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promptport_local.promptrails.backend import Backend

from ..conftest import Clock
from .rails import refused

AGENT = "agent-id"


def test_a_file_is_written_read_and_appended_to(rails: Backend, clock: Clock) -> None:
    made = rails.files.write(AGENT, "memory/a/b.json", "Grüße\n")
    assert (made["path"], made["parent_path"], made["name"]) == ("/memory/a/b.json", "/memory/a", "b.json")
    assert (made["size_bytes"], made["mime_type"], made["last_writer_kind"]) == (8, "application/json", "user")
    assert [rails.files.stat(AGENT, each)["is_dir"] for each in ("/memory", "/memory/a")] == [True, True]
    clock.forward(hours=1)
    for _ in range(2):
        grown = rails.files.write(AGENT, "/memory/a/b.json", "x", "append")
    assert (grown["id"], grown["created_at"], grown["mime_type"]) == (made["id"], made["created_at"], made["mime_type"])
    assert (grown["content"], grown["size_bytes"]) == ("Grüße\nxx", 10)
    assert grown["updated_at"] > made["updated_at"]
    anew = rails.files.write(AGENT, "/memory/a/b.json", "y", mime_type="text/x")
    assert (anew["id"], anew["content"], anew["mime_type"]) == (made["id"], "y", "text/x")
    assert rails.files.write(AGENT, "/log", "1", "append")["content"] == "1"
    assert rails.files.write(AGENT, "/log", "2", "append")["mime_type"] == "text/plain"
    assert rails.files.usage(AGENT) == {"bytes_used": 23 + 1 + 2}


def test_the_lines_of_a_file(rails: Backend) -> None:
    rails.files.write(AGENT, "f", "a\nb\nc\n")
    for given, content, truncated in (
        ((0, None), "a\nb\nc\n", False),
        ((0, 0), "a\nb\nc\n", False),
        ((1, 2), "b\nc", True),
        ((2, None), "c\n", True),
        ((9, 1), "", True),
        ((-1, 1), "a", True),
    ):
        read = rails.files.read(AGENT, "/f", *given)
        assert (read["content"], read["truncated"], read["total_lines"]) == (content, truncated, 4), given
    assert read["file"]["path"] == "/f"


def test_a_directory_is_listed(rails: Backend) -> None:
    for path in ("/notes/a/b", "/notes/a/c", "/notes/z", "/notesx"):
        rails.files.write(AGENT, path, "text")

    def paths(*given: object, **more: object) -> list[str]:
        return [each["path"] for each in rails.files.list(AGENT, *given, **more)["items"]]  # type: ignore[arg-type]

    assert paths() == paths("") == paths("/") == ["/notes", "/notesx"]
    assert paths("notes") == ["/notes/a", "/notes/today.md", "/notes/z"]
    assert paths("/notes", True) == ["/notes/a", "/notes/a/b", "/notes/a/c", "/notes/today.md", "/notes/z"]
    page = rails.files.list(AGENT, "/notes", True, 1, 2)
    assert ([each["path"] for each in page["items"]], page["total"], page["path"]) == (
        ["/notes/a/b", "/notes/a/c"],
        5,
        "/notes",
    )
    assert paths("/notes", offset=-3, limit=0) == paths("/notes")
    assert all("content" not in each for each in page["items"])
    rails.files.mkdir(AGENT, "/empty")
    assert paths("/empty") == []


def test_directories_are_made_with_what_leads_to_them(rails: Backend) -> None:
    made = rails.files.mkdir(AGENT, "a/b")
    assert rails.files.mkdir(AGENT, "/a/b/") == made == rails.files.stat(AGENT, "/a/b")
    assert (made["is_dir"], made["size_bytes"], made["mime_type"]) == (True, 0, "")


def test_what_can_not_be_done(rails: Backend) -> None:
    files = rails.files
    refusals: list[Callable[[], object]] = [
        lambda: files.read(AGENT, "/notes"),
        lambda: files.list(AGENT, "/notes/today.md"),
        lambda: files.write(AGENT, "/notes", "x"),
        lambda: files.write(AGENT, "/", "x"),
        lambda: files.write(AGENT, "/notes/today.md/below", "x"),
        lambda: files.write(AGENT, "/x", "x", "prepend"),
        lambda: files.mkdir(AGENT, "/notes/today.md"),
        lambda: files.mkdir(AGENT, "/notes/today.md/below"),
        lambda: files.mkdir(AGENT, "/"),
        lambda: files.stat(AGENT, ""),
    ]
    for act in refusals:
        with refused(400, "bad_request"):
            act()
    for act in (
        lambda: files.read(AGENT, "/nothing"),
        lambda: files.stat(AGENT, "/"),
        lambda: files.list(AGENT, "/nothing"),
    ):
        with refused(404, "not_found"):
            act()
    assert rails.files.usage(AGENT) == {"bytes_used": 23}


@pytest.mark.parametrize("act", ["list", "usage", "stat", "write", "mkdir"])
def test_an_agent_that_is_unknown_has_no_files(rails: Backend, act: str) -> None:
    given = {"stat": ["/x"], "write": ["/x", "x"], "mkdir": ["/x"]}.get(act, [])
    with refused(404, "not_found"):
        getattr(rails.files, act)("invalid-id", *given)


def test_files_are_their_agent_s_and_go_with_it(rails: Backend) -> None:
    other = rails.records.create("agents", {"name": "Other", "type": "agent"})["id"]
    rails.files.write(other, "/notes/today.md", "mine")
    assert rails.files.read(AGENT, "/notes/today.md")["content"] == "The refund took 3 days."
    rails.records.delete("agents", AGENT)
    assert {each["agent_id"] for each in rails.records.all("agent_files")} == {other}


def test_files_are_seeded_with_what_leads_to_them(rails: Backend) -> None:
    rails.seed({"agent_files": [{"agent_id": AGENT, "path": "deep/er/f.txt", "content": "é"}]})
    assert rails.files.stat(AGENT, "/deep/er/f.txt")["size_bytes"] == 2
    assert rails.files.stat(AGENT, "/deep")["is_dir"]
    rails.seed({"agent_files": [{"id": "mine", "agent_id": AGENT, "path": "/deep/er/f.txt", "content": "x"}]})
    assert [each["id"] for each in rails.records.all("agent_files", path="/deep/er/f.txt")] == ["mine"]
