"""Proves where spools lie, and that nobody else's folder, and none that is open to others, is taken for one."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from promptport.outbox.place import SWITCH, VARIABLE, Place, root_of

from ..system.homes import homeless


def test_the_folder_of_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert (root_of(True), root_of(False), root_of("/a/b")) == (tmp_path, None, Path("/a/b"))
    monkeypatch.setenv(SWITCH, "memory")
    assert (root_of(True), root_of("/a/b")) == (None, None)
    monkeypatch.delenv(SWITCH)
    homeless(monkeypatch)
    assert root_of(True) is None
    assert [each.levelname for each in caplog.records] == ["WARNING"]
    monkeypatch.setenv("HOME", str(tmp_path))
    assert root_of(True) == tmp_path / ".local" / "state" / "promptport" / "outbox"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in which a process works can't be taken away")
def test_a_relative_one_where_the_folder_of_the_process_is_gone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setenv(VARIABLE, "here")
    assert (root_of(True), root_of("here")) == (None, None)
    assert [each.levelname for each in caplog.records] == ["WARNING"] * 2


def test_a_home_within_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As a file for containers has it, where no shell looks at it: else each working folder would have a folder of that name."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "~/box")
    assert (root_of(True), root_of("~/other")) == (tmp_path / "box", tmp_path / "other")
    assert root_of("~nobody-of-this-name/box") is None
    assert [each.levelname for each in caplog.records] == ["WARNING"]


def test_it_and_its_root_are_their_owners_alone(tmp_path: Path) -> None:
    root = tmp_path / "root"
    place = Place(root / ("a" * 32), root)
    with pytest.raises(FileNotFoundError):
        place.check()
    place.make()
    place.check()
    assert [stat.S_IMODE(each.stat().st_mode) for each in (root, place.folder)] == [0o700, 0o700]
    root.chmod(0o755)
    place.check()  # there is nothing in it but ours
    (root / "theirs").touch()
    root.chmod(0o755)
    with pytest.raises(PermissionError, match="holds other things"):
        place.make()
    root.rename(tmp_path / "elsewhere")
    root.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic link"):
        place.check()
