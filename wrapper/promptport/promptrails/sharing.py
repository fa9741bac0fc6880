"""How a client reaches PromptRails, so that a tracer goes the same way."""

from __future__ import annotations

from contextvars import copy_context
from functools import partial
from inspect import iscoroutinefunction
from secrets import token_hex
from typing import Any, Protocol, TypeVar

from ..errors import ConfigurationError
from ..http.mocks import ASYNC, SYNC, mocked_by, reaches_nothing
from ..http.options import Options
from ..http.rules import Rules
from ..model import Parse, Request

T = TypeVar("T")
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
        self.in_memory = reaches_nothing(brought)
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
        try:
            return mocked_by(SYNC, ASYNC)(self.origin)
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
    """Sends by a blocking client, in a thread.

    Args:
        client: The client, which is not closed with this.
    """

    def __init__(self, client: Any) -> None:
        self._client = client.with_options(retries=0)

    async def send(self, request: Request, parse: Parse[T], deadline: float | None = None) -> T:
        """Send a request, and read its answer."""
        from ..concurrency.off_loop import fetches  # with asyncio, which blocking programs need for nothing else

        send = partial(self._client.send, request, parse, deadline=deadline)
        found: T = await fetches.run(None, copy_context().run, send)
        return found

    async def aclose(self) -> None:
        """The client is the application's to close."""
