"""How a client reaches PromptRails, so that a tracer goes the same way."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import Future
from inspect import iscoroutinefunction
from secrets import token_hex
from typing import Any, Protocol, TypeVar

from ..concurrency.fork import register_at_fork
from ..concurrency.loop_thread import LoopThread
from ..errors import ConfigurationError
from ..http.options import Options
from ..http.rules import Rules
from ..model import Parse, Request

T = TypeVar("T")
ENGINES = ("promptport.http.blocking", "promptport.http.aio")  # a client has imported its own
MOCKS = ("MockTransport", "ASGITransport", "WSGITransport")  # transports that reach no network
FOREIGN = (
    "The `transport` or `http_client` of an `AsyncPromptRails` belongs to its event loop, and spans are delivered in another: "
    "give the tracer an `api_key`, or a `PromptRails`."
)


class Sender(Protocol):
    """What carries a request; it never tries again."""

    async def send(self, request: Request, parse: Parse[T], deadline: float | None = None) -> T:
        """Send a request, and read its answer."""

    async def aclose(self) -> None:
        """Let go of the connections."""


class SharedHttp:
    """What `client._http` is: the key, the address and the options of a client, for `Tracer(http=client._http)`.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        origin: The platform's address.
        brought: The application's own transport or client, which carries what the client sends; None where none does.
        client: The client.

    Attributes:
        origin: The platform's address.
        in_memory: Whether a test's transport carries it, so that nothing must reach a platform later.
    """

    def __init__(self, rules: Rules, options: Options, origin: str, brought: Any = None, client: Any = None) -> None:
        self._rules, self._options, self.origin = rules, options.changed(retries=0), origin
        self._client = None if brought is None else client
        self.in_memory = any(type(each).__name__ in MOCKS for each in (brought, getattr(brought, "_transport", None)))
        self._name = f", by {token_hex(4)}" if self.in_memory else ""
        if self._client is not None and iscoroutinefunction(self._client.send):
            raise ConfigurationError(FOREIGN)

    @property
    def account(self) -> str:
        """What tells one account from another, without the key; empty while a function is yet to answer that."""
        return (self._rules.principal.account or "") + self._name

    @property
    def mocked(self) -> bool:
        """Whether a mock of HTTP is at work that sees what is sent, or would have to."""
        if self._client is not None:
            return False  # what the application has brought is asked, whatever becomes of the others
        # An engine that another thread imports at this moment has none yet.
        seen = [found for name in ENGINES if (found := getattr(sys.modules.get(name), "mocks", None)) is not None]
        try:
            return any(each.library(self.origin) is not None for each in seen)
        except ConfigurationError:  # of one that would not see it
            return True

    @property
    def seconds(self) -> float:
        """How long one delivery takes at the most."""
        return self._options.deadline

    def open(self) -> Sender:
        """What delivers, in the event loop that this is called in.

        Its connections are its own, so that a client may be closed before its spans are delivered.
        """
        from ..http._async.pipeline import AsyncPipeline  # asyncio and its engine, which the caller needn't wait for

        return AsyncPipeline(self._rules, self._options) if self._client is None else Through(self._client)


class Through:
    """Sends by a blocking client, in the one thread that is there for all of them.

    Args:
        client: The client, which is not closed with this.
    """

    def __init__(self, client: Any) -> None:
        self._client = client.with_options(retries=0)

    async def send(self, request: Request, parse: Parse[T], deadline: float | None = None) -> T:
        """Send a request, and read its answer."""

        async def work() -> Any:
            return self._client.send(request, parse, deadline=deadline)

        found: T = await asyncio.wrap_future(_thread.hand(work))
        return found

    async def aclose(self) -> None:
        """The client is the application's to close."""


class _Thread:
    """The thread, which is started with the first request. The end of the process does not wait for it."""

    def __init__(self) -> None:
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's thread is not there in a child."""
        self._loop = LoopThread("promptport-spans", 0.0)

    def hand(self, work: Any) -> Future[Any]:
        """Hand it something to do."""
        if not self._loop.start():
            raise ConfigurationError("There can be no more threads, and the application's own client needs one.")
        return self._loop.hand(work)


_thread = _Thread()
