"""A key that a function answers, such as one of a secret manager's: asked when it is first needed, and after a refusal.

Who waits for it stands in `aio` for tasks and in `blocking` for threads, under the same names.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextvars import copy_context
from inspect import isawaitable, iscoroutine, iscoroutinefunction
from os import urandom
from threading import RLock
from typing import Any, NamedTuple

from ...concurrency.fork import register_at_fork
from ...concurrency.threads import start
from ...errors import ConfigurationError
from ...hidden import Secret
from ...settings import credential, well_formed

Key = str | Callable[[], str]
AsyncKey = str | Callable[[], str | Awaitable[str]]


class NoKey(Exception):  # the client's error is made of it
    """There is no key to be had.

    Args:
        message: Why, without any secret.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Shown(NamedTuple):
    """What a call was sent with.

    Attributes:
        answers: How often the function had answered by then.
        value: The key.
    """

    answers: int
    value: str | None


class AskedKey:
    """A key that a function answers. Its answer is kept; the variants of one client share it, and so does who asks at once.

    Args:
        function: Answers the key, or something to await that does.
        argument: What the caller knows it by.

    Attributes:
        function: Answers the key.
        value: The key; None where it was never asked for.
        answers: How often the function has answered.
        awaited: Whether it is known to answer something to await.
        tasks: The tasks that wait for it, by event loop; `aio` alone knows them.
        trouble: Why it answered no key when it was asked last, without any secret; empty where it did.
        unknown: What stands in for the proof of a key that nobody knows yet, so that nothing is proved by it.
    """

    def __init__(self, function: Callable[[], Any], argument: str = "api_key") -> None:
        self.function, self._argument = function, argument
        self.value: Secret | None = None
        self.answers = 0
        self.trouble = ""
        self.unknown = Secret(urandom(32).hex())
        self.awaited = any(map(iscoroutinefunction, (function, getattr(function, "__call__", None))))  # noqa: B004
        self.tasks: Any = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child asks by itself."""
        self._lock = RLock()  # a signal handler may come while it is held
        self._running: Future[Any] | None = None

    def __call__(self) -> Any:
        """What the function answers, for a platform that takes a function itself."""
        return self.function()

    def __repr__(self) -> str:
        return f"<a function for `{self._argument}`>"  # its own may show what it was made with

    @property
    def shown(self) -> Shown:
        """What a call is sent with now."""
        return Shown(self.answers, self.value)

    @property
    def busy(self) -> bool:
        """Whether a thread is asking."""
        return self._running is not None

    def begin(self, before: Shown) -> Future[Any]:
        """Ask, or join who does: in a thread of its own, so that nobody waits longer than they can.

        Args:
            before: What the caller knows. Where the function has answered since, it is not asked.
        """
        running: Future[Any] = Future()
        with self._lock:
            if self._running is not None:
                return self._running
            if self.answers != before.answers:
                running.set_result(None)
                return running
            self._running = running
        running.set_running_or_notify_cancel()  # who is cancelled takes nothing from the others
        context = copy_context()
        if start(context.run, self._ask, running, name="promptport-key") is None:
            self._ask(running)
        return running

    def _ask(self, running: Future[Any]) -> None:
        try:
            answer = self.function()
            if not isawaitable(answer):
                self.keep(answer)  # before anybody can ask again
                answer = None
            running.set_result(answer)
        except BaseException as error:  # it is told to those who wait
            running.set_exception(error)
        finally:
            with self._lock:
                if self._running is running:
                    self._running = None

    def answered(self, running: Future[Any]) -> Awaitable[Any] | None:
        """What is to be awaited; None where the answer is kept. Raises NoKey where it is no key, or the function raised."""
        error = running.exception()
        if error is not None:
            raise self.failed(error)
        found: Awaitable[Any] | None = running.result()
        return found

    def failed(self, error: BaseException) -> NoKey:
        """What is told of an exception of the function: its text and its traceback may hold secrets that nobody knows."""
        if isinstance(error, NoKey):
            return self._in_trouble(error.message)
        kind = type(error).__name__
        return self._in_trouble(f"`{self._argument}` is a function, and it raised {kind}, whose text may hold secrets.")

    def late(self, seconds: float) -> NoKey:
        """What is told where the function does not answer."""
        return self._in_trouble(f"`{self._argument}` is a function, and it did not answer within {seconds:.3g} s.")

    def _in_trouble(self, message: str) -> NoKey:
        self.trouble = message
        return NoKey(message)

    def keep(self, answer: Any) -> None:
        """Keep an answer.

        Raises:
            NoKey: It is no key.
        """
        problem = ""
        try:
            found = well_formed(answer, f"The answer of the function `{self._argument}`")
        except ConfigurationError as error:
            problem = error.message
        if problem:
            raise self._in_trouble(problem)
        self.trouble = ""
        if found != self.value:
            self.value = found
        self.answers += 1

    def refused(self) -> ConfigurationError:
        """The error of a blocking client, which can't await."""
        return ConfigurationError(
            f"`{self._argument}` is a function whose answer is to be awaited, which `AsyncClient` does: a blocking client needs "
            "one that answers the key itself."
        )


def key_of(value: Any, *, argument: str, variable: str) -> str | AskedKey:
    """A key that can be sent, or the function that answers one.

    Args:
        value: What the caller gave; None looks at the environment.
        argument: The name of the argument, for the error.
        variable: The environment variable that stands in for it.

    Raises:
        ConfigurationError: There is none, or it has characters that no key has. The text never shows the key.
    """
    if isinstance(value, AskedKey):
        return value
    return AskedKey(value, argument) if callable(value) else credential(value, argument=argument, variable=variable)


def close_unawaited(found: object) -> None:
    """Close what a function has answered to be awaited, where nobody does: a coroutine would complain."""
    if iscoroutine(found):
        found.close()
