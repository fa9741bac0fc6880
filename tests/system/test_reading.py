"""Proves that reading a file ends, whatever stands in its place, and which files are not believed."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from promptport.system.reading import exposed, is_own, read_regular


def test_a_regular_file(tmp_path: Path) -> None:
    """It is read whole, up to its bound."""
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    assert read_regular(file, 5)[0] == b"12345"
    with pytest.raises(OSError, match="more than 4 bytes"):
        read_regular(file, 4)


def test_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a pipe, a socket, a device without an end and a link that leads back to itself: none holds up anybody."""
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("folder").mkdir()
    Path("loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        for name in ("pipe", "folder", "loop", "socket", "/dev/zero", "nothing", "a\0b"):
            with pytest.raises(OSError):  # noqa: PT011 # each has words of its own
                read_regular(name, 100)


def test_private_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that others may write, that is a link, or that is somebody else's is refused; one that others may read is not."""
    file = tmp_path / "file"
    file.write_bytes(b"1")
    (tmp_path / "link").symlink_to(file)
    file.chmod(0o644)
    assert read_regular(file, 5, private=True)[0] == b"1"
    with pytest.raises(OSError, match="symbolic link"):
        read_regular(tmp_path / "link", 5, private=True)
    for mode in (0o620, 0o602, 0o666):
        file.chmod(mode)
        with pytest.raises(OSError, match="others may write"):
            read_regular(file, 5, private=True)
    file.chmod(0o600)
    me, owner = os.geteuid(), file.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    if owner:  # what is root's is the system's
        with pytest.raises(OSError, match="somebody else"):
            read_regular(file, 5, private=True)


def test_whose_a_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's and the system's are believed, and all of them on Windows."""
    about = os.stat_result([0o100600, 0, 0, 1, 1000, 0, 0, 0, 0, 0])
    for me, mine in ((1000, True), (1001, False), (0, False)):
        monkeypatch.setattr(os, "geteuid", lambda me=me: me)
        assert is_own(about) is mine
        assert bool(exposed(about)) is not mine
    monkeypatch.delattr(os, "geteuid")
    assert is_own(about)
    assert not exposed(about)
