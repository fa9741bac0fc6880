"""The one road to the wire: encode, authenticate, send, retry, then read or raise.

`_sync.py` is made from this file by `tools/unasync.py`.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import AsyncGenerator
from types import TracebackType
from typing import TYPE_CHECKING, Generic, NamedTuple, Self, TypeVar

import httpx
from httpx_sse import EventSource
from promptport_api.types import Operation, Parse, ParseEvent, Request, Unreadable

from .._version import __version__
from ..errors import CallError, ClosedError
from .aio import Engine, limit, sleep
from .clock import Clock, Left, retry_after
from .encode import Encoded, encode
from .hooks import Attempt, Hook, Outcome, Watchers
from .retry import Budget, Failed, Policy, Stop, decide
from .rules import Answer, Problem, Rules

if TYPE_CHECKING:
    from ..errors import Kind

T = TypeVar("T")
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)
AGENT = f"promptport/{__version__} python/{sys.version_info.major}.{sys.version_info.minor}"


class Options(NamedTuple):
    """How a client behaves on the wire.

    Attributes:
        timeout: Seconds that one attempt takes at the most, the whole answer included.
        deadline: Seconds that a call takes at the most, all attempts and waits included.
        policy: How often and how soon a request is sent again.
        hosts: Addresses to use instead of the hosts that the contract names.
        hooks: Observers of attempts.
        clock: Time and chance.
    """

    timeout: float
    deadline: float
    policy: Policy
    hosts: dict[str, str]
    hooks: tuple[Hook, ...] = ()
    clock: Clock = Clock()


class _Broken(NamedTuple):
    """An attempt without an answer."""

    kind: Kind
    message: str
    sent: bool


class AsyncEvents(Generic[T]):
    """The events of a streaming call. Leave it early with `aclose`, or use it in an `async with` block.

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

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


