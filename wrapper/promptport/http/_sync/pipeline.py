# Made from wrapper/promptport/http/_async/pipeline.py by `python tools/unasync.py`: change that file, never this one.
"""The one road to the wire: encode, authenticate, send, retry, then read or raise.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

import sys
import warnings
from abc import ABC, abstractmethod
from collections.abc import Generator, Mapping
from copy import copy
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ..._version import __version__
from ...concurrency.fork import register_at_fork
from ...errors import CallError, ClosedError, ConfigurationError, Kind
from ...model import Operation, Parse, ParseEvent, Request, Unreadable
from ..blocking import Engine, header, limit, sleep
from ..clock import Deadline, retry_after
from ..encode import Encoded, encode
from ..hooks import Attempt, AttemptResult, Hooks
from ..options import Options
from ..response import Response, note
from ..retry import Budget, Failed, Stop, decide
from ..rules import Grant, Problem, Rules
from ..wire import RawResponse, TransportError, Wire, decompressed
from .tokens import Tokens

if TYPE_CHECKING:
    import httpx

    from .transport import Through

T = TypeVar("T")
BODIED = frozenset({"POST", "PUT", "PATCH"})  # verbs of which servers want to know the length of an empty body
BODY = 100_000  # bytes of a refusal's body that its error keeps
AGENT = f"promptport/{__version__} python/{sys.version_info.major}.{sys.version_info.minor}"


class Closing(ABC):
    """What `with` closes at its end."""

    @abstractmethod
    def close(self) -> None:
        """Close it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Events(Closing, Generic[T]):
    """The events of a streaming call. Leave it early with `close`, or use it with `with`.

    Args:
        events: Where the events come from.
    """

    def __init__(self, events: Generator[T]) -> None:
        self._events = events

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        return next(self._events)

    def close(self) -> None:
        """End the connection. Closing twice does no harm."""
        self._events.close()


