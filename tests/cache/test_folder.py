"""Proves which folders copies are kept in: one that is the user's alone, or that can be made so without harm."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from promptport.cache.folder import leave, make

HERE = "a" * 40


def mode(path: Path) -> int:
    """Who may do what."""
    return stat.S_IMODE(path.lstat().st_mode)


def test_a_folder_is_made_private(tmp_path: Path) -> None:
    """It and those above it that had to be made are 0700; one that holds copies alone is made so."""
    make(tmp_path / "new" / "cache")
    assert (mode(tmp_path / "new"), mode(tmp_path / "new" / "cache")) == (0o700, 0o700)
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "open" / HERE).touch()
    make(tmp_path / "open")
    assert mode(tmp_path / "open") == 0o700


def test_a_folder_for_others_is_refused(tmp_path: Path) -> None:
    """What holds other things and is open to others stays as it is, and a symbolic link is none."""
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    (tmp_path / "open" / "readme").touch()
    (tmp_path / "link").symlink_to(tmp_path / "open")
    for name in ("open", "link"):
        with pytest.raises(OSError, match=r"holds other things|symbolic link"):
            make(tmp_path / name)
    assert mode(tmp_path / "open") == 0o755


def test_what_is_not_there_can_be_left(tmp_path: Path) -> None:
    (tmp_path / HERE).touch()
    leave(tmp_path / HERE)
    leave(tmp_path / HERE)
    assert not (tmp_path / HERE).exists()
