"""Proves that a lock of an open file keeps others away, and says so where a file system has none."""

from __future__ import annotations

import errno
import fcntl
import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from promptport.system import descriptors


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """One file, opened twice: to the system these are strangers."""
    found = [os.open(tmp_path / "file", os.O_RDWR | os.O_CREAT) for _ in range(2)]
    yield found[0], found[1]
    for each in found:
        os.close(each)


def test_one_has_it(opened: tuple[int, int]) -> None:
    one, other = opened
    assert descriptors.lock(one)
    assert not descriptors.lock(other)
    assert not descriptors.lock(other, shared=True)
    fcntl.flock(one, fcntl.LOCK_UN)
    assert descriptors.lock(other)


def test_many_share_it(opened: tuple[int, int]) -> None:
    one, other = opened
    assert descriptors.lock(one, shared=True)
    assert descriptors.lock(other, shared=True)
    assert not descriptors.lock(one)


def test_no_locks_at_all(opened: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OSError, match="No locks available"):
        descriptors.lock(opened[0])


def test_without_fcntl(opened: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: the library's locks, of which none can be shared."""
    import filelock  # noqa: F401 # it looks for `fcntl` itself

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.delitem(sys.modules, "promptport.system.descriptors")
    apart = importlib.import_module("promptport.system.descriptors")
    monkeypatch.setattr("promptport.system.descriptors", descriptors)
    one, other = opened
    assert apart.lock(one, shared=True)
    assert not apart.lock(other, shared=True)
