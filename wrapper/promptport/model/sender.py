"""What generated resources need to send a request: the road to the wire, as Protocols."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from .operation import Parse, ParseEvent, Request
from .response import Result

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Stream(Protocol[T_co]):
    """The events of an answer as they arrive. A `with` block, or `close`, ends the connection early."""

    def __iter__(self) -> Iterator[T_co]: ...
    def __next__(self) -> T_co: ...
    def close(self) -> None:
        """End the connection."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class AsyncStream(Protocol[T_co]):
    """The events of an answer as they arrive, for asyncio. An `async with` block, or `aclose`, ends the connection early."""

    def __aiter__(self) -> AsyncIterator[T_co]: ...
    async def __anext__(self) -> T_co: ...
    async def aclose(self) -> None:
        """End the connection."""

    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Sender(Protocol):
    """What a resource needs to send a request: the road to the wire."""

    def send(self, request: Request, parse: Parse[T]) -> T:
        """Send a request, and read its answer with `parse`."""

    def stream(self, request: Request, parse: ParseEvent[T]) -> Stream[T]:
        """Send a request, and read each event of its answer with `parse`."""


class AsyncSender(Protocol):
    """What a resource for asyncio needs to send a request: the road to the wire, awaited."""

    async def send(self, request: Request, parse: Parse[T]) -> T:
        """Send a request, and read its answer with `parse`."""

    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncStream[T]:
        """Send a request, and read each event of its answer with `parse`."""


class ResultSender(Protocol):
    """What a resource needs to send a request, where the platform's outcomes are values."""

    def send(self, request: Request, parse: Parse[T]) -> Result[T]:
        """Send a request, and answer what came of it; a failure is a value, too."""

    def stream(self, request: Request, parse: ParseEvent[T]) -> Stream[T]:
        """Send a request, and read each event of its answer with `parse`."""


class AsyncResultSender(Protocol):
    """What a resource for asyncio needs, where the platform's outcomes are values."""

    async def send(self, request: Request, parse: Parse[T]) -> Result[T]:
        """Send a request, and answer what came of it; a failure is a value, too."""

    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncStream[T]:
        """Send a request, and read each event of its answer with `parse`."""
