"""From an answer that is no success, or a lost connection, to the error that a call raises. Nothing here waits."""

from __future__ import annotations

from typing import NoReturn

from ..errors import CallError, Kind
from ..model import Operation, Unreadable
from .bounds import HOW, REFUSAL, TooLarge, beginning
from .clock import retry_after
from .options import Options
from .release import Release
from .response import Response
from .rules import Problem, Rules
from .wire import RawResponse, TransportError

BODY = 100_000  # characters of a refusal's body that its error keeps
TLS = (
    "It was not tried again, since it would end likewise. Where the platform's certificate is signed by an authority of your "
    "own, name its certificates with SSL_CERT_FILE or `verify=`; else check the address, and the clock of this machine."
)
FOREIGN = "It was not tried again. Look at the client that `http_client` was given, or at the mock that is at work."
ELSEWHERE = (
    "Check the network, and whether that host can be reached from here: the platform keeps there what was asked for."
)
WHY = 1_000  # characters of what a library says of a broken connection
MESSAGE = 10_000  # characters of its message, and of what else it says
UNKNOWN = "Check that the address is the platform's; if it is, its contract has changed."
LATER = "The platform failed; it may work later."
ARRIVED = "It may have arrived, and was not sent again: see whether the platform has done it before you repeat it."
SLOW = "`timeout` sets how long an attempt may take, `deadline` how long a call may."


def refusal(raw: RawResponse) -> Response:
    """An answer that is no success; its status counts even where its body can't be read, or only its beginning."""
    content = beginning(raw.content, raw.headers.get("content-encoding", ""), REFUSAL)
    return Response(raw.status, raw.headers, content)


def raise_alone(error: CallError) -> NoReturn:
    """Raise an error without the context in which this is called: that shows what was read, and how."""
    try:
        raise error
    finally:
        error.__context__ = None
        del error  # else error and frame hold each other, and the client


