"""Proves how files are opened that others may have put there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from promptport.system.flags import CREATE, LOCK, NO_LINK, READ


@pytest.mark.parametrize("flags", [READ, LOCK])
def test_nobody_waits(flags: int, tmp_path: Path) -> None:
    """A pipe without anybody at its other end is opened at once."""
    os.mkfifo(tmp_path / "pipe")
    os.close(os.open(tmp_path / "pipe", flags))


@pytest.mark.parametrize("flags", [READ, LOCK, CREATE])
def test_no_child_inherits(flags: int, tmp_path: Path) -> None:
    file = tmp_path / "file"
    if flags != CREATE:
        file.touch()
    descriptor = os.open(file, flags, 0o600)
    assert not os.get_inheritable(descriptor)
    os.close(descriptor)


@pytest.mark.parametrize("flags", [READ | NO_LINK, LOCK, CREATE])
def test_no_link_leads_elsewhere(flags: int, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with pytest.raises(OSError):  # noqa: PT011 # each system has its own
        os.open(tmp_path / "link", flags)


def test_a_file_is_made_once(tmp_path: Path) -> None:
    os.close(os.open(tmp_path / "file", CREATE, 0o600))
    with pytest.raises(FileExistsError):
        os.open(tmp_path / "file", CREATE, 0o600)
