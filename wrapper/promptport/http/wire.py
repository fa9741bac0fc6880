"""What passes between the pipeline and the engine that carries it: a request, a reply, or how a connection was lost."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from ..model import Unreadable
from .clock import Deadline

Header = TypeVar("Header", bytes, str)


class Wire(NamedTuple, Generic[Header]):
    """A request, ready to be sent.

    Attributes:
        method: The HTTP verb.
        url: The address, with the query.
        headers: Everything that is sent, in the form that the engine takes.
        content: The body; empty where there is none.
        deadline: Seconds that the attempt may take.
        buffered: Whether the body of the answer is wanted at once; otherwise it streams, if the status is a success.
        idle: Seconds that a stream may be silent; None for any time.
        connect: Seconds of these that the connection may take; None for all of them.
    """

    method: str
    url: str
    headers: list[tuple[Header, Header]]
    content: bytes
    deadline: Deadline
    buffered: bool
    connect: float | None = None
    idle: float | None = None


class RawResponse(NamedTuple):
    """An answer.

    Attributes:
        status: The HTTP status.
        headers: By their names in small letters; several of one name are joined by commas.
        content: The body as it came; empty where it streams.
        stream: What remains to be read, and must be closed; None where the body was read.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    stream: Any = None


class TransportError(Exception):
    """No whole answer came.

    Args:
        message: What happened, in words.
        sent: Whether the platform may have received the request.
        timeout: Whether time ran out.
        idle: Whether that was the time that a stream may be silent.
        tls: Whether certificates, names or versions of TLS forbid the connection: the next attempt would end likewise.
        setting: The environment variable that forbids it, as it is set: neither would another attempt help here.
    """

    def __init__(
        self,
        message: str,
        *,
        sent: bool = True,
        timeout: bool = False,
        idle: bool = False,
        tls: bool = False,
        setting: str = "",
    ) -> None:
        super().__init__(message)
        self.message, self.sent, self.timeout, self.idle = message, sent, timeout, idle
        self.tls, self.setting = tls, setting

    @property
    def final(self) -> bool:
        """Whether another attempt would end likewise."""
        return self.tls or bool(self.setting)


def headers_of(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers as they came, by their names in small letters."""
    found: dict[str, str] = {}
    for name, value in pairs:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def decompressed(reply: RawResponse) -> bytes:
    """The body of a reply as it was before `Content-Encoding`.

    Raises:
        Unreadable: It is not what the header says, or of a kind that was not asked for.
    """
    content, encoding = reply.content, reply.headers.get("content-encoding", "identity").lower()
    if encoding == "identity" or not content:
        return content
    try:
        if encoding in ("gzip", "x-gzip"):
            return zlib.decompress(content, zlib.MAX_WBITS | 16)
        if encoding == "deflate":
            # Some servers leave out the wrapper that the name stands for.
            return zlib.decompress(content, zlib.MAX_WBITS if content[0] & 15 == 8 else -zlib.MAX_WBITS)
    except zlib.error:
        pass  # raised below
    raise Unreadable("a body compressed with gzip or deflate", f"something else, called {encoding[:40]}")
