"""Proves that looking up a name is bounded: by the deadline, by the client's end, and in threads."""

from __future__ import annotations

import threading
import time

import pytest

from promptport.concurrency.names import THREADS, Lookup, Resolver, _Helper
from promptport.errors import CallError, ClosedError
from promptport.xr2 import xR2Client

from ..together.blocking import begin, ended, until
from .conftest import Names


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
    resolver._open["good.example", 80] = Lookup("good.example", 80)
    assert look_up(resolver, "good.example", 3)


def test_what_was_asked_for_twice_is_looked_up_once(names: Names) -> None:
    """Whoever comes upon it the second time leaves it to the thread that is at it, for all who want it to join."""
    resolver, under_way, ended_before = Resolver(), Lookup("dead.example", 80), Lookup("dead.example", 80)
    under_way.begun = ended_before.begun = True
    ended_before.done.set()
    resolver._open["dead.example", 80] = under_way
    for each in (under_way, ended_before):
        resolver._asked.put(each)
        resolver._work(_Helper())
        assert resolver.begin("dead.example", 80) is under_way
    assert names.asked == []


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
