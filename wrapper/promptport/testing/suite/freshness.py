"""What is published is seen soon, whatever kind of program asks; and an outage takes nothing away."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ..callers import Caller, Job, LoopACall, ProcessACall, Processes, Server, undisturbed
from ..proxy import Fault
from ..variants import Example, proxied
from .fixtures import SuiteFixtures

TTL = 0.05  # seconds
NEW = "This has just been published."


class FreshnessTests(SuiteFixtures):
    """Of copies: within `ttl` they cost no request; past it a publish is seen by the second call at the latest.

    Requests are counted at the server; in an outage every program goes on with what it had.
    """

    @pytest.mark.parametrize("kind", ["sync", "async"])
    def test_a_publish_is_seen_by_a_process_a_call(
        self, example: Example, kind: str, tmp_path: Path, promptport_processes: Processes
    ) -> None:
        """Such as a command, or a job that runs every minute: what one process has kept, the next one takes."""
        follow_a_publish(example, kind, tmp_path, lambda job: ProcessACall(job, promptport_processes))

    def test_a_publish_is_seen_by_an_event_loop_a_call(self, example: Example, tmp_path: Path) -> None:
        """Such as a worker that calls `asyncio.run` for each task: what one loop did not end, the next call does."""
        follow_a_publish(example, "async", tmp_path, LoopACall)

    @pytest.mark.parametrize("kind", ["sync", "async"])
    def test_a_publish_is_seen_by_a_server(self, example: Example, kind: str, tmp_path: Path) -> None:
        """One client that lives long: it answers at once, and fetches anew meanwhile."""
        follow_a_publish(example, kind, tmp_path, Server)


def follow_a_publish(example: Example, kind: str, folder: Path, way: Callable[[Job], Caller]) -> None:
    """Get a prompt again and again, past a publish and into an outage.

    Args:
        example: The platform and its prompt.
        kind: `sync` or `async`.
        folder: Where copies are kept.
        way: How the program calls.
    """
    assert example.publish is not None, "the example needs `publish`"
    with proxied(example) as (settings, proxy):
        own = {"disk": str(folder), "retries": 0}  # one attempt, so that an outage costs no time
        job = Job(kind, example.source, {**settings, **own, "ttl": 3600.0}, example.name, example.values)
        with way(job) as caller:
            first, sent = caller.get(), proxy and proxy.requests
            second = caller.get()
            assert first.text == second.text == example.text
            copied = second.cacheable and second.source != "file"
            if copied:
                assert second.source in ("cache", "disk")
                assert sent == (proxy and proxy.requests), "a fresh copy costs no request"
        time.sleep(2 * TTL)  # what is on disk is past its time, too
        with way(job._replace(settings={**job.settings, "ttl": TTL})) as caller:
            caller.get()
            example.publish(NEW)
            time.sleep(2 * TTL)  # as before
            undisturbed(caller)
            assert undisturbed(caller).text == NEW, "a publish is seen by the second call at the latest"
            if proxy is not None and copied:
                time.sleep(2 * TTL)  # as before
                proxy.fault = Fault("refuse")
                for _ in range(2):
                    kept = caller.get()
                    assert (kept.text, kept.source in ("stale", "disk")) == (NEW, True)
