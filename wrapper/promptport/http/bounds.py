"""The bounds on what comes in, and what holds them while it comes: `docs/bounds.md` has all of them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping

from ..model import Unreadable

ANSWER = 64_000_000  # bytes of an answer, decompressed; what `max_answer` is where nobody sets it
FETCHED = 4_000_000  # the same for what `Client` fetches: its JSON holds up the event loop for 0.1 s already
REFUSAL = 1_000_000  # bytes of an answer that is no success; what comes after them is not read
EVENT = 16_000_000  # bytes of one event of a stream
LINES = 100_000  # lines of one event
PIECE = 65_536  # bytes that are decompressed at a time
SLICE = 8_192  # bytes of a stream that are looked at before others go on
FED = 16_384  # bytes that are given to zlib at a time: what it leaves over it copies
MEMBERS = 1_000  # that a body compressed with gzip may be put together of
HOW = "`max_answer` sets how many bytes an answer may have."


class TooLarge(Unreadable):
    """An answer, or an event of one, is larger than it may be."""

    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most:,} bytes", "more")


class Gathering:
    """The body of an answer while it arrives.

    Args:
        most: Bytes that it may have.

    Attributes:
        full: Whether it has more, so that the rest is not to be read.
    """

    def __init__(self, most: int) -> None:
        self.full = False
        self._parts: list[bytes] = []
        self._left = most

    def add(self, part: bytes) -> bool:
        """Take in what has arrived; answers whether more may come."""
        if len(part) > self._left:
            self.full, part = True, part[: self._left]
        self._left -= len(part)
        self._parts.append(part)
        return not self.full

    @property
    def content(self) -> bytes:
        """What has arrived, as far as it may."""
        return self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)


def announced(headers: Mapping[str, str]) -> int | None:
    """The bytes of a body as its header has them; None where it does not say."""
    length = headers.get("content-length", "")
    if "transfer-encoding" in headers or not (length.isascii() and length.isdecimal()):
        return None
    return int(length[:20])


class Inflater:
    """Undoes the compression of a body, piece by piece, so that a small one can't grow beyond all bounds at once.

    Args:
        encoding: What the header calls it: `gzip`, `x-gzip` or `deflate`.

    Raises:
        Unreadable: It is of another kind.
    """

    def __init__(self, encoding: str) -> None:
        if encoding not in ("gzip", "x-gzip", "deflate"):
            raise self._wrong(encoding)
        self._encoding = encoding
        self._bits: int | None = zlib.MAX_WBITS | 16 if encoding != "deflate" else None
        self._stream = None if self._bits is None else zlib.decompressobj(self._bits)
        self._members = 1

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The next pieces of the body.

        Raises:
            Unreadable: It is not compressed in that way.
        """
        try:
            for at in range(0, len(data), FED):
                yield from self._feed(data[at : at + FED])
        except zlib.error:
            raise self._wrong(self._encoding) from None

    def _feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._stream is None or self._bits is None:
                # Some servers leave out the wrapper that the name stands for.
                self._bits = zlib.MAX_WBITS if data[0] & 15 == 8 else -zlib.MAX_WBITS
                self._stream = zlib.decompressobj(self._bits)
            if self._stream.eof:
                if self._encoding == "deflate" or not data.strip(b"\0"):
                    return  # what follows the end does not count
                self._members += 1
                if self._members > MEMBERS:
                    raise self._wrong(self._encoding)
                self._stream = zlib.decompressobj(self._bits)
            piece = self._stream.decompress(data, PIECE)
            while piece:
                yield piece
                full = len(piece) == PIECE and not self._stream.eof
                piece = self._stream.decompress(self._stream.unconsumed_tail, PIECE) if full else b""
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail

    def end(self) -> None:
        """See that the body is whole.

        Raises:
            Unreadable: It was cut off.
        """
        if self._stream is not None and not self._stream.eof:
            raise self._wrong(self._encoding)

    @staticmethod
    def _wrong(encoding: str) -> Unreadable:
        return Unreadable("a body compressed with gzip or deflate", f"something else, called {encoding[:40]}")


def inflated(content: bytes, encoding: str, most: int) -> bytes:
    """A body as it was before `Content-Encoding`.

    Args:
        content: The body as it came.
        encoding: The header; empty where there is none.
        most: Bytes that it may have.

    Raises:
        TooLarge: It has more.
        Unreadable: It is not what the header says, or of a kind that was not asked for.
    """
    if not content or encoding.strip().lower() in ("", "identity"):
        if len(content) > most:
            raise TooLarge(most)
        return content
    inflater, gathering = Inflater(encoding.strip().lower()), Gathering(most)
    for piece in inflater.feed(content):
        if not gathering.add(piece):
            raise TooLarge(most)
    inflater.end()
    return gathering.content


def beginning(content: bytes, encoding: str, most: int) -> bytes:
    """As much of a body as can be read, of one that need not be whole, for the words of an error."""
    if not content or encoding.strip().lower() in ("", "identity"):
        return content[:most]
    gathering = Gathering(most)
    try:
        for piece in Inflater(encoding.strip().lower()).feed(content):
            if not gathering.add(piece):
                break
    except Unreadable:
        pass  # its beginning may be readable all the same
    return gathering.content


class Events:
    """Holds each event of a stream to its bound, whatever its lines are like, before anybody keeps it whole.

    Args:
        encoding: How the stream is compressed; empty where it is not.
        most: Bytes that an event may have.

    Raises:
        Unreadable: It is compressed in an unknown way.
    """

    def __init__(self, encoding: str, most: int) -> None:
        encoding = encoding.strip().lower()
        self._inflater = None if encoding in ("", "identity") else Inflater(encoding)
        self._most = most
        self._since = self._lines = 0  # bytes and lines since the last event ended
        self._tail = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What arrived, decompressed, piece by piece.

        Raises:
            TooLarge: An event has more bytes than it may.
            Unreadable: It has more lines, or is not compressed as the header says.
        """
        for larger in self._inflater.feed(data) if self._inflater is not None else (data,):
            for at in range(0, len(larger), SLICE):
                piece = larger[at : at + SLICE]
                self._count(piece)
                yield piece

    def _count(self, piece: bytes) -> None:
        text = self._tail + piece
        end = max(text.rfind(blank) for blank in (b"\n\n", b"\r\r", b"\n\r\n"))  # an empty line
        if end >= 0:
            self._since = self._lines = 0
        begun = text[end:] if end >= 0 else piece
        self._since += len(begun)
        self._lines += begun.count(b"\n") + begun.count(b"\r")
        if self._since > self._most:
            raise TooLarge(self._most)
        if self._lines > LINES:
            raise Unreadable(f"at most {LINES:,} lines in an event", "more")
        self._tail = text[-2:]

    def end(self) -> None:
        """The stream has ended. Raises Unreadable where what is compressed was cut off."""
        if self._inflater is not None:
            self._inflater.end()
