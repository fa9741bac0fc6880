# Made from wrapper/promptport/http/_async/transport.py by `python tools/unasync.py`: change that file, never this one.
"""Where httpx stands: its transports in the engine's place, and its event streams.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import httpx
from httpx_sse import EventSource, ServerSentEvent

from ...model import Unreadable
from ..blocking import breathe, pieces
from ..bounds import EVENT, Events, Gathering, announced
from ..uploads import Streamed
from ..wire import Header, RawResponse, TransportError, Wire, headers_of

ENCODING = codecs.lookup("utf-8-sig").name  # looked up here, since a codec is a module that is imported when it is used


class Through:
    """An httpx transport in the engine's place, such as `httpx.MockTransport`.

    Args:
        transport: What carries the requests.
    """

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def send(self, wire: Wire[Header]) -> RawResponse:
        """Send a request. Raises TransportError where no whole answer came."""
        timeouts: dict[str, float | None] = dict.fromkeys(("connect", "read", "write", "pool"), wire.deadline)
        if wire.connect is not None:
            timeouts["connect"] = wire.deadline.part(wire.connect)
        request = httpx.Request(
            wire.method,
            wire.url,
            headers=wire.headers,
            stream=httpx.ByteStream(wire.content) if isinstance(wire.content, bytes) else _Upload(wire.content),
            extensions={"timeout": timeouts},
        )
        if isinstance(wire.content, bytes):
            request.read()  # transports that look at `content` need it
        elif wire.content.length is None:
            request.headers["Transfer-Encoding"] = "chunked"
        try:
            response = self._transport.handle_request(request)
            if not wire.buffered and response.is_success:
                timeouts["read"] = wire.idle  # a stream may be silent for longer than an attempt may take
                return RawResponse(response.status_code, _headers(response), b"", response)
            try:
                return _read(response, wire.bound(response.status_code))
            finally:
                response.close()
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol) as error:
            raise TransportError(str(error), sent=False, timeout=isinstance(error, httpx.TimeoutException)) from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise TransportError(str(error), timeout=isinstance(error, httpx.TimeoutException)) from error

    def close(self) -> None:
        """Close the transport."""
        self._transport.close()


class _Upload(httpx.ByteStream):
    def __init__(self, content: Streamed) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        for piece in pieces(self._content):
            yield piece


def _read(response: httpx.Response, most: int) -> RawResponse:
    """A response with its body, as far as it may go; as it came, since what httpx decompresses has no bounds."""
    headers = _headers(response)
    if response.is_stream_consumed:  # one that was made of its whole body, as in a test
        return RawResponse(response.status_code, headers, response.content[:most], full=len(response.content) > most)
    length = announced(headers)
    if length is not None and length > most and response.is_success:
        return RawResponse(response.status_code, headers, b"", full=True)
    gathering = Gathering(most)
    for part in response.iter_raw():
        if not gathering.add(part):
            break
    return RawResponse(response.status_code, headers, gathering.content, full=gathering.full)


def events(reply: RawResponse, most: int) -> Iterator[ServerSentEvent]:
    """The events of a reply that streams.

    Args:
        reply: The reply.
        most: Bytes that an event may have, unless `EVENT` is less.

    Raises:
        TransportError: The connection broke, or was silent for too long.
        Unreadable: The reply is no event stream, or an event of it is too large.
    """
    media = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "text/event-stream":
        raise Unreadable("an event stream", "something else")
    # Events are in UTF-8 whatever a header says, and may begin with its mark.
    response = httpx.Response(
        reply.status,
        headers={"content-type": media},
        stream=_Chunks(reply, most),
        default_encoding=ENCODING,
    )
    try:
        for event in EventSource(response).iter_sse():
            yield event
    except httpx.TransportError as error:
        timeout = isinstance(error, httpx.TimeoutException)
        raise TransportError(str(error), timeout=timeout, idle=timeout) from error


class _Chunks(httpx.ByteStream):
    def __init__(self, reply: RawResponse, most: int) -> None:
        self._reply = reply
        self._events = Events(reply.headers.get("content-encoding", ""), min(most, EVENT))

    def __iter__(self) -> Iterator[bytes]:
        # A reply that came through an httpx transport is an httpx response itself.
        stream = self._reply.stream
        for chunk in _raw(stream) if isinstance(stream, httpx.Response) else stream:
            for at, piece in enumerate(self._events.feed(chunk)):
                if at:
                    breathe()
                yield piece
        self._events.end()

    def close(self) -> None:
        self._reply.stream.close()


def _headers(response: httpx.Response) -> dict[str, str]:
    """The headers of a response, without the one that httpx has dealt with where it was made of its whole body."""
    headers = headers_of(response.headers.raw)
    if response.is_stream_consumed:
        headers.pop("content-encoding", None)
    return headers


def _raw(response: httpx.Response) -> Iterator[bytes]:
    """The body of a response as it came; at once where it is there."""
    if response.is_stream_consumed:
        yield response.content
        return
    for part in response.iter_raw():
        yield part
