"""Files that are sent: what they are called, what they hold, and how they are read piece by piece while they go out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import IO, Any, NamedTuple

from ..errors import ArgumentError
from ..model import Operation
from .kinds import wrong

PIECE = 65_536  # bytes that are read at a time
BINARY = "application/octet-stream"


class Source(NamedTuple):
    """A file, or a stream, of which the bytes are read when they are sent.

    Attributes:
        origin: The path, or the stream.
        start: Where in it they begin.
        length: How many they are; None where that can't be told before they are read.
    """

    origin: Path | IO[bytes]
    start: int
    length: int | None

    def pieces(self) -> Iterator[bytes]:
        """The bytes, from the first to the last.

        Raises:
            ArgumentError: It has become shorter meanwhile, or a stream gives no bytes.
        """
        if isinstance(self.origin, Path):
            with self.origin.open("rb") as stream:
                yield from self._read(stream)
            return
        if self.length is not None:
            self.origin.seek(self.start)
        yield from self._read(self.origin)

    def _read(self, stream: IO[bytes]) -> Iterator[bytes]:
        left = self.length
        while left is None or left > 0:
            piece = stream.read(PIECE if left is None else min(PIECE, left))
            if not isinstance(piece, bytes | bytearray):
                raise ArgumentError(
                    f"A stream gave {type(piece).__name__} where bytes belong: open it for reading bytes."
                )
            if not piece:
                break
            left = None if left is None else left - len(piece)
            yield bytes(piece)
        if left:
            raise ArgumentError("A file became shorter while it was sent.")


class Streamed:
    """A body that is read while it goes out, from its beginning at every attempt.

    Args:
        parts: Its bytes, and the sources of those that lie elsewhere.

    Attributes:
        length: The number of its bytes; None where that can't be told.
    """

    def __init__(self, parts: Sequence[bytes | Source]) -> None:
        self._parts = parts
        self._begun = False
        lengths = [each.length if isinstance(each, Source) else len(each) for each in parts]
        self.length = None if None in lengths else sum(each or 0 for each in lengths)

    @property
    def once(self) -> bool:
        """Whether it can be sent once only, since a stream in it can't be read again."""
        return self.length is None

    def __iter__(self) -> Iterator[bytes]:
        if self._begun and self.once:
            raise ArgumentError("A stream that can't be rewound was read already: give its bytes, or a path.")
        self._begun = True
        for each in self._parts:
            if isinstance(each, Source):
                yield from each.pieces()
            elif each:
                yield each


class Upload(NamedTuple):
    """A file of a call.

    Attributes:
        name: The name under which it goes out.
        media: The media type that the caller gave it; empty where none was given.
        content: Its bytes, or where they come from.
    """

    name: str
    media: str
    content: bytes | Source


def upload(operation: Operation, argument: str, value: Any, name: str = "") -> Upload:
    """A file as it was given, by what it is called and holds.

    Args:
        operation: What is called.
        argument: The argument that holds it.
        value: What `is_file` is true of.
        name: What it is called where nothing tells its name.

    Raises:
        ArgumentError: It isn't there, or can't be read.
    """
    if isinstance(value, tuple):
        return Upload(value[0], value[2] if len(value) == 3 else "", upload(operation, argument, value[1]).content)
    if isinstance(value, bytes | bytearray):
        return Upload(name, "", bytes(value))
    if isinstance(value, os.PathLike):
        path = Path(value)
        try:
            length = path.stat().st_size
            with path.open("rb"):
                return Upload(path.name, "", Source(path, 0, length))
        except OSError as error:
            raise wrong(operation, argument, f"can't be read: {error.strerror or error}") from None
    named = getattr(value, "name", None)
    own = PurePath(named).name if isinstance(named, str) else name
    return Upload(own or name, "", _stream(operation, argument, value))


def _stream(operation: Operation, argument: str, stream: IO[bytes]) -> Source:
    try:
        start = stream.tell()
        length = stream.seek(0, os.SEEK_END) - start
        stream.seek(start)
    except (OSError, AttributeError):
        return Source(stream, 0, None)
    except ValueError as error:  # of a file that is closed
        raise wrong(operation, argument, f"can't be read: {error}") from None
    return Source(stream, start, length)


def joined(parts: Sequence[bytes | Source]) -> bytes | Streamed:
    """A body of these parts; its bytes, where they are at hand."""
    held = [each for each in parts if isinstance(each, bytes)]
    return b"".join(held) if len(held) == len(parts) else Streamed(parts)
