"""What an application may bring to carry requests: transports and clients of httpx, httpx2, or whatever has their interface."""

from __future__ import annotations

from typing import Any, Protocol


class Transport(Protocol):
    """A blocking transport, such as `httpx.MockTransport` or `httpx2.MockTransport`."""

    def handle_request(self, request: Any) -> Any:
        """Carry a request."""

    def close(self) -> None:
        """Let go of connections."""


class AsyncTransport(Protocol):
    """A transport for asyncio, such as `httpx.MockTransport` or `httpx2.MockTransport`."""

    async def handle_async_request(self, request: Any) -> Any:
        """Carry a request."""

    async def aclose(self) -> None:
        """Let go of connections."""


class HttpClient(Protocol):
    """A blocking client: an `httpx.Client` or an `httpx2.Client`."""

    @property
    def headers(self) -> Any:
        """What it sends with every request."""

    def send(self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: Any = ...) -> Any:
        """Send a request."""

    def close(self) -> None:
        """Let go of connections."""


class AsyncHttpClient(Protocol):
    """A client for asyncio: an `httpx.AsyncClient` or an `httpx2.AsyncClient`."""

    @property
    def headers(self) -> Any:
        """What it sends with every request."""

    async def send(self, request: Any, *, stream: bool = ..., auth: Any = ..., follow_redirects: Any = ...) -> Any:
        """Send a request."""

    async def aclose(self) -> None:
        """Let go of connections."""
