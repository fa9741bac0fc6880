"""A folder that is its owner's alone, and locks in it that several processes see."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from errno import ELOOP, EPERM
from pathlib import Path
from stat import S_ISDIR, S_ISLNK
from time import time

from ..concurrency.fork import register_at_fork

OURS = re.compile(
    r"[0-9a-f]{40}(\.lock|\.[0-9a-f]{16}\.new)?"
)  # an envelope, a lock, an envelope that is being written
GRACE = 1.0  # seconds after which a lock that is overdue counts for nothing


def make(folder: Path) -> None:
    """Make a folder that is the user's alone, or see to it that one is that is there.

    Raises:
        OSError: It can't be made, or it is none to keep prompts in: a symbolic link, somebody else's, or open to others while
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
        if any(not OURS.fullmatch(each.name) for each in folder.iterdir()):
            raise PermissionError(EPERM, "it is open to others and holds other things; name a folder of its own")
        folder.chmod(about.st_mode & 0o700)


def trusted(about: os.stat_result) -> bool:
    """Whether a file is the user's, or the system's: nobody else's word counts for what a prompt says."""
    return not hasattr(os, "geteuid") or about.st_uid in (os.geteuid(), 0)


def leave(path: str | os.PathLike[str]) -> None:
    """Take a file away, where it is there and can be."""
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108 # a text will do


class Lock:
    """A lock file that this process holds, until `seconds` are over or it ends."""

    __slots__ = ("__weakref__", "_descriptor", "_path")

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor
        register_at_fork(self)

    def after_fork(self) -> None:
        """It is the parent's; a child that kept the file open would hold it for as long as it lives."""
        self._close()

    def release(self) -> None:
        """Take the file away and give the lock back, unless somebody else has done so since it was overdue."""
        if self._descriptor >= 0:
            with suppress(OSError):
                if _same(self._path, self._descriptor):
                    self._path.unlink()
            self._close()

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def lock(path: Path, seconds: float) -> Lock | None:
    """Lock a file, or answer None while another process has it.

    The file is there only while it is locked. It is locked by `flock`, which ends with the process, and has the end of the
    lock as its time, so that a process that was stopped holds up nobody for longer.

    Raises:
        OSError: It can't be locked: there are file systems without locks.
        ImportError: Windows has no such locks.
    """
    import fcntl

    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(path, flags, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time() > os.fstat(descriptor).st_mtime + GRACE and _same(path, descriptor):
                path.unlink()
            os.close(descriptor)
            return None
        if not _same(path, descriptor):  # whoever had it has taken the file away meanwhile
            os.close(descriptor)
            return None
        os.fchmod(descriptor, 0o600)
        now = time()
        os.utime(descriptor, (now, now + seconds))
    except OSError:
        os.close(descriptor)
        raise
    return Lock(path, descriptor)


def _same(path: Path, descriptor: int) -> bool:
    """Whether a path still names the file that is open."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
