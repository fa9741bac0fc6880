"""Whoever watches a client: the log, the application's hook, and `health`. Clients that share copies share it."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import Error
from ..platform import Query
from ..prompt.prompt import Prompt
from .failure_tracker import FailureTracker, RefusedElsewhere
from .get_hook import GetHook, GetObserver
from .outage_log import OutageLog


class Watching:
    """What is known of a client's calls.

    Args:
        platform: The platform's name.
        monotonic: Seconds that only grow.
        on_get: The application's hook.

    Attributes:
        log: Tells of outages.
        tracker: How the platform failed.
        observer: Tells the hook.
    """

    def __init__(self, platform: str, monotonic: Callable[[], float], on_get: GetHook | None) -> None:
        self.log = OutageLog(platform, monotonic)
        self.tracker = FailureTracker(platform, monotonic, self.log)
        self.observer = GetObserver(platform, on_get)

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
