"""What passes between the pipeline and the engine that carries it: a request, a reply, or how a connection was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ..model import Unreadable
from ..platform import Principal
from .bounds import ANSWER, REFUSAL, TooLarge, inflated
from .clock import Deadline

if TYPE_CHECKING:
    from .uploads import Streamed

Header = TypeVar("Header", bytes, str)
T = TypeVar("T")


class Wire(NamedTuple, Generic[Header]):
    """A request, ready to be sent.

    Attributes:
        method: The HTTP verb.
        url: The address, with the query.
        headers: Everything that is sent, in the form that the engine takes.
        content: The body, or what reads it while it is sent; empty where there is none.
        deadline: Seconds that the attempt may take.
        buffered: Whether the body of the answer is wanted at once; otherwise it streams, if the status is a success.
        connect: Seconds of these that the connection may take; None for all of them.
        idle: Seconds that a stream may be silent; None for any time.
        most: Bytes that the body of the answer may have.
        principal: Whose credentials are among the headers; None where a token is, or none are.
        foreign: Whether it goes to another origin than the platform's, which has sent it on, so that nothing may be added to it.
    """

    method: str
    url: str
    headers: list[tuple[Header, Header]]
    content: bytes | Streamed
    deadline: Deadline
    buffered: bool
    connect: float | None = None
    idle: float | None = None
    most: int = ANSWER
    principal: Principal | None = None
    foreign: bool = False

    def __repr__(self) -> str:
        return f"Wire({self.method} {self.url.partition('?')[0]})"  # the rest may hold credentials

    def bound(self, status: int) -> int:
        """The bytes of a body that are read at the most: of an answer that is no success, as many as an error needs."""
        return self.most if 200 <= status < 300 else min(REFUSAL, self.most)


class RawResponse(NamedTuple):
    """An answer.

    Attributes:
        status: The HTTP status.
        headers: By their names in small letters; several of one name are joined by commas.
        content: The body as it came; empty where it streams.
        stream: What remains to be read, and must be closed; None where the body was read.
        full: Whether the body has more bytes than it may, so that this is its beginning.
        note: What there is to say of it where it is no success and not the platform's own.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    stream: Any = None
    full: bool = False
    note: str = ""

    @property
    def unauthorized(self) -> bool:
        """Whether the platform itself does not know who asks."""
        return self.status == 401 and not self.note

    def __repr__(self) -> str:
        return f"RawResponse(status={self.status}, {len(self.content)} bytes)"  # it may quote what it was sent


class TransportError(Exception):
    """No whole answer came.

    Args:
        message: What happened, in words.
        sent: Whether the platform may have received the request.
        timeout: Whether time ran out.
        idle: Whether that was the time that a stream may be silent.
        tls: Whether certificates, names or versions of TLS forbid the connection: the next attempt would end likewise.
        setting: The environment variable that forbids it, as it is set: neither would another attempt help here.
        foreign: Whether the client that an application has given failed by itself, as a hook of it may do.

    Attributes:
        elsewhere: Whether it was not the platform that was asked, but a server to which it sends on.
    """

    elsewhere = False

    def __init__(
        self,
        message: str,
        *,
        sent: bool = True,
        timeout: bool = False,
        idle: bool = False,
        tls: bool = False,
        setting: str = "",
        foreign: bool = False,
    ) -> None:
        super().__init__(message)
        self.message, self.sent, self.timeout, self.idle = message, sent, timeout, idle
        self.tls, self.setting, self.foreign = tls, setting, foreign

    @property
    def final(self) -> bool:
        """Whether another attempt can end no better."""
        return self.tls or self.foreign or bool(self.setting)


def headers_of(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers as they came, by their names in small letters."""
    found: dict[str, str] = {}
    again: dict[str, list[str]] = {}
    for name, value in pairs:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        if key in found:
            again.setdefault(key, [found[key]]).append(text)
        else:
            found[key] = text
    return found | {key: ", ".join(texts) for key, texts in again.items()} if again else found


def understood(parse: Callable[..., T], *content: Any) -> T:
    """What is read from an answer.

    Raises:
        Unreadable: It can't be read; or Python can't, as it is nested too deeply or too large for its memory.
    """
    try:
        return parse(*content)
    except RecursionError:
        raise Unreadable("what can be read", "what is nested too deeply") from None
    except MemoryError:
        raise Unreadable("what there is memory for", "more") from None


def decompressed(reply: RawResponse, most: int = ANSWER) -> bytes:
    """The body of a reply as it was before `Content-Encoding`.

    Args:
        reply: The reply.
        most: Bytes that it may have.

    Raises:
        TooLarge: It has more.
        Unreadable: It is not what the header says, or of a kind that was not asked for.
    """
    if reply.full:
        raise TooLarge(most)
    return inflated(reply.content, reply.headers.get("content-encoding", ""), most)