class Failures:
    """Makes the errors of one client.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        release: What the client knows of the release that the server is.

    Attributes:
        release: What the client knows of the release that the server is.
    """

    def __init__(self, rules: Rules, options: Options, release: Release | None = None) -> None:
        self._rules = rules
        self._options = options
        self.release = release or Release(rules, options.release)

    def problem(self, operation: Operation, response: Response) -> Problem:
        """What an answer says that is no success."""
        problem = self._rules.problem(operation, response)
        wait = retry_after(response.headers.get("retry-after"), self._options.clock.wall)
        if wait is not None:
            problem = problem._replace(retry_after=wait)
        if 300 <= response.status < 400 and not problem.hint:
            place = response.headers.get("location", "another address")
            problem = problem._replace(hint=f"It redirects to {place}, which is not followed: set that address.")
        if problem.status >= 500 and not problem.hint:
            problem = problem._replace(hint=LATER)
        return problem

    def refused(
        self, operation: Operation, problem: Problem, response: Response, attempts: int, lacking: str = ""
    ) -> CallError:
        """The error of a call that the platform refused.

        Args:
            operation: What was called.
            problem: What the platform said.
            response: Its answer.
            attempts: How often the request was sent.
            lacking: What of the call the server's release lacks, in words.
        """
        hide = self._rules.hide
        message = self._rules.secrets.excerpt(problem.message, MESSAGE)
        error = self._rules.failure(operation, message, problem.status, "status", attempts=attempts)
        error.code, error.details, error.hint = (
            self._short(problem.code),
            hide(problem.details),
            self._short(problem.hint),
        )
        self.explain(error)
        self.release.explain(error, operation, response._replace(status=problem.status), lacking)
        error.retry_after = problem.retry_after
        error.request_id = self._short(response.headers.get("x-request-id"))
        error.body = self._rules.secrets.excerpt(response.content.decode(errors="replace"), BODY)
        return error

    def explain(self, error: CallError) -> None:
        """Let the error of a refused key say why there is no other, where a function was asked for one."""
        for each in self._rules.asked:
            if error.status_code == 401 and each.trouble and each.trouble not in (error.hint or ""):
                error.hint = f"{each.trouble} {error.hint or ''}".strip()

    def _short(self, text: str | None) -> str | None:
        return None if text is None else self._rules.secrets.excerpt(text, MESSAGE)

    def broken(
        self, operation: Operation, cause: TransportError, attempts: int, deadline: float, before: Problem | None = None
    ) -> CallError:
        """The error of a call without an answer.

        Args:
            operation: What was called.
            cause: What happened to the connection.
            attempts: How often the request was sent.
            deadline: Seconds that the call could take.
            before: What the platform said to an earlier attempt.
        """
        kind: Kind = "timeout" if cause.timeout else "connection"
        message = self._message(cause, deadline)
        if before is not None:
            message += f" Before that it answered HTTP {before.status}: {before.message}"
        error = self._rules.failure(
            operation, self._rules.secrets.excerpt(message, MESSAGE), 0, kind, attempts=attempts
        )
        error.may_have_arrived = cause.sent
        error.__cause__ = self.harmless(cause)
        if cause.foreign:
            error.hint = FOREIGN
        elif cause.idle:
            error.hint = "`idle_timeout` sets how long a stream may be silent."
        elif cause.timeout:
            error.hint = SLOW
        elif cause.tls:
            error.hint = TLS
        elif cause.setting:
            error.hint = f"Correct {cause.setting}, or name a proxy with `proxy=`."
        elif cause.elsewhere:
            error.hint = ELSEWHERE
        else:
            error.hint = self._rules.unreachable(operation.server, self._options.host(operation.server))
        return error

    def keyless(self, operation: Operation | None, message: str) -> CallError:
        """The error of a call for which there is no key, as its function says; None where nothing was to be called yet."""
        hint = "Nothing was sent. The function is asked again with the next call."
        if operation is None:
            return CallError(message, kind="credential", platform=self._rules.platform, hint=hint)
        return self._rules.failure(operation, message, 0, "credential", hint=hint)

    def unreadable(self, operation: Operation, error: Unreadable, attempts: int) -> CallError:
        """The error of a call whose answer is a success that can't be read."""
        hint = HOW if isinstance(error, TooLarge) else UNKNOWN
        found = self._rules.failure(
            operation,
            self._rules.secrets.excerpt(f"The answer can't be read: {error}.", MESSAGE),
            0,
            "unreadable",
            attempts=attempts,
            hint=hint if operation.repeatable is True else f"{ARRIVED} {hint}",
        )
        found.may_have_arrived = True
        return found

    def _message(self, cause: TransportError, deadline: float) -> str:
        why = self._rules.secrets.excerpt(cause.message, WHY).rstrip(".")
        if cause.foreign:
            return f"{why}."
        if cause.idle:
            return f"The stream was silent for {self._options.idle:g} s."
        if cause.timeout:
            limits = f"{self._options.timeout:g} s for an attempt, {deadline:.3g} s for a call"
            return f"No whole answer came in time: {limits}."
        return f"The connection broke: {why}." if cause.sent else f"There is no connection to the platform: {why}."

    def lost(self, error: TransportError | MemoryError | TimeoutError) -> TransportError:
        """Why an attempt has no answer, in words without secrets."""
        if isinstance(error, MemoryError):
            return TransportError("there is no memory left for the answer")
        if isinstance(error, TimeoutError):
            return TransportError("the attempt took too long", timeout=True)
        return self.harmless(error)

    def harmless(self, cause: TransportError) -> TransportError:
        """What happened, in words without secrets.

        What a library raised is left out, and so is the way that it took: both hold the request, with its credentials.
        """
        message = self._rules.secrets.excerpt(cause.message, WHY)
        kinds = {"sent": cause.sent, "timeout": cause.timeout, "idle": cause.idle, "tls": cause.tls}
        made = TransportError(message, **kinds, setting=cause.setting, foreign=cause.foreign)
        made.elsewhere = cause.elsewhere
        return made
