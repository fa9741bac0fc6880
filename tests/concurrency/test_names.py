"""Proves that looking up a name is bounded: by the deadline, by the client's end, and in threads."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from promptport.concurrency.async_names import addresses_of
from promptport.concurrency.background import Background
from promptport.concurrency.names import THREADS, Resolver, resolver
from promptport.errors import CallError, ClosedError
from promptport.xr2 import AsyncxR2Client, xR2Client

from ..together.blocking import begin, ended, until

FOUND = [(0, 0, 0, "", ("192.0.2.1", 80)), (0, 0, 0, "", ("192.0.2.1", 80)), (0, 0, 0, "", ("192.0.2.2", 80))]


class Names:
    """A system's names: some hang until the end."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.over = threading.Event()

    def __call__(self, host: str, *_: Any, **__: Any) -> Any:
        self.asked.append(host)
        if host.startswith("dead"):
            self.over.wait(30)
        if host.startswith("none"):
            raise socket.gaierror(-2, "Name or service not known")
        return FOUND


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[Names]:
    """What hangs goes on when the test is over."""
    found = Names()
    monkeypatch.setattr(socket, "getaddrinfo", found)
    yield found
    found.over.set()
    until(lambda: not any(each.name == "promptport-names" for each in threading.enumerate()))


def look_up(resolver: Resolver, host: str, seconds: float = 5.0) -> list[str]:
    """The addresses of a host, in time."""
    end = time.monotonic() + seconds

    def left() -> float:
        if time.monotonic() > end:
            raise TimeoutError
        return end - time.monotonic()

    return resolver.wait(resolver.begin(host, 80), left, lambda: False)


def test_addresses_and_errors(names: Names) -> None:
    """Each address once; the system's own error; and no thread is left."""
    resolver, threads = Resolver(), threading.active_count()
    assert look_up(resolver, "many.example") == ["192.0.2.1", "192.0.2.2"]
    with pytest.raises(OSError, match="not known"):
        look_up(resolver, "none.example")
    until(lambda: threading.active_count() == threads)


def test_no_thread_for_what_needs_no_look_up(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses, and this machine."""
    monkeypatch.setattr(Resolver, "_help", lambda *_: pytest.fail("a thread"))
    for host in ("127.0.0.1", "::1", "localhost"):
        assert look_up(Resolver(), host)


def test_a_name_that_hangs_holds_up_no_other(names: Names) -> None:
    """All who want it share one look-up; another name is found by a second thread, and there is no third."""
    resolver, before = Resolver(), threading.active_count()
    with pytest.raises(TimeoutError):
        look_up(resolver, "dead.example", 0.1)
    with pytest.raises(TimeoutError):
        look_up(resolver, "dead.example", 0.1)
    assert names.asked == ["dead.example"]
    assert look_up(resolver, "good.example")
    with pytest.raises(TimeoutError):
        look_up(resolver, "dead2.example", 0.8)
    with pytest.raises(TimeoutError):
        look_up(resolver, "good.example", 0.8)
    assert threading.active_count() <= before + THREADS


def test_whoever_was_interrupted_harms_nobody(names: Names) -> None:
    """A look-up that was begun and never asked for is asked for by the next who wants it."""
    resolver = Resolver()
    resolver._open["good.example", 80] = type(resolver.begin("127.0.0.1", 80))("good.example", 80)
    assert look_up(resolver, "good.example", 3)


def test_a_call_keeps_its_deadline(names: Names) -> None:
    """A blocking look-up that hangs costs no more than an attempt may take."""
    with xR2Client("k", base_url="http://dead.example", timeout=0.5, total_retries=0) as client:
        began = time.monotonic()
        error = client.check_api_key().exception
        assert time.monotonic() - began < 10  # the look-up hangs for 30
    assert isinstance(error, CallError)
    assert error.kind == "timeout"


def test_closing_ends_it(names: Names) -> None:
    """Whoever waits for a name goes on with ClosedError."""
    client = xR2Client("k", base_url="http://dead.example", timeout=30)
    call = begin(client.check_api_key)
    until(lambda: names.asked)
    began = time.monotonic()
    client.close()
    assert isinstance(ended(call), ClosedError)
    assert time.monotonic() - began < 10  # the look-up hangs for 30


def test_tasks_share_the_threads_of_all(names: Names) -> None:
    """Where names hang, an event loop has no thread of its own for each; its calls keep their deadline, and it ends."""
    before = threading.active_count()

    async def use() -> int:
        clients = [
            AsyncxR2Client("k", base_url=f"http://dead{at}.example", timeout=1.0, total_retries=0) for at in range(8)
        ]
        calls = [asyncio.create_task(each.check_api_key()) for each in clients]
        await asyncio.sleep(0.7)  # other threads are at it
        busy = threading.active_count()
        for response in await asyncio.gather(*calls):
            assert isinstance(response.exception, CallError)
            assert response.exception.kind == "timeout"
        for each in clients:
            await each.aclose()
        return busy

    began = time.monotonic()
    assert asyncio.run(use()) == before + THREADS
    assert time.monotonic() - began < 10  # the look-ups hang for 30


def test_tasks_find_addresses_and_errors(names: Names) -> None:
    """The same that threads find; another loop's end harms nobody."""

    async def use() -> None:
        assert await addresses_of("many.example", 80) == ["192.0.2.1", "192.0.2.2"]
        with pytest.raises(OSError, match="not known"):
            await addresses_of("none.example", 80)

    async def leave() -> None:
        asyncio.get_running_loop().create_task(addresses_of("dead.example", 80))
        await asyncio.sleep(0.01)

    asyncio.run(leave())
    asyncio.run(use())
    assert not [each for lookup in resolver._open.values() for each in lookup.done.waiters]


def test_whoever_was_interrupted_harms_no_task(names: Names) -> None:
    """What was begun and never asked for is asked for by the task that wants it."""
    resolver._open["good.example", 80] = type(resolver.begin("127.0.0.1", 80))("good.example", 80)
    assert asyncio.run(asyncio.wait_for(addresses_of("good.example", 80), 5)) == ["192.0.2.1", "192.0.2.2"]


def test_the_background_looks_up_likewise(names: Names) -> None:
    """Nor does the loop of the thread that clients share start others."""
    background, before = Background("test-background"), threading.active_count()

    async def look() -> object:
        loop = asyncio.get_running_loop()
        with pytest.raises(OSError, match="not known"):
            await loop.getaddrinfo("none.example", 80, type=socket.SOCK_STREAM)
        return await loop.getaddrinfo("many.example", 80, type=socket.SOCK_STREAM)

    try:
        found = background.call(look, 5)
        assert found == [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (f"192.0.2.{n}", 80)) for n in (1, 2)]
        until(lambda: threading.active_count() == before + 1)
    finally:
        background.stop()
