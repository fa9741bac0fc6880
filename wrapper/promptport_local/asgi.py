"""Between ASGI and the platforms: bodies in, answers out, and connections that are closed on purpose."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from promptport_local.answer import Answer

LARGEST_BODY = 10_000_000
_TRANSPORT = "promptport.transport"


class ClientGone(Exception):
    """The client closed the connection before its request was complete."""


class BodyTooLarge(Exception):
    """A body is larger than it may be."""


class Connection(H11Protocol):
    """uvicorn's protocol, which lets the application reach its connection: ASGI knows no way to close one early."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take up a new connection."""
        super().connection_made(transport)
        # Here and not in the configuration, which would silence the access log of every uvicorn in the process.
        self.access_log = False
        # asyncio sets this only where the socket names its protocol, which one from `create_server` does not; without
        # it a kept connection waits 40 ms for each answer that is written in two parts, as uvicorn writes them.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.app_state = {**self.app_state, _TRANSPORT: transport}


def header_pairs(scope: Scope) -> list[tuple[str, str]]:
    """The headers of a request as texts."""
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]


async def read_body(scope: Scope, receive: Receive, largest: int = LARGEST_BODY) -> bytes:
    """The body of a request.

    Args:
        scope: The request.
        receive: What gives its body.
        largest: How many bytes it may have.

    Raises:
        BodyTooLarge: It is larger, or says so; what is left of it is not read.
        ClientGone: It never came to its end.
    """
    for name, value in scope["headers"]:
        if name == b"content-length" and int(value) > largest:
            raise BodyTooLarge
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if size > largest:
            raise BodyTooLarge
        chunks.append(chunk)
        if not message.get("more_body", False):
            return b"".join(chunks)


async def send_answer(send: Send, answer: Answer) -> None:
    """Send an answer whole."""
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.pairs})
    body = b"" if answer.status in (204, 304) else answer.body
    await send({"type": "http.response.body", "body": body})


async def send_parts(send: Send, answer: Answer, size: int | None, pause: Callable[[], Awaitable[bool]]) -> bool:
    """Send an answer in its parts; one that has none is a single part.

    Args:
        send: Where to.
        answer: The answer. A length that it tells is that of the whole.
        size: How many bytes of it are sent; None for all.
        pause: Waits between two parts, and answers whether nobody is there for the rest.

    Returns:
        Whether it came to its end; if not, the connection is to be closed.
    """
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.pairs})
    left = len(answer.body) if size is None else size
    for index, part in enumerate(answer.parts or (answer.body,)):
        if index and (left == 0 or await pause()):
            break
        await send({"type": "http.response.body", "body": part[:left], "more_body": True})
        left = max(left - len(part), 0)
    else:
        if size is None:
            await send({"type": "http.response.body", "body": b""})
            return True
    return False


async def close(scope: Scope, receive: Receive) -> None:
    """Close the connection once everything that was sent is on its way."""
    _transport(scope).close()
    await gone(receive)


async def drop(scope: Scope, receive: Receive) -> None:
    """Close the connection without an answer."""
    _transport(scope).abort()
    await gone(receive)


def _transport(scope: Scope) -> Any:
    return scope["state"][_TRANSPORT]


async def gone(receive: Receive) -> None:
    """Wait until the connection is closed."""
    # Until the server has noticed that the connection is closed, it would answer for us.
    while (await receive())["type"] != "http.disconnect":
        pass
