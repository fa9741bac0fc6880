# Made from wrapper/promptport/http/_async/transport.py by `python tools/unasync.py`: change that file, never this one.
"""The events of answers that stream, as httpx-sse reads them.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import httpx
from httpx_sse import EventSource, ServerSentEvent

from ...model import Unreadable
from ..blocking import breathe
from ..bounds import EVENT, Events
from ..wire import RawResponse

ENCODING = codecs.lookup("utf-8-sig").name  # looked up here, since a codec is a module that is imported when it is used


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
    for event in EventSource(response).iter_sse():
        yield event


class _Chunks(httpx.ByteStream):
    def __init__(self, reply: RawResponse, most: int) -> None:
        self._reply = reply
        self._events = Events(reply.headers.get("content-encoding", ""), min(most, EVENT))

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._reply.stream:
            for at, piece in enumerate(self._events.feed(chunk)):
                if at:
                    breathe()
                yield piece
        self._events.end()

    def close(self) -> None:
        self._reply.stream.close()