class AsyncPipeline:
    """Sends the requests of one client.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        transport: What carries a request, in place of the pool of connections.
    """

    def __init__(self, rules: Rules, options: Options, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.rules = rules
        self.options = options
        self._transport = transport or Engine()
        self._watchers = Watchers(options.hooks)
        self._budget = Budget()
        self._urls: dict[str, httpx.URL] = {}
        self._fixed = [(b"User-Agent", AGENT.encode()), (b"Accept-Encoding", b"gzip, deflate")]
        self._used = False
        self._closed = False

    async def send(self, request: Request, parse: Parse[T]) -> T:
        """Send a request and read its answer.

        Raises:
            ArgumentError: An argument can't be sent.
            CallError: The call failed; the class is the platform's own.
            ClosedError: The client was closed.
        """
        return (await self.exchange(request, parse))[0]

    async def exchange(self, request: Request, parse: Parse[T]) -> tuple[T, Answer]:
        """The same, with the answer as it came beside what was read from it."""
        answer, attempts = await self._call(request)
        try:
            return parse(answer.content), answer
        except Unreadable as error:
            raise self._unreadable(request.operation, error, attempts) from None

    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncEvents[T]:
        """Send a request, when the first event is asked for, and answer its events as they come.

        Ends with the platform's last event. Asking for an event raises CallError where the call failed, or the stream broke
        off.
        """
        return AsyncEvents(self._events(request, parse))

    async def _events(self, request: Request, parse: ParseEvent[T]) -> AsyncGenerator[T]:
        encoded = encode(request)
        left = Left(self.options.deadline, self.options.clock.monotonic)
        response, attempts = await self._open(request.operation, encoded, left)
        try:
            async for event in EventSource(response).aiter_sse():
                found = parse(event.event, event.data)
                if found is not None:
                    yield found
                if event.event in request.operation.ends:
                    return
        except Unreadable as error:
            raise self._unreadable(request.operation, error, attempts) from None
        except (httpx.TransportError, OSError) as error:
            raise self._error(request.operation, _broken(error, self.options), attempts) from error
        finally:
            await response.aclose()

    async def _call(self, request: Request) -> tuple[Answer, int]:
        encoded = encode(request)
        left = Left(self.options.deadline, self.options.clock.monotonic)
        response, attempts = await self._open(request.operation, encoded, left, whole=True)
        return Answer(response.status_code, response.headers, response.content), attempts

    async def _open(
        self, operation: Operation, encoded: Encoded, left: Left, whole: bool = False
    ) -> tuple[httpx.Response, int]:
        """Send until there is a successful answer, or no more attempt is due."""
        self._budget.earn()
        attempt = 0
        while True:
            attempt += 1
            outcome = await self._attempt(operation, encoded, left, attempt, whole)
            if isinstance(outcome, httpx.Response) and outcome.is_success:
                return outcome, attempt
            problem: Problem | _Broken
            if isinstance(outcome, httpx.Response):
                answer = Answer(outcome.status_code, outcome.headers, outcome.content)
                problem = self.rules.problem(operation, answer)
                wait = retry_after(outcome.headers.get("retry-after"), self.options.clock.wall)
                wait = problem.retry_after if wait is None else wait
                problem = problem._replace(retry_after=wait)
                failed = Failed(problem.status, retry_after=wait)
            else:
                problem, failed, answer = outcome, Failed(sent=outcome.sent), None
            decision = decide(
                failed,
                attempt=attempt,
                repeatable=operation.repeatable,
                left=left.now(),
                policy=self.options.policy,
                random=self.options.clock.random,
            )
            if isinstance(decision, Stop) or not self._budget.spend():
                raise self._error(operation, problem, attempt, answer)
            await sleep(decision.delay)

    async def _attempt(
        self, operation: Operation, encoded: Encoded, left: Left, number: int, whole: bool
    ) -> httpx.Response | _Broken:
        if self._closed:
            raise ClosedError(f"The {self.rules.platform} client is closed; build another one.")
        self._used = True
        clock = self.options.clock
        request = self._request(operation, encoded)
        seconds = Left(min(self.options.timeout, left.now()), clock.monotonic)
        timeouts: dict[str, float | None] = {"connect": seconds, "read": seconds, "write": seconds, "pool": seconds}
        request.extensions["timeout"] = timeouts
        watched = None
        if self._watchers.watching:
            url = str(request.url.copy_with(query=None))
            watched = Attempt(self.rules.platform, operation.id, number, request.method, url)
            self._watchers.before(watched)
            began = clock.monotonic()
        outcome: httpx.Response | _Broken
        try:
            async with limit(seconds):
                outcome = await self._transport.handle_async_request(request)
                if whole or not outcome.is_success:
                    await _read(outcome)
                else:
                    timeouts["read"] = None  # a stream may be silent for longer than an attempt may take
        except (httpx.TransportError, httpx.DecodingError, OSError) as error:
            outcome = _broken(error, self.options)
        if watched is not None:
            status, said = (0, outcome.message) if isinstance(outcome, _Broken) else (outcome.status_code, None)
            self._watchers.after(watched, Outcome(status, clock.monotonic() - began, said and self.rules.hide(said)))
        return outcome

    def _request(self, operation: Operation, encoded: Encoded) -> httpx.Request:
        base = self.options.hosts.get(operation.server, operation.server)
        url = self._urls.get(base + encoded.path)
        if url is None:
            url = httpx.URL(base + encoded.path)
            if len(self._urls) < 256:
                self._urls[base + encoded.path] = url
        headers = [
            (b"Host", url.netloc),
            *self._fixed,
            (b"Accept", operation.accept.encode()),
            *encoded.headers,
            *(self.rules.headers(operation) if operation.security else ()),
        ]
        if encoded.content is not None:
            headers.append((b"Content-Length", str(len(encoded.content)).encode()))
        request = httpx.Request(operation.method, url, headers=headers, stream=httpx.ByteStream(encoded.content or b""))
        request.read()  # transports that look at `content` need it
        return request

    def _unreadable(self, operation: Operation, error: Unreadable, attempts: int) -> CallError:
        return self.rules.error_class(operation, 0)(
            self.rules.hide(f"The answer can't be read: {error}."),
            kind="unreadable",
            platform=self.rules.platform,
            operation=operation.id,
            attempts=attempts,
            hint="Check that the address is the platform's; if it is, its contract has changed.",
        )

    def _error(
        self, operation: Operation, problem: Problem | _Broken, attempts: int, answer: Answer | None = None
    ) -> CallError:
        status = problem.status if isinstance(problem, Problem) else 0
        error = self.rules.error_class(operation, status)(
            self.rules.hide(problem.message),
            status,
            platform=self.rules.platform,
            operation=operation.id,
            attempts=attempts,
        )
        if isinstance(problem, Problem):
            hide = self.rules.hide
            error.code, error.details, error.hint = hide(problem.code), hide(problem.details), problem.hint
            error.retry_after = problem.retry_after
            error.request_id = None if answer is None else hide(answer.headers.get("x-request-id"))
        else:
            error.kind = problem.kind
            error.hint = "Check the network and the address; `timeout` sets how long an attempt may take."
        return error

    async def aclose(self) -> None:
        """Close the connections. Closing twice does no harm."""
        self._closed = True
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        if getattr(self, "_used", False) and not self._closed:
            warnings.warn(
                f"unclosed client of {self.rules.platform}: close it, or use `with`", ResourceWarning, stacklevel=2
            )


async def _read(response: httpx.Response) -> None:
    try:
        await response.aread()
    except BaseException:
        await response.aclose()
        raise


def _broken(error: Exception, options: Options) -> _Broken:
    """What an exception of the transport means for the call."""
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        limits = f"{options.timeout:g} s for an attempt, {options.deadline:g} s for a call"
        return _Broken("timeout", f"No whole answer came in time: {limits}.", not isinstance(error, NOT_SENT))
    if isinstance(error, httpx.DecodingError):
        return _Broken("connection", f"The answer is compressed wrongly: {error}.", True)
    if isinstance(error, NOT_SENT):
        return _Broken("connection", f"There is no connection to the platform: {error}.", False)
    return _Broken("connection", f"The connection broke: {str(error).rstrip('.') or type(error).__name__}.", True)
