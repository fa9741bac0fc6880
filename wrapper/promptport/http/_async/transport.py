"""The events of answers that stream, as httpx-sse reads them.

The blocking twin is made from this file by `tools/unasync.py`.
"""

from __future__ import annotations

import codecs
from collections.abc import AsyncIterator

import httpx
from httpx_sse import EventSource, ServerSentEvent

from ...model import Unreadable
from ..aio import breathe
from ..bounds import EVENT, Events
from ..wire import RawResponse

ENCODING = codecs.lookup("utf-8-sig").name  # looked up here, since a codec is a module that is imported when it is used


async def events(reply: RawResponse, most: int) -> AsyncIterator[ServerSentEvent]:
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
        stream=_AsyncChunks(reply, most),
        default_encoding=ENCODING,
    )
    async for event in EventSource(response).aiter_sse():
        yield event


class _AsyncChunks(httpx.AsyncByteStream):
    def __init__(self, reply: RawResponse, most: int) -> None:
        self._reply = reply
        self._events = Events(reply.headers.get("content-encoding", ""), min(most, EVENT))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._reply.stream:
            for at, piece in enumerate(self._events.feed(chunk)):
                if at:
                    await breathe()
                yield piece
        self._events.end()

    async def aclose(self) -> None:
        await self._reply.stream.aclose()
