"""What an application is told of every `get`: where the prompt came from, and what went wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from inspect import iscoroutinefunction
from typing import NamedTuple

from ..errors import ConfigurationError, Error
from ..platform import Query
from ..prompt.origin import Source
from ..prompt.prompt import Prompt

logger = logging.getLogger("promptport")


class GetResult(NamedTuple):
    """What one `get` came to; `Client(..., on_get=...)` is called with it.

    Attributes:
        platform: The platform's name.
        name: The prompt's name, as it was asked for.
        version: The version that was asked for; None where none was.
        label: The label that was asked for; None where none was.
        source: Where the prompt came from, as `prompt.origin.source` has it: `network`; `cache` (a hit); `stale` or `disk` (a
            copy of this process or of an earlier one); `file`; or `fallback`. None where the call raised.
        seconds: How long the caller waited.
        error: How the platform failed, where a copy or a fallback stands in for what it did not give, or was to; else what the
            call raised. None where nothing failed.
        prompt: The prompt; None where the call raised.
    """

    platform: str
    name: str
    version: int | str | None
    label: str | None
    source: Source | None
    seconds: float
    error: Error | None = None
    prompt: Prompt | None = None

    @property
    def age(self) -> float:
        """Seconds since the platform gave the prompt; 0 where there is none."""
        return 0.0 if self.prompt is None else self.prompt.origin.age


def failure_of(raised: BaseException | None) -> Error | None:
    """What is told of a call that raised: an error of ours, or how the platform failed where the fallback then failed, too."""
    while raised is not None and not isinstance(raised, Error):
        raised = raised.__context__
    return raised


GetHook = Callable[[GetResult], object]


def check_hook(hook: GetHook | None) -> None:
    """See that a hook is one, before anything is opened.

    Raises:
        ConfigurationError: It can't be called, or is to be awaited.
    """
    if hook is not None and not callable(hook):
        raise ConfigurationError(f"`on_get` must be a function of a GetResult, not {type(hook).__name__}.")
    if iscoroutinefunction(hook):
        raise ConfigurationError("`on_get` is not awaited: it must be a function that does its work itself.")


class GetObserver:
    """Tells a hook, whose errors change nothing for the call. Only the first of them is logged: there may be many calls.

    Args:
        platform: The platform's name.
        hook: The hook; None for nobody.
    """

    def __init__(self, platform: str, hook: GetHook | None) -> None:
        self._platform, self._hook = platform, hook
        self._complained = False

    @property
    def enabled(self) -> bool:
        """Whether anybody wants to be told."""
        return self._hook is not None

    def got(self, query: Query, seconds: float, prompt: Prompt | None, error: Error | None) -> None:
        """Tell what a call came to.

        Args:
            query: What was asked.
            seconds: How long it took.
            prompt: What the caller gets; None where the call raises.
            error: How the platform failed.
        """
        if self._hook is None:
            return
        source = None if prompt is None else prompt.origin.source
        try:
            self._hook(GetResult(self._platform, *query, source, seconds, error, prompt))
        except Exception:  # an observer's mistake is logged, and never the caller's failure
            if not self._complained:
                self._complained = True
                logger.exception("the hook on_get failed; further failures of it are not logged")
