"""Proves that a job runs in a process of its own, a loop of its own, or a client that lives on, and that its errors come back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from promptport.platform import Fetched, Query, Registration
from promptport.testing.callers import Caller, Got, Job, LoopACall, ProcessACall, Processes, Server, undisturbed

from .outside import SHELF, AsyncShelf, Shelf


def job_of(kind: str, folder: Path, name: str = "hello") -> Job:
    """Gets a prompt of the shelf."""
    return Job(kind, SHELF, {"disk": str(folder)}, name, {"name": "Alice"})


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("way", ["process", "loop", "server"])
def test_ways_to_call(way: str, kind: str, tmp_path: Path, promptport_processes: Processes) -> None:
    """Each answers what the prompt says, and where it came from."""
    job = job_of(kind, tmp_path)
    ways: dict[str, Callable[[], Caller]] = {
        "process": lambda: ProcessACall(job, promptport_processes),
        "loop": lambda: LoopACall(job),
        "server": lambda: Server(job),
    }
    with ways[way]() as caller:
        assert [caller.get() for _ in range(2)] == [
            Got("Hello Alice", "network", True),
            Got("Hello Alice", "disk" if way == "process" else "cache", True),
        ]
        caller.settle(0.0)  # what was fetched after that needs no wait


def test_a_process_of_its_own(tmp_path: Path, promptport_processes: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a job changes in its process the next one doesn't see; what is around the test, the job does."""
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path / "here"))
    first, second = (Job("sync", SHELF, {}, "hello", {}) for _ in range(2))
    assert [promptport_processes.run(each).source for each in (first, second)] == ["network", "disk"]
    assert [each.name for each in tmp_path.iterdir()] == ["here"]


def test_a_job_that_fails(tmp_path: Path, promptport_processes: Processes) -> None:
    """Its error is told, and the next job runs."""
    with pytest.raises(RuntimeError, match="The shelf has no 'nope' of that kind"):
        promptport_processes.run(job_of("sync", tmp_path, "nope"))
    with pytest.raises(RuntimeError, match="no_such_setting"):
        promptport_processes.run(Job("sync", SHELF, {"no_such_setting": 1}, "hello", {}))
    assert promptport_processes.run(job_of("sync", tmp_path)).text == "Hello Alice"


def test_a_job_that_stays_here(promptport_processes: Processes) -> None:
    """What can't go to another process is told before anything is sent."""
    with pytest.raises((AttributeError, TypeError)):
        promptport_processes.run(Job("sync", SHELF, {"held": Shelf().fetch, "file": lambda: 1}, "hello", {}))


@pytest.mark.parametrize(
    ("way", "told"),
    [("prints", ""), ("leaves", "SystemExit: 3"), ("dies", "ended before the job did, with exit code 4")],
)
def test_a_job_that_is_no_good_child(tmp_path: Path, promptport_processes: Processes, way: str, told: str) -> None:
    """What it prints is no answer; where it ends its process, that is told, and nobody waits for an answer."""
    job = Job("sync", UNRULY, {"disk": False, "way": way}, "hello", {"name": "Alice"})
    with pytest.raises(RuntimeError, match=told) if told else nullcontext():
        assert promptport_processes.run(job).text == "Hello Alice"
    assert promptport_processes.run(job_of("sync", tmp_path)).text == "Hello Alice"


class Unruly(Shelf):
    """Does what a source should not, while it fetches."""

    def __init__(self, place: str = "", *, way: str) -> None:
        super().__init__(place)
        self._way = way

    def fetch(self, query: Query, deadline: float) -> Fetched:
        if self._way == "leaves":
            sys.exit(3)
        if self._way == "dies":
            os._exit(4)
        print("a line")
        return super().fetch(query, deadline)


class AsyncUnruly(AsyncShelf):
    """Its asyncio variant."""

    variant = Unruly


UNRULY = Registration(Unruly, AsyncUnruly)


@pytest.mark.parametrize(("source", "settled"), [("stale", 1), ("cache", 0), ("network", 0)])
def test_a_call_whose_refresh_is_waited_for(source: str, settled: int) -> None:
    """Where an old copy has answered, and is being fetched anew; a call that took its time alone is made again."""
    waited: list[float] = []

    class Held:
        def get(self) -> Got:
            return Got("Hi", source, True)

        def settle(self, since: float) -> None:
            waited.append(since)

        def __enter__(self) -> Held:
            return self

        def __exit__(self, *_: object) -> None: ...

    assert undisturbed(Held()) == Got("Hi", source, True)
    assert len(waited) == settled
