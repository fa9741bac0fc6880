"""One folder in the place of another, whole or not at all, whenever the process is killed or a file operation fails."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path
from typing import Any

HERE = -100  # AT_FDCWD: paths are what they are
EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
LACKING = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV}
)  # what a file system says that can't do it


def replace(target: Path, fresh: Path) -> None:
    """Put a copy of `fresh` where `target` is.

    Where the system can exchange two names at once, there is no moment between. Elsewhere there are two renames, of which
    `recover` takes back the first if the second did not happen.

    Args:
        target: A folder, or a name that is free.
        fresh: What it is to be.

    Raises:
        OSError: It can't be; `target` is what it was.
    """
    recover(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    new = _beside(target, "new")
    try:
        shutil.copytree(fresh, new)
        if not target.exists():
            new.rename(target)
        elif not _exchange(new, target):
            _set_aside(target)
            new.rename(target)
            _beside(target, "old").rename(_beside(target, "gone"))
    finally:
        recover(target)


def recover(target: Path) -> None:
    """Take back what was cut off half-way, and remove what was left beside `target`."""
    old = _beside(target, "old")
    if old.exists():
        _remove(target)
        old.rename(target)
    for kind in ("new", "part", "gone"):
        _remove(_beside(target, kind))


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{kind}")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _set_aside(target: Path) -> None:
    """Bring `target` to where `recover` finds it; by copy where a folder can't be renamed, as in a layer of a container."""
    old, part = _beside(target, "old"), _beside(target, "part")
    try:
        target.rename(old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copytree(target, part)
        part.rename(old)
        shutil.rmtree(target)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where the system, or the file system, can't."""
    library: Any = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(*names, EXCHANGE)
    elif hasattr(library, "renameat2"):
        failed = library.renameat2(HERE, names[0], HERE, names[1], EXCHANGE)
    else:
        return False
    if failed and (code := ctypes.get_errno()) not in LACKING:
        raise OSError(code, os.strerror(code), str(other))
    return not failed
