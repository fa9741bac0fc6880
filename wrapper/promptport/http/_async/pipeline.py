"""The one road to the wire: encode, authenticate, send, retry, then read or raise. Here are the loops that wait.

The blocking twin is made from this file by `tools/unasync.py`.
"""

from __future__ import annotations

import warnings
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from copy import copy
from itertools import count
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from ...errors import ClosedError
from ...model import Parse, ParseEvent, Request, Unreadable
from ..aio import breathe, header
from ..call import Call
from ..clock import Deadline
from ..encode import Encoded
from ..failure import Failures, raise_alone
from ..lifetime.aio import AsyncLifetime
from ..observer import Observer
from ..options import Options
from ..principals import note_principal
from ..release import Release
from ..request import Requests
from ..response import Response, note
from ..retry import Budget
from ..rules import Grant, Rules
from ..wire import RawResponse, TransportError, decompressed, understood
from .carriers import AsyncCarriers
from .keys import AsyncKeys
from .tokens import AsyncTokens

T = TypeVar("T")
TOGETHER = 16  # events of a stream that are read before others go on, where they have come at once


class AsyncClosing(ABC):
    """What `async with` closes at its end."""

    @abstractmethod
    async def aclose(self) -> None:
        """Close it."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


class AsyncEvents(AsyncClosing, Generic[T]):
    """The events of a streaming call. Leave it early with `aclose`, or use it with `async with`.

    Args:
        events: Where the events come from.
    """

    def __init__(self, events: AsyncGenerator[T]) -> None:
        self._events = events

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        return await anext(self._events)

    async def aclose(self) -> None:
        """End the connection. Closing twice does no harm."""
        await self._events.aclose()


class AsyncPipeline(AsyncClosing):
    """Sends the requests of one client.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        transport: What carries a request, in place of the pool of connections.
        http_client: The application's own client, which does so.

    Attributes:
        keys: The keys that a function answers.

    Raises:
        ConfigurationError: One of the two is none, certificates can't be read, or a key's function is none for this client.
    """

    def __init__(self, rules: Rules, options: Options, transport: Any = None, http_client: Any = None) -> None:
        self._carriers = AsyncCarriers(rules, options, transport, http_client)
        self._budget = Budget()
        self._tokens = AsyncTokens(rules.early, options.clock.monotonic)
        self._lifetime = AsyncLifetime(rules.platform, None, rules.closed_error)
        self._parent: AsyncPipeline | None = None
        self._release = Release(rules, options.release)
        self.settle(rules, options)

    def settle(self, rules: Rules, options: Options) -> None:
        """Go by these from the next call on."""
        self.rules, self.options = rules, options
        for proxy in options.network.proxies.values():
            rules.secrets.add(proxy.password)
        self._requests = Requests(rules, options, header, self._release)
        self._failures = Failures(rules, options, self._release)
        self.keys = AsyncKeys(rules, self._failures, self._lifetime)
        self._observer = Observer(rules, self._requests, options.hooks)

    def derived(self, options: Options, rules: Rules | None = None) -> AsyncPipeline:
        """A pipeline with other options that shares this one's connections and retries, and closes with it."""
        made = copy(self)
        made._parent = self
        made._lifetime = AsyncLifetime(self.rules.platform, self._lifetime, self.rules.closed_error)
        made.settle(rules or self.rules, options)
        return made

    async def send(self, request: Request, parse: Parse[T], deadline: float | None = None) -> T:
        """Send a request and read its answer.

        Args:
            request: An operation and its arguments.
            parse: Reads the answer.
            deadline: Seconds that the call takes at the most, all attempts and waits included; a `Deadline` is one over
                several calls. Else the client's.

        Raises:
            ArgumentError: An argument can't be sent.
            CallError: The call failed; the class is the platform's own.
            ClosedError: The client is closed, or was closed meanwhile.
        """
        return (await self.exchange(request, parse, deadline))[0]

    async def exchange(self, request: Request, parse: Parse[T], deadline: float | None = None) -> tuple[T, Response]:
        """Send a request; answers what was read from its answer, and the answer as it came. Raises as `send`."""
        raw, call = await self._open(request, True, _deadline(self.options, deadline))
        try:
            response = Response(raw.status, raw.headers, _body(raw, self.options.most))
            note(response)
            note_principal(call.principal)
            status = (raw.status,) if request.operation.by_status else ()
            return self._observer.read(request.operation, parse, response.content, *status), response
        except Unreadable as error:
            raise_alone(self._failures.unreadable(request.operation, error, call.attempts))

    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncEvents[T]:
        """Send a request, when the first event is asked for, and answer its events as they come.

        Ends with the platform's last event. Asking for an event raises CallError where the call failed, or the stream broke
        off, and ClosedError where the client was closed.
        """
        return AsyncEvents(self._events(request, parse))

    async def sleep(self, seconds: float, deadline: Deadline) -> None:
        """Wait between two calls that belong together. Raises ClosedError where the client is closed meanwhile."""
        await self._lifetime.sleep(seconds, deadline)

    async def _events(self, request: Request, parse: ParseEvent[T]) -> AsyncGenerator[T]:
        from .transport import events

        raw, call = await self._open(request, False, _deadline(self.options, None))
        note(Response(raw.status, raw.headers, b""))
        arriving = events(raw, self.options.most)
        try:
            for number in count(1):
                if number % TOGETHER == 0:
                    await breathe()
                async with self._lifetime.wait(None):
                    event = await anext(arriving, None)
                if event is None:
                    break
                # As the standard has it, an event without data is none; an end is one all the same.
                found = self._observer.read(request.operation, parse, event.event, event.data) if event.data else None
                if found is not None:
                    yield found
                if event.event in request.operation.ends:
                    return
            if request.operation.ends:
                raise TransportError("the stream stopped before its last event")
        except Unreadable as error:
            raise_alone(self._failures.unreadable(request.operation, error, call.attempts))
        except TransportError as error:
            raise_alone(self._failures.broken(request.operation, error, call.attempts, call.deadline))
        finally:
            await raw.stream.aclose()

    async def _open(self, request: Request, buffered: bool, deadline: Deadline) -> tuple[RawResponse, Call]:
        """Send until there is a successful answer, or no more attempt is due."""
        encoded = self._requests.encode(request)
        login = self.rules.login() if request.operation.security else None
        if asked := login is None and bool(request.operation.security and self.rules.asked):
            await self.keys.ready(deadline, request.operation)
        operation = request.operation._replace(repeatable=False) if encoded.once else request.operation
        call = Call(operation, deadline, self.options, self._failures, self._budget)
        call.lacking = encoded.lacking
        renewed, token = False, None
        while True:
            if login is not None:
                token, fresh = await self._token(login, deadline)
                call.principal = self._tokens.principal(token)
                renewed = renewed or fresh
            shown = self.keys.shown if asked else ()
            outcome = await self._attempt(call, encoded, buffered, token)
            if isinstance(outcome, RawResponse):
                if 200 <= outcome.status < 300:
                    call.succeeded()
                    return outcome, call
                if token is not None and outcome.unauthorized:
                    self._tokens.drop(token)
                    if not renewed:
                        continue  # with a token of its own, once: this one may have been revoked
                if asked and outcome.unauthorized:
                    asked = False
                    if await self.keys.another(shown, deadline):
                        continue  # with the other key, once
            await self._lifetime.sleep(call.after(outcome), deadline)

    async def _token(self, login: tuple[Request, Parse[Grant]], deadline: Deadline) -> tuple[str, bool]:
        """The token for an attempt, and whether it was fetched just now."""
        operation = login[0].operation

        async def fetch(limit: Deadline) -> Grant:
            principal, (request, parse) = self.rules.settled(lambda: self.rules.login() or login)
            raw, call = await self._open(request, True, limit)
            try:
                grant = self._observer.read(request.operation, parse, _body(raw, self.options.most))
                self.rules.secrets.add_token(grant.token)
                return grant._replace(principal=principal)
            except Unreadable as error:
                raise_alone(self._failures.unreadable(request.operation, error, call.attempts))

        principal = self.rules.principal
        limits = self.options.timeout, float(deadline), self.options.policy, principal
        try:
            return await self._tokens.get(self.keys.showing(fetch, operation), deadline, limits, principal)
        except TimeoutError:
            late = TransportError("no token in time", timeout=True)
        raise self._failures.broken(operation, late, 0, deadline)

    async def _attempt(
        self, call: Call, encoded: Encoded, buffered: bool, token: str | None
    ) -> RawResponse | TransportError:
        self._lifetime.begin()
        seconds = call.begin()
        wire = self._requests.wire(call.operation, encoded, seconds, buffered, token)
        carrier = self._carriers.carrier(wire.url)
        call.principal = wire.principal or call.principal
        attempt = self._observer.before(call, encoded, wire, token)
        began = 0.0 if attempt is None else self.options.clock.monotonic()
        outcome: RawResponse | TransportError = TransportError("cancelled")
        try:
            async with self._lifetime.wait(seconds):
                outcome = await (self._carriers.follow(wire) if call.operation.redirects else carrier.send(wire))
        except (TransportError, MemoryError, TimeoutError) as error:
            outcome = self._failures.lost(error)
        except ClosedError as error:
            outcome = TransportError(error.message)
            error.__context__ = None  # what broke when the client was closed holds the request
            raise
        finally:
            if attempt is not None:
                self._observer.after(call, attempt, outcome, self.options.clock.monotonic() - began)
        return outcome

    async def aclose(self) -> None:
        """End what is under way, and close the connections, unless they are another's. Closing twice does no harm."""
        self._lifetime.close()
        await self._lifetime.drain()
        if self._parent is None:
            await self._carriers.aclose()

    def __del__(self) -> None:
        if getattr(self, "_parent", self) is None and self._lifetime.used and not self._lifetime.closed:
            _warn(f"unclosed client of {self.rules.platform}: close it, or use `with`")


def _warn(text: str) -> None:
    warnings.warn(text, ResourceWarning, stacklevel=3)


def _deadline(options: Options, seconds: float | None) -> Deadline:
    if isinstance(seconds, Deadline):
        return seconds  # it has begun
    return Deadline(options.deadline if seconds is None else seconds, options.clock.monotonic)


def _body(raw: RawResponse, most: int) -> bytes:
    """The body of a successful answer. Raises Unreadable where it is too large, or not compressed as it says."""
    return understood(lambda _: decompressed(raw, most), raw.content)
