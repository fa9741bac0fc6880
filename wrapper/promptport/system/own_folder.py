"""A folder that is its owner's alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from errno import ELOOP, EPERM
from pathlib import Path
from stat import S_ISDIR, S_ISLNK


def make(folder: Path, ours: Callable[[str], object]) -> None:
    """Make a folder that is the user's alone, or see to it that one is that is there.

    Args:
        folder: The folder.
        ours: Whether a name in it is one of those that we give.

    Raises:
        OSError: It can't be made, or it is none to keep anything in: a symbolic link, somebody else's, or open to others while
            it holds other things, which may be meant for them.
    """
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    for each in reversed(missing):
        with suppress(FileExistsError):  # another process was faster
            each.mkdir(0o700)
            each.chmod(0o700)  # the umask may have taken even the owner's rights
    about = folder.lstat()
    if S_ISLNK(about.st_mode):
        raise OSError(ELOOP, "it is a symbolic link; name the folder itself")
    if not S_ISDIR(about.st_mode):
        raise NotADirectoryError(None, "it is no folder")
    if not hasattr(os, "geteuid"):
        return  # on Windows a user's folder is the user's
    if about.st_uid != os.geteuid():
        raise PermissionError(EPERM, "it belongs to somebody else")
    if about.st_mode & 0o077:
        if any(not ours(each.name) for each in folder.iterdir()):
            raise PermissionError(EPERM, "it is open to others and holds other things; name a folder of its own")
        folder.chmod(about.st_mode & 0o700)
