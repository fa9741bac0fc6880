"""One `get`, as whoever watches is told of it: the application's hook, and OpenTelemetry."""

from __future__ import annotations

from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..errors import Error
from ..platform import Query
from ..prompt.prompt import Prompt
from ..telemetry.faults import Harmless
from ..telemetry.switch import Switch
from .get_hook import GetObserver, failure_of

if TYPE_CHECKING:
    from .watched_get import Getting


class Observation:
    """A block in which a prompt is got.

    Args:
        platform: The platform's name.
        hook: Tells the application's hook.
        switch: Whether OpenTelemetry is told.
        query: What is asked.
    """

    __slots__ = ("_began", "_failure", "_getting", "_hook", "_platform", "_prompt", "_query", "_quiet", "_switch")

    def __init__(self, platform: str, hook: GetObserver, switch: Switch, query: Query) -> None:
        self._platform, self._hook, self._switch, self._query = platform, hook, switch, query
        self._quiet = switch.quiet()
        self._getting: Getting | None = None
        self._prompt: Prompt | None = None
        self._failure: Error | None = None

    def __enter__(self) -> Self:
        self._began = perf_counter()
        try:
            self._quiet.__enter__()
            if self._switch.on():
                with Harmless("its import"):
                    from .watched_get import Getting  # with OpenTelemetry, which few applications use

                    self._getting = Getting(self._platform, self._query, self._switch.values)
        except BaseException as error:  # an interrupt, after which nobody would leave what is entered here
            self._leave(0.0, error)
            raise
        return self

    def got(self, prompt: Prompt, failure: Error | None) -> Prompt:
        """Take in what came of it; answers what the caller gets.

        Args:
            prompt: The prompt.
            failure: How the platform failed, where a copy or a fallback stands in.
        """
        self._prompt, self._failure = prompt, failure
        return prompt if self._getting is None else self._getting.watched(prompt)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        seconds = perf_counter() - self._began
        self._leave(seconds, error)
        if error is None:
            self._hook.got(self._query, seconds, self._prompt, self._failure)
        elif isinstance(error, Exception):
            self._hook.got(self._query, seconds, None, failure_of(error))

    def _leave(self, seconds: float, error: BaseException | None) -> None:
        try:
            if self._getting is not None:
                self._getting.end(seconds, self._prompt, self._failure, error)
        finally:
            self._quiet.__exit__(None, None, None)
