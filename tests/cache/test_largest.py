"""Proves that a copy which is too large is neither kept nor read, which is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.cache.disk import Disk
from promptport.cache.largest import LARGEST, Largest

HERE, THERE = "a" * 40, "b" * 40


def test_told_once(caplog: pytest.LogCaptureFixture) -> None:
    """And by each place for itself."""
    for place in ("here", "there"):
        largest = Largest(place)
        assert [largest.admits(size) for size in (0, LARGEST, LARGEST + 1, LARGEST + 2, 1)] == [1, 1, 0, 0, 1]
    assert [each.message for each in caplog.records] == [
        f"a copy {place} has more than 16,000,000 bytes, and counts as none" for place in ("here", "there")
    ]


def test_on_disk(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever has put it there; another can take its place."""
    disk = Disk(tmp_path)
    disk.write(HERE, b"small")
    disk.write(HERE, bytes(LARGEST + 1))
    assert disk.read(HERE) == b"small"
    (tmp_path / THERE).touch(0o600)
    with (tmp_path / THERE).open("r+b") as file:
        file.truncate(LARGEST + 1)
    assert disk.read(THERE) is None
    disk.write(THERE, b"other")
    assert disk.read(THERE) == b"other"
    assert len(caplog.records) == 1
