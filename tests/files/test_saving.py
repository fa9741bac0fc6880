"""Proves that a file is replaced as a whole or not at all."""

from __future__ import annotations

import errno
import resource
from pathlib import Path

import pytest

from promptport import Client
from promptport.errors import CallError
from promptport.files.saving import create, save


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """Its mode and a link to it stay; nothing else is left in the folder."""
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("before")
    file.chmod(0o600)
    link.symlink_to(file)
    save(link, b"after", b"before")
    assert (file.read_text(), file.stat().st_mode & 0o777, link.is_symlink()) == ("after", 0o600, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_a_new_file_is_made(tmp_path: Path) -> None:
    """With the mode that any file gets."""
    file, other = tmp_path / "a.md", tmp_path / "b.md"
    other.touch()
    save(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode) == (b"new", other.stat().st_mode)


def test_what_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("another's")
    with pytest.raises(CallError, match="was changed meanwhile"):
        save(file, b"after", b"before")
    assert file.read_text() == "another's"
    assert [*tmp_path.iterdir()] == [file]


def test_a_file_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a whole, also where a file system has no links, and never over another."""
    create(tmp_path / "a.md", b"one")
    with pytest.raises(FileExistsError):
        create(tmp_path / "a.md", b"two")
    monkeypatch.setattr("os.link", refused)
    create(tmp_path / "b.md", b"two")
    with pytest.raises(FileExistsError):
        create(tmp_path / "b.md", b"three")
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"a.md": "one", "b.md": "two"}


def refused(*arguments: object) -> None:
    """A file system without links."""
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    """Nor an empty one, which would be a version: what is short goes to the disk when it is closed."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            create(tmp_path / "a.md", b"too much")
        with (
            Client(f"files:{tmp_path}") as client,
            pytest.raises(CallError, match="b can't be written: File too large"),
        ):
            client.create_version("b", "Hi, all of you.")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [*tmp_path.iterdir()] == []
