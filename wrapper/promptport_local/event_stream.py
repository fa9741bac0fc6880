"""`GET /_local/events`: what happens, as server-sent events, for as long as somebody listens.

| event | its data |
|---|---|
| `request` | a request that is over, as `GET /_local/requests` shows it; its `id` is the event's |
| `changed` | `{"platform": "xr2"}`: what it holds, or what is scripted for it, has changed; null for all |
| `dropped` | `{"requests": 12}`: so many were over that are not kept any more, so that nobody tells them |

A stream begins with `changed` for all. `Last-Event-ID` lets it go on after a request. A comment comes when nothing has happened
for a while.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator
from typing import Any

from starlette.types import Receive, Scope, Send

from promptport_local.answer import Answer
from promptport_local.asgi import gone, header_pairs, send_answer
from promptport_local.events import STREAMS, Listener, TooManyStreams
from promptport_local.local_platform import LocalPlatform
from promptport_local.strict_json import write_json

HEADERS = (
    ("Content-Type", "text/event-stream; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
)
HEARTBEAT = 15.0
BETWEEN_CHANGES = 0.2  # seconds at least from one `changed` to the next: each makes a page ask anew
_DIGITS = 15


class EventStream:
    """Serves the stream, as an ASGI application.

    Args:
        local: What it tells of.
        heartbeat: After how many seconds without an event a comment is sent.
    """

    def __init__(self, local: LocalPlatform, heartbeat: float = HEARTBEAT) -> None:
        self._local = local
        self._heartbeat = heartbeat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one stream, until its client goes or the server stops."""
        if scope["method"] == "HEAD":
            await send_answer(send, Answer(200, b"", None, HEADERS))
            return
        try:
            with self._local.events.listening() as listener:
                last = _last(scope)
                number = self._local.requests.newest if last is None else last
                await self._serve(listener, number, receive, send)
        except TooManyStreams:
            value = {"error": f"{STREAMS} streams of events are open, and no more can be: close one"}
            await send_answer(send, Answer.json(value, 503))

    async def _serve(self, listener: Listener, number: int, receive: Receive, send: Send) -> None:
        pairs = [(name.lower().encode(), value.encode()) for name, value in HEADERS]
        await send({"type": "http.response.start", "status": 200, "headers": pairs})
        ends = [asyncio.ensure_future(gone(receive)), asyncio.ensure_future(self._local.stopping.wait())]
        for each in ends:
            each.add_done_callback(lambda _: listener.woken.set())
        try:
            async with contextlib.aclosing(self._parts(listener, number)) as parts:
                async for part in parts:
                    if any(each.done() for each in ends):
                        break
                    if part:
                        await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            for each in ends:
                each.cancel()

    async def _parts(self, listener: Listener, number: int) -> AsyncGenerator[bytes]:
        """The events, and an empty part whenever the listener was woken, so that its end is seen."""
        log, sent = self._local.requests, time.monotonic()
        yield _event("changed", {"platform": None})
        while True:
            listener.woken.clear()
            found = log.after(number)
            if found.dropped:
                yield _event("dropped", {"requests": found.dropped})
            for entry in found.requests:
                yield _event("request", entry.shown(), entry.number)
            number = found.number
            if number < log.newest:
                continue
            due = sent + BETWEEN_CHANGES - time.monotonic()
            if listener.changed and due <= 0:
                for platform in self._local.events.taken(listener):
                    yield _event("changed", {"platform": platform})
                sent = time.monotonic()
            quiet = due if listener.changed and due > 0 else self._heartbeat
            try:
                await asyncio.wait_for(listener.woken.wait(), quiet)
                yield b""
            except TimeoutError:
                if quiet == self._heartbeat:
                    yield b":\n\n"


def _event(name: str, data: Any, number: int | None = None) -> bytes:
    head = f"event: {name}\n" if number is None else f"id: {number}\nevent: {name}\n"
    return head.encode() + b"data: " + write_json(data) + b"\n\n"


def _last(scope: Scope) -> int | None:
    """The number in `Last-Event-ID`; None where there is none."""
    text = next((value for name, value in header_pairs(scope) if name == "last-event-id"), "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None
