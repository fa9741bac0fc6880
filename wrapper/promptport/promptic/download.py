"""Writes what was downloaded, so that there is a whole file or none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from ..errors import ArgumentError


def target_of(path: str | os.PathLike[str]) -> Path:
    """The file that is to be written.

    Raises:
        ArgumentError: It can't be one.
        OSError: It can't be looked at.
    """
    try:
        target = Path(os.fsdecode(path))
        if "\0" in str(target) or not target.name or (_there(target) and target.is_dir()):
            raise ArgumentError(f"download_artifact: `path` must be a file, not {str(target)!r:.200}.")
    except TypeError:
        raise ArgumentError(f"download_artifact: `path` must be a path, not {type(path).__name__}.") from None
    except UnicodeEncodeError:
        raise ArgumentError(
            "download_artifact: `path` holds half of a surrogate pair, which no file's name has."
        ) from None
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        raise ArgumentError(f"download_artifact: `path` is too long for a file: {str(target)!r:.200}.") from None
    return target


def _there(target: Path) -> bool:
    """Whether something stands there. Unlike `is_dir`, which differs by Python, it always tells why it can't be said."""
    try:
        target.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


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