class Pipeline(Closing):
    """Sends the requests of one client.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        transport: What carries a request, in place of the pool of connections.

    Raises:
        ConfigurationError: The transport is none, or certificates can't be read.
    """

    def __init__(self, rules: Rules, options: Options, transport: httpx.BaseTransport | None = None) -> None:
        self.rules = rules
        self.options = options
        self._engine: Engine | Through
        if transport is None:
            self._engine = Engine(options.network, options.hosts.values())
        elif not hasattr(transport, "handle_request"):
            raise ConfigurationError("`transport` must be an httpx.BaseTransport.")
        else:
            from .transport import Through  # httpx costs 50 ms, for those who bring a transport of it

            self._engine = Through(transport)
        self._hooks = Hooks(options.hooks)
        self._budget = Budget()
        self._tokens = Tokens(rules.early, options.clock.monotonic)
        self._fixed: dict[tuple[str, bool], tuple[str, list[Any]]] = {}
        self._parent: Pipeline | None = None
        self._used = False
        self._closed = False
        register_at_fork(self)

    def after_fork(self) -> None:
        """In a child nothing is open yet that it could forget to close."""
        self._used = False

    def derived(self, options: Options) -> Pipeline:
        """A pipeline with other options that shares this one's connections and retries, and closes with it."""
        made = copy(self)
        made.options, made._parent, made._fixed = options, self._parent or self, {}
        return made

    def send(self, request: Request, parse: Parse[T]) -> T:
        """Send a request and read its answer.

        Raises:
            ArgumentError: An argument can't be sent.
            CallError: The call failed; the class is the platform's own.
            ClosedError: The client was closed.
        """
        return (self.exchange(request, parse))[0]

    def exchange(self, request: Request, parse: Parse[T]) -> tuple[T, Response]:
        """Send a request; what was read from the answer, and the answer as it came."""
        reply, attempts = self._open(request, buffered=True)
        try:
            answer = Response(reply.status, reply.headers, decompressed(reply))
            note(answer)
            return parse(answer.content), answer
        except Unreadable as error:
            raise self._unreadable(request.operation, error, attempts) from None

    def stream(self, request: Request, parse: ParseEvent[T]) -> Events[T]:
        """Send a request, when the first event is asked for, and answer its events as they come.

        Ends with the platform's last event. Asking for an event raises CallError where the call failed, or the stream broke
        off.
        """
        return Events(self._events(request, parse))

    def _events(self, request: Request, parse: ParseEvent[T]) -> Generator[T]:
        from .transport import events

        reply, attempts = self._open(request, buffered=False)
        note(Response(reply.status, reply.headers, b""))
        try:
            for event in events(reply):
                # As the standard has it, an event without data is none; an end is one all the same.
                found = parse(event.event, event.data) if event.data else None
                if found is not None:
                    yield found
                if event.event in request.operation.ends:
                    return
            if request.operation.ends:
                raise TransportError("the stream stopped before its last event")
        except Unreadable as error:
            raise self._unreadable(request.operation, error, attempts) from None
        except TransportError as error:
            raise self._error(request.operation, error, attempts) from error
        finally:
            reply.stream.close()

    def _open(
        self, request: Request, buffered: bool, deadline: Deadline | None = None
    ) -> tuple[RawResponse, int]:
        """Send until there is a successful answer, or no more attempt is due."""
        operation, clock = request.operation, self.options.clock
        encoded = encode(request)
        if own := dict(self.options.headers):
            encoded = encoded._replace(headers=[each for each in encoded.headers if each[0].lower() not in own])
        deadline = deadline or Deadline(self.options.deadline, clock.monotonic)
        login = self.rules.login() if operation.security else None
        self._budget.earn()
        attempt = spent = 0
        renewed = False
        refusal: Problem | None = None
        while True:
            attempt += 1
            token = None
            if login is not None:
                token, fresh = self._token(*login, deadline)
                renewed = renewed or fresh
            outcome = self._attempt(operation, encoded, deadline, attempt, buffered, token)
            problem: Problem | TransportError
            if isinstance(outcome, TransportError):
                problem, failed, answer = outcome, Failed(sent=outcome.sent), None
            elif 200 <= outcome.status < 300:
                if spent:
                    self._budget.earn(spent)
                return outcome, attempt
            else:
                if token is not None and outcome.status == 401:
                    self._tokens.drop(token)
                    if not renewed:
                        continue  # with a token of its own, once: this one may have been revoked
                answer = _refusal(outcome)
                problem = refusal = self._problem(operation, answer)
                failed = Failed(problem.status, retry_after=problem.retry_after)
            decision = decide(
                failed,
                attempt=spent + 1,
                repeatable=operation.repeatable,
                remaining=deadline.remaining(),
                policy=self.options.policy,
                random=clock.random,
            )
            if not isinstance(decision, Stop) and not self._budget.spend():
                decision = Stop("too many calls have failed lately for a retry")
            if isinstance(decision, Stop):
                self._hooks.not_retried(operation.id, decision.reason)
                raise self._error(operation, problem, attempt, answer, refusal)
            spent += 1
            sleep(decision.delay, deadline)

    def _token(self, request: Request, parse: Parse[Grant], deadline: Deadline) -> tuple[str, bool]:
        """The token for an attempt, and whether it was fetched just now."""

        def fetch(limit: Deadline) -> Grant:
            reply, attempts = self._open(request, buffered=True, deadline=limit)
            try:
                grant = parse(decompressed(reply))
            except Unreadable as error:
                raise self._unreadable(request.operation, error, attempts) from None
            self.rules.granted(grant.token)
            return grant

        try:
            return self._tokens.get(fetch, deadline, self.options[:3])
        except TimeoutError:
            raise self._error(request.operation, TransportError("no token in time", timeout=True), 0) from None

    def _problem(self, operation: Operation, answer: Response) -> Problem:
        problem = self.rules.problem(operation, answer)
        wait = retry_after(answer.headers.get("retry-after"), self.options.clock.wall)
        if wait is not None:
            problem = problem._replace(retry_after=wait)
        if 300 <= answer.status < 400 and not problem.hint:
            place = answer.headers.get("location", "another address")
            problem = problem._replace(hint=f"It redirects to {place}, which is not followed: set that address.")
        return problem

    def _attempt(
        self, operation: Operation, encoded: Encoded, deadline: Deadline, number: int, buffered: bool, token: str | None
    ) -> RawResponse | TransportError:
        if self._closed or (self._parent is not None and self._parent._closed):
            raise ClosedError(f"The {self.rules.platform} client is closed; build another one.")
        (self._parent or self)._used = True
        clock = self.options.clock
        seconds = Deadline(min(self.options.timeout, deadline.remaining()), clock.monotonic)
        wire = self._wire(operation, encoded, seconds, buffered, token)
        watched = None
        if self._hooks.enabled:
            url = wire.url.partition("?")[0]
            sent = self._shown(operation, encoded, buffered, token) if self._hooks.detailed else {}
            watched = Attempt(self.rules.platform, operation.id, number, operation.method, url, sent)
            self._hooks.before(watched)
            began = clock.monotonic()
        outcome: RawResponse | TransportError = TransportError("cancelled")
        try:
            with limit(seconds):
                outcome = self._engine.send(wire)
        except TransportError as error:
            outcome = error
        except TimeoutError:
            outcome = TransportError("the attempt took too long", timeout=True)
        finally:
            if watched is not None:
                took = clock.monotonic() - began
                if isinstance(outcome, TransportError):
                    ended = AttemptResult(0, took, self.rules.hide(outcome.message), outcome.timeout)
                else:
                    seen = self._seen(operation, outcome) if self._hooks.detailed else None
                    ended = AttemptResult(outcome.status, took, answer=seen)
                self._hooks.after(watched, ended)
        return outcome

    def _shown(self, operation: Operation, encoded: Encoded, buffered: bool, token: str | None) -> Mapping[str, str]:
        """The headers of an attempt, for its observers."""
        secret = {"Authorization"} if token else set()
        secret |= {name for name, _ in self.rules.headers(operation)} if operation.security else set()
        shown = dict([*self._constant(operation, buffered), *encoded.headers])
        return {name: self.rules.hide(value) for name, value in shown.items()} | dict.fromkeys(secret, "[hidden]")

    def _seen(self, operation: Operation, reply: RawResponse) -> Response:
        """An answer, for its observers. What an operation without credentials answers may be credentials."""
        hide = self.rules.hide
        headers = {name: hide(value) for name, value in reply.headers.items() if name != "set-cookie"}
        if not operation.security:
            return Response(reply.status, headers, b"")
        return Response(reply.status, headers, hide(_refusal(reply).content.decode(errors="replace")).encode())

    def _wire(
        self, operation: Operation, encoded: Encoded, deadline: Deadline, buffered: bool, token: str | None
    ) -> Wire[Any]:
        base, fixed = self._fixed.get((operation.id, buffered)) or self._settled(operation, buffered)
        headers = [*fixed, *(header(*each) for each in encoded.headers)]
        if operation.security:
            headers += [header(*each) for each in self.rules.headers(operation)]
        if token is not None:
            headers.append(header("Authorization", f"Bearer {token}"))
        if encoded.content is not None or operation.method in BODIED:
            headers.append(header("Content-Length", str(len(encoded.content or b""))))
        path, options = base + encoded.path, self.options
        return Wire(
            operation.method, path, headers, encoded.content or b"", deadline, buffered, options.connect, options.idle
        )

    def _settled(self, operation: Operation, buffered: bool) -> tuple[str, list[Any]]:
        """The host of an operation, and the headers that its every request has, as the engine takes them."""
        base = self.options.hosts.get(operation.server, operation.server)
        found = self._fixed[operation.id, buffered] = (
            base,
            [header(*each) for each in self._constant(operation, buffered)],
        )
        return found

    def _constant(self, operation: Operation, buffered: bool) -> list[tuple[str, str]]:
        base = self.options.hosts.get(operation.server, operation.server)
        found = [
            ("Host", base.split("/", 3)[2]),
            ("User-Agent", AGENT),
            ("Accept", operation.accept),
            ("Accept-Encoding", "gzip, deflate" if buffered else "identity"),
        ]
        own = dict(self.options.headers)  # in place of the client's, so that none is sent twice
        return [*(each for each in found if each[0].lower() not in own), *own.items()]

    def _unreadable(self, operation: Operation, error: Unreadable, attempts: int) -> CallError:
        return self.rules.failure(
            operation,
            self.rules.hide(f"The answer can't be read: {error}."),
            0,
            "unreadable",
            attempts=attempts,
            hint="Check that the address is the platform's; if it is, its contract has changed.",
        )

    def _error(
        self,
        operation: Operation,
        problem: Problem | TransportError,
        attempts: int,
        answer: Response | None = None,
        refusal: Problem | None = None,
    ) -> CallError:
        """The error of a call: its last problem and answer; and what the platform said before, where it then fell silent."""
        hide = self.rules.hide
        kind: Kind
        if isinstance(problem, Problem):
            kind, status, message = "status", problem.status, problem.message
        else:
            kind, status, message = "timeout" if problem.timeout else "connection", 0, self._message(problem)
            if refusal is not None:
                message += f" Before that it answered HTTP {refusal.status}: {refusal.message}"
        error = self.rules.failure(operation, hide(message), status, kind, attempts=attempts)
        if isinstance(problem, Problem):
            error.code, error.details, error.hint = hide(problem.code), hide(problem.details), hide(problem.hint)
            error.retry_after = problem.retry_after
        else:
            error.__cause__ = problem
            address = self.options.hosts.get(operation.server, operation.server)
            slow = "`timeout` sets how long an attempt may take, `deadline` how long a call may."
            error.hint = slow if problem.timeout else self.rules.unreachable(operation.server, address)
            if problem.idle:
                error.hint = "`idle_timeout` sets how long a stream may be silent."
        if answer is not None:
            error.request_id = hide(answer.headers.get("x-request-id"))
            error.body = hide(answer.content[:BODY].decode(errors="replace"))
        return error

    def _message(self, error: TransportError) -> str:
        if error.idle:
            return f"The stream was silent for {self.options.idle:g} s."
        if error.timeout:
            limits = f"{self.options.timeout:g} s for an attempt, {self.options.deadline:.3g} s for a call"
            return f"No whole answer came in time: {limits}."
        why = error.message.rstrip(".")
        return f"The connection broke: {why}." if error.sent else f"There is no connection to the platform: {why}."

    def close(self) -> None:
        """Close the connections, unless they are another's. Closing twice does no harm."""
        self._closed = True
        if self._parent is None:
            self._engine.close()

    def __del__(self) -> None:
        if getattr(self, "_used", False) and not self._closed and self._parent is None:
            warnings.warn(
                f"unclosed client of {self.rules.platform}: close it, or use `with`", ResourceWarning, stacklevel=2
            )


def _refusal(reply: RawResponse) -> Response:
    """An answer that is no success; its status counts even where its body can't be read."""
    try:
        return Response(reply.status, reply.headers, decompressed(reply))
    except Unreadable:
        return Response(reply.status, reply.headers, b"")
