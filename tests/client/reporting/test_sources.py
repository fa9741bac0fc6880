"""Proves what stands for a platform in the background where an application has brought what carries requests."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from promptport.client.reporting.sources import InLoop, InThreads
from promptport.errors import CallError
from promptport.platform import Event, Query

pytestmark = pytest.mark.one_python("what is called depends on no Python")
EVENT = Event("1", "x", 0.0)


class Blocking:
    """A platform that tells by which thread it was asked."""

    def __init__(self) -> None:
        self.threads: list[str] = []

    def __getattr__(self, name: str) -> Any:
        def asked(*given: Any) -> str:
            self.threads.append(threading.current_thread().name)
            return name

        return asked


async def test_what_blocks_is_asked_in_threads() -> None:
    source: Any = Blocking()
    stands = InThreads(source)
    assert await stands.trace(Query("p"), 1.0) == "trace"
    assert await stands.event(EVENT, 1.0) == "event"
    await stands.score("t", "n", 1, None, 1.0)
    await stands.identify(1.0)
    assert len(source.threads) == 4
    assert all(each.startswith("promptport-fetches") for each in source.threads)


class Awaited:
    """A platform that tells in which event loop it was asked."""

    def __init__(self) -> None:
        self.loops: list[Any] = []

    async def _seen(self, *given: Any) -> bool:
        self.loops.append(asyncio.get_running_loop())
        return True

    identify = trace = event = score = _seen


async def test_what_belongs_to_a_loop_is_asked_there() -> None:
    """While the loop runs; else nothing was sent."""
    source, own = Awaited(), asyncio.get_running_loop()
    stands = InLoop(source, lambda: own)

    async def ask() -> None:
        await stands.identify(1.0)
        await stands.trace(Query("p"), 1.0)
        assert await stands.event(EVENT, 1.0) is True
        await stands.score("t", "n", 1, None, 1.0)

    await asyncio.to_thread(asyncio.run, ask())
    assert source.loops == [own] * 4
    ended = asyncio.new_event_loop()
    ended.close()
    for loop in (lambda: None, lambda: ended):
        with pytest.raises(CallError, match="does not run") as caught:
            await InLoop(source, loop).event(EVENT, 1.0)
        assert not caught.value.may_have_arrived


async def test_a_loop_that_is_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not waited for; what was asked of it may yet be done."""
    monkeypatch.setattr("promptport.client.reporting.sources.GRACE", 0.0)

    class Hung:
        async def event(self, event: Event, deadline: float) -> bool:
            await asyncio.sleep(60)
            return False

    with pytest.raises(CallError) as caught:
        await InLoop(Hung(), asyncio.get_running_loop).event(EVENT, 0.01)
    assert caught.value.may_have_arrived
