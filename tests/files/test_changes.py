"""Proves that versions are written beside the others and never over them, and that labels move."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from promptport.errors import ArgumentError, CallError, NotFound, NotSupported
from promptport.files import Folder
from promptport.files.changes import Changes
from promptport.files.listing import File
from promptport.platform import NewVersion, Query, Variable


def version(text: str, name: str = "mail/welcome", **more: object) -> NewVersion:
    """A version of one message."""
    return NewVersion(name, [{"role": "user", "content": text}], **more)  # type: ignore[arg-type]


def listed(folder: Path) -> list[str]:
    """The names of the files of a folder."""
    return sorted(each.name for each in folder.iterdir())


def labels(folder: Folder, name: str = "mail/welcome") -> dict[int, tuple[str, ...]]:
    """The labels of all versions."""
    return {number: each.labels for number, each in folder.versions(name).items()}


def test_versions_are_written(tmp_path: Path) -> None:
    """The next number, or the one that is said; what looks like a part is text."""
    folder = Folder(tmp_path)
    changes = Changes(folder)
    assert (
        changes.create(version("Hi {a} {{> x}}", syntax="braces", variables=[Variable("a")], labels=["production"]))
        == 1
    )
    assert changes.create(version("2", labels=["production", "new"])) == 2
    assert changes.create(version("7", version="7")) == 7
    assert listed(tmp_path / "mail") == ["welcome@1.md", "welcome@2.md", "welcome@7.md"]
    assert (
        tmp_path / "mail" / "welcome@1.md"
    ).read_text() == "+++\n\n[variables]\na = {}\n+++\n--- user\nHi {{a}} \\{{> x}}\n"
    assert labels(folder) == {1: (), 2: ("production", "new"), 7: ()}
    assert folder.find(Query("mail/welcome"))[0] == 2


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "welcome.md").write_text("mine")
    changes = Changes(Folder(tmp_path))
    with pytest.raises(ArgumentError, match="has a version 1 already"):
        changes.create(version("other", "welcome", version=1))
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: Changes(Folder(tmp_path)).create(version("x", "welcome")), range(8)))
    assert sorted(made) == list(range(2, 10))
    assert (tmp_path / "welcome.md").read_text() == "mine"


def test_a_file_that_comes_while_a_number_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps its number, and the new version takes the next one."""
    look = Folder.files
    asked: list[Query] = []

    def files(folder: Folder, query: Query) -> list[File]:
        asked.append(query)
        if len(asked) == 1:
            (tmp_path / "a@1.md").write_text("another's")
            raise NotFound("not yet")
        return look(folder, query)

    monkeypatch.setattr(Folder, "files", files)
    assert Changes(Folder(tmp_path)).create(version("x", "a")) == 2
    assert (tmp_path / "a@1.md").read_text() == "another's"


@pytest.mark.parametrize("name", ["../out", "/etc/x", "a@1", "", "a\\b", "link/x"])
def test_nothing_is_written_elsewhere(tmp_path: Path, name: str) -> None:
    """Neither by a name nor by a link."""
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")
    with pytest.raises((ArgumentError, CallError)):
        Changes(Folder(tmp_path / "in")).create(version("x", name))
    assert [*(tmp_path / "out").iterdir()] == []
    assert [each.name for each in (tmp_path / "in").iterdir()] == ["link"]


def test_labels_move(tmp_path: Path) -> None:
    """The file keeps its comments and its mode; no other file is left."""
    (tmp_path / "a.md").write_text("+++\n# mine\nlabels = ['x', 'production']\n+++\nHi")
    (tmp_path / "a@2.md").write_text("Ho")
    (tmp_path / "a@2.md").chmod(0o640)
    folder = Folder(tmp_path)
    changes = Changes(folder)
    changes.label(Query("a", 2), "production")
    assert labels(folder, "a") == {1: ("x",), 2: ("production",)}
    assert (tmp_path / "a.md").read_text() == '+++\n# mine\nlabel = "x"\n+++\nHi'
    assert (tmp_path / "a@2.md").stat().st_mode & 0o777 == 0o640
    changes.label(Query("a", "2"), "production")
    assert listed(tmp_path) == ["a.md", "a@2.md"]
    with pytest.raises(NotSupported, match="finds the version of the highest number"):
        changes.label(Query("a", 2), "latest")
    with pytest.raises(NotFound, match="has no version 3: there are 1, 2"):
        changes.label(Query("a", 3), "x")
    for query, label in ((Query("a"), "x"), (Query("a", 1), "")):
        with pytest.raises(ArgumentError, match="name its number"):
            changes.label(query, label)


def test_prompts_and_versions_are_deleted(tmp_path: Path) -> None:
    for name in ("a.md", "a@2.md", "a@3.md", "b.md"):
        (tmp_path / name).write_text("Hi")
    folder = Folder(tmp_path)
    changes = Changes(folder)
    changes.delete(Query("a", 2))
    assert listed(tmp_path) == ["a.md", "a@3.md", "b.md"]
    changes.delete(Query("a"))
    assert folder.names() == ["b"]
    with pytest.raises(NotFound):
        changes.delete(Query("a"))


def test_what_a_file_can_not_say(tmp_path: Path) -> None:
    with pytest.raises(NotSupported, match="welcome: Message 1: 'x y' can't be the name"):
        Changes(Folder(tmp_path)).create(version("{x y}", "welcome", syntax="braces", variables=[Variable("x y")]))
    assert [*tmp_path.iterdir()] == []


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left of a file that could not be written; a label is changed whole, or not at all."""
    (tmp_path / "a.md").write_text("Hi")
    changes = Changes(Folder(tmp_path))
    monkeypatch.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(CallError, match="a can't be labelled: No space left"):
        changes.label(Query("a", 1), "x")
    assert (listed(tmp_path), (tmp_path / "a.md").read_text()) == (["a.md"], "Hi")
    (tmp_path / "file").write_text("")
    with pytest.raises(CallError, match="file/b can't be written"):
        changes.create(version("x", "file/b"))
