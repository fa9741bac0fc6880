# Made from tests/concurrency/_async/test_single_flight.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that work is done once for all who ask for it at once, and what becomes of them when it fails or is left."""

from __future__ import annotations

import pytest

from promptport.concurrency.single_flight.blocking import SingleFlight
from promptport.errors import CallError, ClosedError

from ...together.blocking import Gate, begin, ended, together, until


class Key:
    """A key that counts how often it was looked up."""

    looked = 0

    def __hash__(self) -> int:
        self.looked += 1
        return 1


def test_one_works_for_all() -> None:
    """64 callers at once: the work is done once, and all get the very same thing."""
    flight, gate, done, key = SingleFlight(), Gate(), [], Key()

    def work() -> list[str]:
        done.append(1)
        gate.wait()
        return ["found"]

    callers = begin(lambda: together(64, lambda: flight.run(key, work)))
    until(lambda: key.looked > 64)  # each once, and the first again to say that it is at it
    gate.open()
    found = ended(callers)

    assert found == [["found"]] * 64
    assert {id(each) for each in found} == {id(found[0])}
    assert done == [1]
    assert not flight.busy(key)


def test_keys_do_not_wait_for_each_other() -> None:
    """What is not the same work goes on beside what hangs."""
    flight, gate = SingleFlight(), Gate()

    def hang() -> str:
        gate.wait()
        return "late"

    def work() -> str:
        return "quick"

    late = begin(lambda: flight.run("a", hang))
    until(lambda: flight.busy("a"))
    assert flight.run("b", work) == "quick"
    gate.open()
    assert ended(late) == "late"


def test_failure_is_shared_and_each_has_his_own() -> None:
    """All who waited get the failure, each an error of his own with its cause; the next caller tries anew."""
    flight, gate, tries, key = SingleFlight(), Gate(), [], Key()

    def fail() -> None:
        tries.append(1)
        gate.wait()
        raise CallError("broken", 503, attempts=len(tries)) from OSError("why")

    callers = begin(lambda: together(8, lambda: flight.run(key, fail)))
    until(lambda: key.looked > 8)
    gate.open()
    errors = ended(callers)

    assert len(tries) == 1
    assert len({id(each) for each in errors}) == 8
    for error in errors:
        assert isinstance(error, CallError)
        assert isinstance(error.__cause__, OSError)
        assert (error.status_code, error.attempts) == (503, 1)
    with pytest.raises(CallError):
        flight.run(key, fail)
    assert len(tries) == 2


def test_errors_that_are_not_ours() -> None:
    """Whatever the work raises comes to whoever asked."""
    flight = SingleFlight()

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        flight.run("key", fail)
    assert not flight.busy("key")


def test_waiting_has_an_end() -> None:
    """Who waits for another waits no longer than he has; the work goes on for the others."""
    flight, gate = SingleFlight(), Gate()

    def hang() -> str:
        gate.wait()
        return "late"

    first = begin(lambda: flight.run("key", hang))
    until(lambda: flight.busy("key"))
    with pytest.raises(TimeoutError):
        flight.run("key", hang, 0.02)
    gate.open()
    assert ended(first) == "late"


def test_ones_own_work_is_not_waited_for() -> None:
    """The work ends by itself, by the deadline that it has, and says why: whoever does it hears that, and no time-out."""
    flight = SingleFlight()

    def work() -> None:
        raise CallError("too late", kind="timeout")

    with pytest.raises(CallError, match="too late"):
        flight.run("key", work, 0.0)


def test_whoever_was_at_it_closed_a_client() -> None:
    """A client that is closed says nothing of the work: whoever waits takes over, and who was at it is told."""
    flight, gate, key, done = SingleFlight(), Gate(), Key(), []

    def closed() -> str:
        gate.wait()
        raise ClosedError("The client is closed.")

    def work() -> str:
        done.append(1)
        return "found"

    first = begin(lambda: flight.run(key, closed))
    until(lambda: flight.busy(key))
    before = key.looked
    others = [begin(lambda: flight.run(key, work)) for _ in range(10)]
    until(lambda: key.looked >= before + 10)
    gate.open()

    assert isinstance(ended(first), ClosedError)
    assert [ended(each) for each in others] == ["found"] * 10
    assert 1 <= len(done) <= 10
    assert not flight.busy(key)
