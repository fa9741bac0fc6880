"""Proves by which names files are found, and that one which is away for a moment is waited for."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from promptport import CallError, NotFound
from promptport.files import Folder, listing
from promptport.files.listing import File, Listing
from promptport.platform import Query


def test_composed_and_decomposed_names_are_one(tmp_path: Path) -> None:
    """Whichever way a file system or a keyboard writes an accent, of folders, too."""
    split, whole = (unicodedata.normalize(form, "\u00e9t\u00e9") for form in ("NFD", "NFC"))
    (tmp_path / split).mkdir()
    (tmp_path / split / f"{split}.md").write_text("Summer.")
    folder = Folder(tmp_path)

    assert folder.names() == [each.name for each in folder.prompts()] == [f"{whole}/{whole}"]
    for name in (f"{split}/{split}", f"{whole}/{whole}", f"{split}/{whole}"):
        assert folder.find(Query(name))[0] == 1
    (tmp_path / split / f"{whole}.md").write_text("Again.")
    assert [each.text[:24] for each in folder.check()] == ["This is version 1 of \u00e9t\u00e9"]


def test_names_that_differ_in_case_alone(tmp_path: Path) -> None:
    """They are one file where case does not count: a problem for those who check, and for nobody who asks."""
    for name in ("welcome", "Welcome", "other"):
        (tmp_path / f"{name}.md").write_text(name)
    folder = Folder(tmp_path)
    assert [(each.file, each.text[:41]) for each in folder.check()] == [
        (str(tmp_path / "welcome.md"), "welcome and Welcome differ in case alone:")
    ]
    assert folder.find(Query("welcome"))[1].messages[0]["content"] == "welcome"


def test_a_single_file(tmp_path: Path) -> None:
    """Its name says what it is; what is no prompt file is none."""
    found = Listing(tmp_path, print)
    assert found.file(tmp_path / "mail" / "bye@2.md") == File("mail/bye", 2, tmp_path / "mail" / "bye@2.md")
    assert [found.file(tmp_path / each) for each in ("README.md", "a.txt", ".a.md")] == [None] * 3


def test_look_alikes(tmp_path: Path) -> None:
    """The same version under another spelling of its name, and names that differ in case alone."""
    names = ["cafe\u0301.md", "caf\u00e9.md", "caf\u00e9@2.md", "CAF\u00c9.md", "tea.md"]
    for each in names:
        (tmp_path / each).write_text("Hi.")
    found = Listing(tmp_path, print)
    file = found.file(tmp_path / names[0])
    assert file is not None
    assert sorted(each.path.name for each in found.look_alikes(file)) == sorted([names[1], names[3]])


@pytest.mark.parametrize("away", ["file", "folder"])
def test_what_is_away_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, away: str) -> None:
    """Version 1 must not answer because the file of version 2 is just being renamed; a folder likewise."""
    inside = tmp_path / "prompts"
    inside.mkdir()
    for name in ("p.md", "p@2.md"):
        (inside / name).write_text(name)
    folder = Folder(inside)
    assert folder.find(Query("p"))[0] == 2
    moved = inside / "p@2.md" if away == "file" else inside
    looked, back = Event(), Event()

    def sleep(seconds: float) -> None:
        looked.set()
        assert back.wait(30)

    monkeypatch.setattr(listing, "sleep", sleep)
    moved.rename(tmp_path / "elsewhere")
    found: list[int] = []
    asking = Thread(target=lambda: found.append(folder.find(Query("p"))[0]))
    asking.start()
    assert looked.wait(30)
    (tmp_path / "elsewhere").rename(moved)
    back.set()
    asking.join()
    assert found == [2]


def test_what_is_taken_away_is_gone_after_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked for a bounded number of times, once."""
    pauses: list[float] = []
    monkeypatch.setattr(listing, "sleep", pauses.append)
    (tmp_path / "p.md").write_text("Hi.")
    folder = Folder(tmp_path)
    folder.find(Query("p"))
    (tmp_path / "p.md").unlink()
    for _ in range(2):
        with pytest.raises(NotFound):
            folder.find(Query("p"))
    assert pauses == [0.005] * 50


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as `lost+found` of a mounted file system: the others are listed and found, and `check` tells of it."""
    (tmp_path / "welcome.md").write_text("Hi")
    closed = tmp_path / "lost+found"
    closed.mkdir()
    scandir, access = os.scandir, os.access

    def scanned(path: Path) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scanned)  # who runs tests may be allowed everything
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed and access(path, mode))
    folder = Folder(tmp_path)
    assert folder.names() == ["welcome"]
    assert [Path(each.file).name for each in folder.check()] == ["lost+found"]
    with pytest.raises(NotFound, match=r"Did you mean welcome\?"):
        folder.find(Query("welcom"))
    with pytest.raises(CallError, match="Permission denied"):
        folder.find(Query("lost+found/b"))
