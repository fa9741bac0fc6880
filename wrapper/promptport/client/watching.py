"""Whoever watches a client: the log, the application's hook, and `health`. Clients that share copies share it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from sys import modules

from ..errors import Error
from ..platform import Query
from ..prompt.prompt import Prompt
from ..telemetry.faults import Harmless
from ..telemetry.propagation import TRACING, Silent
from ..telemetry.switch import Setting, Switch
from .failure_tracker import FailureTracker, RefusedElsewhere
from .get_hook import GetHook, GetObserver
from .observation import Observation
from .outage_log import OutageLog


class Watching:
    """What is known of a client's calls.

    Args:
        platform: The platform's name.
        monotonic: Seconds that only grow.
        on_get: The application's hook.
        telemetry: Whether OpenTelemetry is told, too.

    Attributes:
        log: Tells of outages.
        tracker: How the platform failed.
        observer: Tells the hook.
        switch: Whether OpenTelemetry is told.
    """

    def __init__(
        self, platform: str, monotonic: Callable[[], float], on_get: GetHook | None, telemetry: Setting = None
    ) -> None:
        self.log = OutageLog(platform, monotonic)
        self.tracker = FailureTracker(platform, monotonic, self.log)
        self.observer = GetObserver(platform, on_get)
        self.switch = Switch(telemetry)
        if TRACING in modules:  # else it is imported when it is needed, which holds up an event loop for a moment
            with Harmless("its import"):
                import_module(".watched_get", __package__)
                import_module(".watched_refresh", __package__)

    def observing(self, query: Query) -> Observation:
        """A block in which a prompt is got; whoever watches is told at its end.

        Args:
            query: What is asked.
        """
        return Observation(self.tracker.platform, self.observer, self.switch, query)

    def hit(self, query: Query, prompt: Prompt) -> Prompt:
        """Tell of a copy that is fresh; answers what the caller gets.

        Args:
            query: What was asked.
            prompt: The copy.
        """
        with self.observing(query) as observation:
            return observation.got(prompt, None)

    def refreshing(self, query: Query) -> AbstractContextManager[object]:
        """A block in which a prompt is fetched anew while nobody waits, for the sake of the call that is made now.

        Where nobody is told of it, its requests belong to no trace.

        Args:
            query: Which prompt.
        """
        if self.switch.on():
            with Harmless("its import"):
                from .watched_refresh import Refreshing  # with OpenTelemetry, which few applications use

                return Refreshing(self.tracker.platform, query)
        return Silent()

    def copied(self, query: Query, prompt: Prompt, rests: Callable[[], bool]) -> Error | None:
        """Take in a prompt from the cache; answers how the platform failed where it is an older copy for this reason.

        Args:
            query: What was asked.
            prompt: What the caller gets.
            rests: Tells whether a copy says that the platform has refused its credential a moment ago, and is not asked.
        """
        self.log.found(query)
        if prompt.origin.source in ("network", "cache"):
            return None
        failure = self.tracker.behind(query)
        if failure is None and self.tracker.last_answer is None and rests():
            self.tracker.failed(query, RefusedElsewhere(self.tracker.platform))
            failure = self.tracker.behind(query)
        if failure is None:
            return None
        self.log.serves(query, prompt, failure.error, failure.at)
        return failure.error

    def replaced(self, query: Query, prompt: Prompt, error: Error) -> None:
        """Take in that a fallback stands in for a prompt, since the platform failed so, or has none."""
        self.log.serves(query, prompt, error, self.tracker.failed_at(query))
