"""Proves when the worker sends, when it rests, and that a delivery which fails by its own fault loses nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import pytest

from promptport.outbox import worker as module
from promptport.outbox.batch import Batches, Taken
from promptport.outbox.entry import Entry
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings
from promptport.outbox.spool import Spool
from promptport.outbox.worker import Deliver, Worker

from .things import ABOUT, GOOD, LOST, SMALL, Backend, Clock

pytestmark = pytest.mark.anyio


class Running:
    """A worker on a spool in memory."""

    def __init__(self, deliver: Deliver, settings: OutboxSettings = SMALL) -> None:
        self.spool = Spool(None, ABOUT, SMALL)
        self.batches = Batches(self.spool, None, SMALL._replace(distinguishable=True), Clock())
        self.adoptions = 0
        self.worker = Worker(self.batches, self._adopt, deliver, settings)

    def _adopt(self) -> None:
        self.adoptions += 1

    def put(self, *bodies: str) -> None:
        for each in bodies:
            self.spool.put(Entry(each, "event", 1e6, each).encode())

    async def __aenter__(self) -> Running:
        self._task = asyncio.create_task(self.worker.run())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        self.spool.close()

    async def delivered(self, count: int) -> None:
        async with asyncio.timeout(60):
            while self.batches.delivered < count:
                await asyncio.sleep(0.001)

    async def asleep(self) -> None:
        async with asyncio.timeout(60):
            while not self.worker.asleep:
                await asyncio.sleep(0.001)


async def test_it_sends_what_there_is_and_sleeps_until_it_is_woken() -> None:
    backend = Backend()
    async with Running(backend.deliver) as running:
        running.put(*"abcdefg")
        await running.delivered(7)
        assert backend.portions == [list("abcde"), list("fg")]
        await running.asleep()
        running.put("h")
        running.worker.wake()
        await running.delivered(8)
        assert running.adoptions == 1  # once a minute


async def test_it_gathers_unless_somebody_waits_for_it() -> None:
    """From the first on; also where that one comes at the same moment as what is gathered for."""
    backend = Backend()
    running = Running(backend.deliver, SMALL._replace(linger=3600.0))
    async with running:
        running.put("0")
        await asyncio.sleep(0.05)
        assert backend.portions == []
        running.worker.wake(hurry=True)
        await running.delivered(1)
        await running.asleep()
        running.put("a")
        running.worker.wake()
        await asyncio.sleep(0.05)
        assert backend.portions == [["0"]]
        running.worker.wake(hurry=True)
        await running.delivered(2)
        await running.asleep()
        running.put("b")
        running.worker.wake()
        running.worker.wake(hurry=True)
        await running.delivered(3)


async def test_it_tries_again_and_says_so_once(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    backend = Backend(LOST, Result(Outcome.UNKNOWN, "cut"), LOST, GOOD)
    running = Running(backend.deliver)
    running.put("a")
    async with running:
        await running.delivered(1)
    assert backend.portions == [["a"]] * 4
    assert [each.getMessage() for each in caplog.records] == [
        "Events are not delivered now: no connection. They are kept, and sent again."
    ]


async def test_the_rest_of_a_portion_that_was_halved_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform went away between the halves."""
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    backend = Backend(Result(Outcome.TOO_LARGE), GOOD, LOST)
    running = Running(backend.deliver)
    running.put(*"abcde")
    async with running:
        await running.delivered(5)
    assert backend.portions == [list("abcde"), list("abc"), list("de"), list("de")]


async def test_it_leaves_a_platform_alone_for_as_long_as_that_asks_but_is_woken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backend = Backend(Result(Outcome.NOT_RECEIVED, "429", after=3600.0))
    running = Running(backend.deliver)
    running.put("a")
    async with running:
        while not backend.portions:
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.05)
        assert not running.worker.asleep  # what is put in meanwhile does not wake it
        assert len(backend.portions) == 1
        running.worker.wake()
        await asyncio.sleep(0.05)
        assert len(backend.portions) == 1
        running.worker.wake(hurry=True)  # as one who waits for it does
        await running.delivered(1)


async def test_what_is_put_in_while_it_looks_makes_it_try_no_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else many events would hammer a platform that is down."""
    backend = Backend(*[LOST] * 50)
    monkeypatch.setattr(module, "FIRST_PAUSE", 3600.0)
    running = Running(backend.deliver, SMALL._replace(backoff=3600.0))
    take = running.batches.take

    def taking() -> list[Taken]:
        asyncio.get_running_loop().call_soon(running.worker.wake)  # it was asleep, as far as who puts in could see
        return take()

    running.batches.take = taking  # type: ignore[method-assign]
    running.put("a")
    async with running:
        while not backend.portions:
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.05)
        assert len(backend.portions) == 1


async def test_a_fault_of_whoever_delivers_loses_nothing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    tries = []

    async def deliver(batch: Sequence[Entry]) -> Result:
        tries.append([each.id for each in batch])
        if len(tries) == 1:
            raise ZeroDivisionError
        return GOOD

    running = Running(deliver)
    running.put("a")
    async with running:
        await running.delivered(1)
    assert tries == [["a"], ["a"]]
    assert "by its own fault" in caplog.text


async def test_what_is_under_way_when_it_ends_is_of_unknown_fate() -> None:
    begun = asyncio.Event()

    async def deliver(batch: Sequence[Entry]) -> Result:
        begun.set()
        await asyncio.sleep(3600)
        return GOOD

    running = Running(deliver)
    running.put("a")
    async with running:
        await begun.wait()
    assert running.batches.delivered == 0
    other = Batches(running.spool, None, SMALL, Clock())
    assert other.take() == []
    assert other.next_at is not None
