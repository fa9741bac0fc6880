"""Proves that a task of the background runs once at a time, whoever begins it, and can be begun again."""

from __future__ import annotations

import asyncio

from promptport.concurrency.happening import Happening
from promptport.concurrency.single_task import SingleTask


def nothing() -> None:
    """Do nothing first."""


def test_once_at_a_time() -> None:
    """Also where it is begun while it is begun, as by a signal handler: then there is no need to tell it anything."""
    runs, ended, within = list[int](), Happening(), list[bool]()

    async def run() -> None:
        runs.append(1)
        try:
            await asyncio.sleep(60)  # until it is cancelled
        finally:
            ended.set()

    task = SingleTask(run)
    assert task.begin(lambda: within.append(task.begin(nothing)))
    assert within == [True]
    assert not task.begin(nothing)
    while not runs:
        ended.wait(0.01)
    task.cancel()
    ended.wait(60)
    assert ended.happened
    assert not task.begun
    assert len(runs) == 1


def test_what_failed_is_begun_again() -> None:
    """A failure before it begins leaves nothing behind."""

    async def run() -> None:
        """End at once."""

    def fail() -> None:
        raise KeyboardInterrupt

    task = SingleTask(run)
    try:
        task.begin(fail)
    except KeyboardInterrupt:
        assert task.begin(nothing)
    task.cancel()
