"""The bytes of a file: mapped into memory where a process adds to it, read and written where another looks at it.

Storing into a mapping is no system call, so that it never gives up the interpreter's lock. Reading by calls ends in an error
where the file is shorter than it was, or the disk has no room, which would end a process that has it mapped.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import Any, Protocol

try:
    import mmap
except ImportError:  # there are Pythons without it
    mmap = None  # type: ignore[assignment]

ZEROS = bytes(1 << 16)
UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENODEV, errno.EACCES, errno.EPERM}


class Buffer(Protocol):
    """Bytes that can be read and replaced."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes | bytearray: ...

    def __setitem__(self, part: slice, content: bytes, /) -> None: ...


class FileBuffer:
    """The bytes of an open file, which is read and written call by call.

    Args:
        descriptor: The file; it is closed with this.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._size = os.fstat(descriptor).st_size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice, /) -> bytes:
        begin, end, _ = part.indices(self._size)
        parts = list[bytes]()
        while begin < end and (found := _read(self._descriptor, end - begin, begin)):
            parts.append(found)
            begin += len(found)
        if begin < end:
            raise OSError(errno.EIO, "the file has become shorter")
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def __setitem__(self, part: slice, content: bytes, /) -> None:
        begin, left = part.indices(self._size)[0], memoryview(content)
        while left:
            written = _write(self._descriptor, left, begin)
            left, begin = left[written:], begin + written

    def shorten(self, size: int) -> None:
        """Give back the bytes behind so many."""
        os.ftruncate(self._descriptor, size)
        self._size = size

    def close(self) -> None:
        """Close the file."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):  # it is closed all the same
                os.close(descriptor)

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            self.close()


def mapped(descriptor: int, size: int) -> Buffer:
    """A new file's bytes, mapped where the system and the disk can do that, else read and written. The descriptor is closed.

    Raises:
        OSError: The disk has no room.
    """
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)  # the umask may have taken even the owner's rights
        reserve(descriptor, size)
        if mmap is not None:
            try:
                return mmap.mmap(descriptor, size)
            except OSError as error:
                if error.errno not in UNABLE:
                    raise
        kept, descriptor = descriptor, -1
        return FileBuffer(kept)
    finally:
        if descriptor >= 0:
            with suppress(OSError):
                os.close(descriptor)


def reserve(descriptor: int, size: int) -> None:
    """Give a new file all its bytes: on a full disk, storing into a mapping of a file with holes ends the process.

    Raises:
        OSError: The disk has no room.
    """
    if hasattr(os, "posix_fallocate"):
        try:
            os.posix_fallocate(descriptor, 0, size)
        except OSError as error:
            if error.errno not in UNABLE:
                raise
        else:
            return
    left = size
    while left:
        left -= os.write(descriptor, ZEROS[:left])


if hasattr(os, "pread") and hasattr(os, "pwrite"):

    def _read(descriptor: int, size: int, at: int, /) -> bytes:
        return os.pread(descriptor, size, at)

    def _write(descriptor: int, content: Any, at: int, /) -> int:
        return os.pwrite(descriptor, content, at)

else:  # Windows; whoever has a file open here is alone with it

    def _read(descriptor: int, size: int, at: int, /) -> bytes:
        os.lseek(descriptor, at, os.SEEK_SET)
        return os.read(descriptor, size)

    def _write(descriptor: int, content: Any, at: int, /) -> int:
        os.lseek(descriptor, at, os.SEEK_SET)
        return os.write(descriptor, content)
