"""Proves that each start of a server leaves a file of its own, that goes when it is of no use, and is refused to nobody."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from promptport_local import Server, identity
from promptport_local.identity import Identity


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the files, for this test alone."""
    monkeypatch.setattr(identity, "folder", lambda: tmp_path / "local")
    return tmp_path / "local"


def test_each_start_is_another(folder: Path) -> None:
    """The folder is the user's alone, and the file of a port is the last server's."""
    said = []
    for _ in range(2):
        one = Identity(8888)
        said.append((folder / "8888").read_text())
        one.end()
        one.end()
    assert len(set(said)) == 2
    assert all(len(each) == 16 for each in said)
    assert [each.name for each in folder.iterdir()] == ["8888"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "8888").stat().st_mode) == 0o600


def test_two_servers_at_one_port(folder: Path) -> None:
    """On two addresses; the last one counts, and the end of the first takes nothing from it."""
    one = Identity(8888)
    other = Identity(8888)
    said = (folder / "8888").read_text()
    one.end()
    assert (folder / "8888").read_text() == said
    assert identity._held(str(folder / "8888"))
    other.end()
    assert not identity._held(str(folder / "8888"))


def test_another_server_that_begins_at_the_same_moment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is not held by who was overtaken: it would seem to run for ever."""

    def overtaken(self: Path, target: Path, rename: Callable[..., Path] = Path.rename) -> Path:
        found = rename(self, target)
        target.write_text("f" * 16)
        return found

    monkeypatch.setattr(Path, "replace", overtaken)
    one = Identity(8888)
    assert not identity._held(str(folder / "8888"))
    one.end()


def test_what_is_of_no_use_goes(folder: Path) -> None:
    """Files of servers that ended long ago, however they ended; never that of one that runs."""
    running, ended, late = Identity(1), Identity(2), Identity(3)
    ended.end()
    late.end()
    for each in ("1", "2"):
        os.utime(folder / each, (1, 1))
    (folder / "new-torn").write_text("x")
    os.utime(folder / "new-torn", (1, 1))
    Identity(4).end()
    assert {each.name for each in folder.iterdir()} == {"1", "3", "4"}
    running.end()


def test_the_end_begins_the_time_that_copies_are_good_for(folder: Path) -> None:
    one = Identity(1)
    os.utime(folder / "1", (1, 1))
    one.end()
    assert (folder / "1").stat().st_mtime > 1


@pytest.mark.parametrize("what", ["file", "link", "others"])
def test_a_folder_that_is_not_ours(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The server starts all the same, and says what follows and what to do."""
    place = tmp_path / "local"
    monkeypatch.setattr(identity, "folder", lambda: place)
    if what == "file":
        place.write_text("")
    elif what == "link":
        (tmp_path / "elsewhere").mkdir()
        place.symlink_to(tmp_path / "elsewhere")
    else:
        place.mkdir()
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with caplog.at_level(logging.WARNING, "promptport_local"), Server() as server:
        assert server.port
    (line,) = [each.getMessage() for each in caplog.records]
    reason = "it belongs to somebody else" if what == "others" else "it is no folder"
    assert line == (
        f"{place} can't be used ({reason}), so copies that clients keep of this local platform may outlive it: clear them by "
        "`promptport cache clear`, or build clients with disk=False."
    )


def test_an_open_folder_is_closed(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    Identity(1).end()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
