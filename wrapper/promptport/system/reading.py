"""Reading a file that may be anything: never for ever, never more than is good, and only what others can't have changed."""

from __future__ import annotations

import os
from errno import EFBIG, EINVAL, EPERM
from stat import S_ISREG

from .flags import NO_LINK, READ

CHUNK = 1 << 20
OTHERS = 0o022  # the bits that let the group and everybody else write


def read_regular(path: str | os.PathLike[str], most: int, *, private: bool = False) -> tuple[bytes, os.stat_result]:
    """The content of a regular file, and what is known about it.

    Args:
        path: The file.
        most: Bytes that it may have.
        private: Whether it must be the user's own or the system's, no symbolic link, and nobody else's to write.

    Raises:
        OSError: It can't be read, is no regular file, is larger, or is not private and has to be.
    """
    try:
        descriptor = os.open(path, READ | (NO_LINK if private else 0))
    except ValueError:  # a NUL in the path
        raise OSError(EINVAL, "its name is none") from None
    try:
        about = os.fstat(descriptor)
        if not S_ISREG(about.st_mode):
            raise OSError(EINVAL, "it is no regular file")
        if private and (problem := exposed(about)):
            raise PermissionError(EPERM, problem)
        parts, size = [], 0
        while part := os.read(descriptor, min(CHUNK, most + 1 - size)):
            parts.append(part)
            size += len(part)
            if size > most:
                raise OSError(EFBIG, f"it has more than {most:,} bytes")
        return b"".join(parts), about
    finally:
        os.close(descriptor)


def is_own(about: os.stat_result) -> bool:
    """Whether a file is the user's, or the system's. On Windows a user's files are the user's."""
    return not hasattr(os, "geteuid") or about.st_uid in (os.geteuid(), 0)


def exposed(about: os.stat_result) -> str:
    """Why others may have changed a file or folder; empty where nobody else can."""
    if not hasattr(os, "geteuid"):
        return ""
    if not is_own(about):
        return "it belongs to somebody else"
    return "others may write there" if about.st_mode & OTHERS else ""


def reason(error: BaseException) -> str:
    """Why something failed, in a few words."""
    if isinstance(error, MemoryError):
        return "there is too little memory"
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
