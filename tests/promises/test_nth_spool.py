"""Promise D20 for the spool: whichever operation fails, the next entry is accepted, and nothing that was is lost."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from promptport.outbox.aside import Aside
from promptport.outbox.batch import Batches
from promptport.outbox.entry import Entry
from promptport.outbox.frames import DONE
from promptport.outbox.notes import Notes
from promptport.outbox.place import Place
from promptport.outbox.result import Outcome, Result
from promptport.outbox.spool import AGAIN, Spool

from ..outbox.things import ABOUT, GOOD, LOST, SMALL, Clock
from .nth import ERRORS, Nth, nth_fails, servers

pytestmark = pytest.mark.one_python("what a disk does is no matter of its Python")
SETTINGS = SMALL._replace(most_bytes=64 * 4096, most_bytes_in_memory=64 * 4096)


class Process:
    """What a process has of an outbox, without its thread: each step is one that can fail."""

    def __init__(self, folder: Path, clock: Clock, delivered: Counter[str]) -> None:
        self._clock, self._delivered = clock, delivered
        self.spool = Spool(Place(folder), ABOUT, SETTINGS, clock)
        self.aside = Aside(folder / "aside", ABOUT)
        self.batches = Batches(self.spool, self.aside, SETTINGS, clock)
        self.accepted: list[str] = []
        self.adopted = 0

    def put(self, *names: str, size: int = 0) -> None:
        for each in names:
            self.spool.put(Entry(each, "event", self._clock.now, "x" * size).encode())
            self.accepted.append(each)

    def adopt(self) -> None:
        self.adopted += self.spool.adopt(self._clock.now)

    def deliver(self, first: Result = GOOD, refused: str = "") -> None:
        """Deliver all that there is; the first portion comes to something else."""
        for _ in range(10):
            portion = self.batches.take()
            result = first._replace(each={refused: Result(Outcome.REFUSED, "no")}) if first is GOOD else first
            first = GOOD
            for each in portion:
                if each.entry.id != refused and result.outcome is Outcome.DELIVERED:
                    self._delivered[each.entry.id] += 1
            self.batches.settle(portion, result)
            self._clock.now += AGAIN

    def waiting(self) -> int:
        return self.spool.accepted + self.adopted - self.batches.delivered - self.batches.aside_counts.total()

    def lying(self) -> int:
        found = 0
        for part in self.spool.parts():
            with part.opened() as segment:
                found += sum(each.state != DONE for each in segment.frames(sealed=part.sealed))
        return found


def once(folder: Path, number: int, error: int | None) -> Nth:
    """Let an operation fail in the life of a process, and see what it and the next one make of it."""
    clock, delivered = Clock(), Counter[str]()
    before = Process(folder, clock, delivered)
    before.put("left 1", "left 2")
    before.batches.take()
    before.put("left 3")
    before.spool.close()
    it = Process(folder, clock, delivered)
    with nth_fails(number, error, servers()) as nth:
        it.put("a", "b", "c")
        it.adopt()
        clock.now += SETTINGS.settle
        it.deliver(first=LOST)
        it.put("d", "bad", size=1200)
        it.put("large", size=3000)
        it.deliver(refused="bad")
        it.put("e")
        assert it.waiting() >= 1
        it.spool.close()
    it.put("after the end")
    following = Process(folder, clock, delivered)
    following.put("following")
    for _ in range(2):  # at a look that comes to nothing there is another, a minute later
        following.adopt()
        clock.now += SETTINGS.settle
        following.deliver(refused="bad")
    assert following.waiting() == following.lying() == 0, (number, error, nth.failed)
    following.spool.close()
    aside = {each.entry.id for each in following.aside}
    accepted = {*before.accepted, *it.accepted, *following.accepted}
    assert accepted == set(delivered) | aside, (number, error, nth.failed)
    again = {each for each, count in delivered.items() if count > 1}
    assert len(again) <= SETTINGS.batch_count, (number, error, nth.failed)  # those whose fate could not be written
    assert not list(folder.rglob("*.new")), (number, error, nth.failed)
    return nth


@pytest.mark.promise("D20")
@pytest.mark.parametrize("error", [*ERRORS, None])
def test_d20_the_spool(tmp_path: Path, size: float, error: int | None) -> None:
    step, number, failed = (1 if size == 1 else 37), 0, set[str]()
    descriptors = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 # a count
    while (nth := once(tmp_path / str(number), number := number + step, error)).failed:
        failed.add(nth.failed)
    print(f"D20: {number // step} operations of the spool failed in turn: {', '.join(sorted(failed))}")
    assert number > 100
    assert len(os.listdir("/proc/self/fd")) <= descriptors + 1  # noqa: PTH208 # a count


@pytest.mark.promise("D20")
def test_d20_notes(tmp_path: Path, size: float) -> None:
    for error in (*ERRORS, None) if size == 1 else (ERRORS[0], None):
        number, failed = 0, True
        while failed:
            number += 1
            place = Place(tmp_path / f"{error} {number}")
            Notes(place).keep("before", "0")
            notes = Notes(place)
            with nth_fails(number, error, servers()) as nth, suppress(MemoryError):
                for each in "abc":
                    notes.recall("before")
                    notes.keep(each, each)
            failed = bool(nth.failed)
            notes.keep("d", "d")
            following = Notes(place)
            assert [following.recall(each) for each in "abcd"] == list("abcd"), (number, error, nth.failed)
            assert notes.recall("before") == following.recall("before") == "0"
        assert number > (1 if error is None else 10)
