"""Proves that a file is replaced as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.errors import CallError
from promptport.files.saving import save


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """Its mode and a link to it stay; nothing else is left in the folder."""
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("before")
    file.chmod(0o600)
    link.symlink_to(file)
    save(link, b"after", b"before")
    assert (file.read_text(), file.stat().st_mode & 0o777, link.is_symlink()) == ("after", 0o600, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_what_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("another's")
    with pytest.raises(CallError, match="was changed meanwhile"):
        save(file, b"after", b"before")
    assert file.read_text() == "another's"
    assert [*tmp_path.iterdir()] == [file]
