"""Proves that a file is written as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.promptic.download import target_of, write


def test_a_target_is_a_file(tmp_path: Path) -> None:
    given: Any = bytes(tmp_path / "a")  # as files may be named on some systems
    assert target_of(given) == tmp_path / "a"
    with pytest.raises(ArgumentError, match="must be a file"):
        target_of(tmp_path)
    with pytest.raises(ArgumentError, match="too long"):
        target_of(tmp_path / ("x" * 10_000))
    with pytest.raises(ArgumentError, match="surrogate"):
        target_of(tmp_path / "\ud800")
    (tmp_path / "file").touch()
    assert target_of(tmp_path / "file" / "below") == tmp_path / "file" / "below"  # writing it tells


def test_an_interrupt_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there before stays."""

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "file.bin"
    write(target, b"before")
    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(target, b"after")
    assert target.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["file.bin"]  # noqa: PTH208 # names are enough


def test_nobody_sees_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is whole, it has another name; a file that others may read is one that others may read."""
    target = tmp_path / "file.bin"
    seen: list[bool] = []
    monkeypatch.setattr("os.fsync", lambda handle: seen.append(target.exists()))
    before = os.umask(0o022)
    try:
        write(target, b"x" * 100)
    finally:
        os.umask(before)
    assert seen == [False]
    assert target.stat().st_mode & 0o777 == 0o644
