"""Writes what was downloaded, so that there is a whole file or none."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import ArgumentError


def target_of(path: str | os.PathLike[str]) -> Path:
    """The file that is to be written.

    Raises:
        ArgumentError: It can't be one.
    """
    try:
        target = Path(os.fsdecode(path))
        if "\0" in str(target) or not target.name or target.is_dir():
            raise ArgumentError(f"download_artifact: `path` must be a file, not {str(target)!r:.200}.")
    except TypeError:
        raise ArgumentError(f"download_artifact: `path` must be a path, not {type(path).__name__}.") from None
    return target


def write(target: Path, content: bytes) -> None:
    """Write a file beside its place, and put it there when it is whole. Folders above it are made.

    Raises:
        OSError: It can't be written; nothing of it is left then.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.parent / f".{os.urandom(8).hex()}.part"
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
