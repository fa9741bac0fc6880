"""Which start of which server listens on a port: a small file that clients read, so that no copy outlives what it is a copy of.

The form is described in `README.md`, "Its identity". It needs nothing but the standard library, since the proxy of
`promptport.testing` says who it is, too.
"""

from __future__ import annotations

import logging
import os
import secrets
import stat
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_log = logging.getLogger("promptport_local")

# A file whose server has ended goes after so many seconds: until then copies answer for it in an outage.
_KEEP = 3600.0
# A client that looks holds a lock for some microseconds.
_TRIES = 50
_STEP = 0.002
_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def folder() -> Path:
    """Where the files are: one folder a user, whatever its TMPDIR is, so that server and client find the same."""
    if sys.platform == "win32":
        return Path(tempfile.gettempdir(), "promptport-local")
    return Path("/tmp", f"promptport-local-{os.geteuid()}")  # it is seen to be the user's own


class Identity:
    """What says who listens on a port, from its making until `end`. Where it can't be written, the log says what follows.

    Args:
        port: The port, on which the server listens already, and answers nobody yet.
    """

    def __init__(self, port: int) -> None:
        self._descriptor: int | None = None
        try:
            self._descriptor = _announced(port)
        except OSError as error:
            _log.warning(
                "%s can't be used (%s), so copies that clients keep of this local platform may outlive it: clear them by "
                "`promptport cache clear`, or build clients with disk=False.",
                folder(),
                error.strerror or error,
            )

    def end(self) -> None:
        """Say that nobody listens any more. The server must have stopped answering, and must hold the port still."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            if os.utime in os.supports_fd:
                with suppress(OSError):
                    os.utime(descriptor)  # its copies are good for an outage from now on, for a while
            os.close(descriptor)


def _announced(port: int) -> int:
    """Write the file of a port, in place of another server's; answers it open and locked."""
    place = folder()
    _make(place)
    _sweep(place)
    path, beside = place / str(port), place / f"new-{secrets.token_hex(8)}"
    text = secrets.token_hex(8).encode()
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(text)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    descriptor = os.open(path, _FLAGS)
    try:
        if os.read(descriptor, 64) == text:  # else another server has begun at this port, on another address
            _lock(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _make(place: Path) -> None:
    """Make the folder, or see to it that it is the user's alone."""
    with suppress(FileExistsError):
        place.mkdir(0o700)
    about = place.lstat()
    if not stat.S_ISDIR(about.st_mode):
        raise NotADirectoryError(None, "it is no folder")
    if sys.platform != "win32":
        if about.st_uid != os.geteuid():
            raise PermissionError(None, "it belongs to somebody else")
        if about.st_mode & 0o777 != 0o700:
            place.chmod(0o700)


def _sweep(place: Path) -> None:
    """Take away the files of servers that ended long ago, however they ended."""
    now = time.time()
    with os.scandir(place) as entries:
        for each in entries:
            with suppress(OSError):
                if abs(now - each.stat(follow_symlinks=False).st_mtime) > _KEEP and not _held(each.path):
                    Path(each.path).unlink()


def _held(path: str) -> bool:
    """Whether a server has a file."""
    descriptor = os.open(path, _FLAGS)
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    for _ in range(_TRIES):
        if _try_lock(descriptor):
            return
        time.sleep(_STEP)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # others have it; or there are no locks here, and then every file may be in use
            return False
        return True
