"""Proves which folders things are kept in that others have no business with."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from promptport.system import own_folder


def ours(name: str) -> bool:
    return name.startswith("ours")


def elsewhere(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir(0o700)
    folder.symlink_to(folder.parent / "elsewhere")


def open_and_used(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "theirs").touch()


def test_it_is_made_private_where_that_harms_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "folder"
    own_folder.make(folder, ours)
    folder.chmod(0o777)
    (folder / "ours 1").touch()
    own_folder.make(folder, ours)
    assert {stat.S_IMODE(each.stat().st_mode) for each in (folder, folder.parent)} == {0o700}


@pytest.mark.parametrize("spoil", [elsewhere, open_and_used, Path.touch])
def test_any_other_is_refused(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(tmp_path / "folder")
    with pytest.raises(OSError, match=r"symbolic link|holds other things|no folder"):
        own_folder.make(tmp_path / "folder", ours)


def test_somebody_elses_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1_234_567)
    with pytest.raises(PermissionError, match="somebody else"):
        own_folder.make(tmp_path, ours)
