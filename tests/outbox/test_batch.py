"""Proves who goes in which portion, and what becomes of each entry, whatever the delivery comes to."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.outbox.aside import Aside
from promptport.outbox.batch import Batches, Taken
from promptport.outbox.entry import Entry
from promptport.outbox.place import Place
from promptport.outbox.result import Outcome, Result
from promptport.outbox.segment import Segment
from promptport.outbox.settings import OutboxSettings
from promptport.outbox.spool import AGAIN, Spool

from .things import ABOUT, GOOD, LOST, SMALL, Clock

Put = Callable[..., None]


class Desk:
    """A spool, what comes out of it, and a clock."""

    def __init__(self, folder: Path | None, settings: OutboxSettings = SMALL) -> None:
        self.clock = Clock()
        self.spool = Spool(Place(folder) if folder else None, ABOUT, settings)
        self.aside = None if folder is None else Aside(folder / "aside", ABOUT)
        self.batches = Batches(self.spool, self.aside, settings, self.clock)

    def put(self, *names: str, size: int = 0) -> None:
        for each in names:
            self.spool.put(Entry(each, "event", self.clock.now, "x" * size).encode())

    def take(self) -> list[str]:
        return [each.entry.id for each in self.batches.take()]

    def deliver(self, judge: Callable[[list[str]], Result]) -> list[list[str]]:
        """Deliver all that can go, as a worker does; answers the portions."""
        seen, portions = list[list[str]](), [list[Taken](self.batches.take())]
        while portions:
            portion = portions.pop(0)
            if portion:
                ids = [each.entry.id for each in portion]
                seen.append(ids)
                portions[:0] = [list(each) for each in self.batches.settle(portion, judge(ids))]
        return seen


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.spool.close()


def test_portions_are_bounded_by_count_and_by_bytes(desk: Desk) -> None:
    desk.put(*"abcdefg")
    assert desk.take() == list("abcde")
    assert desk.take() == list("fg")
    assert desk.take() == []  # all are under way
    desk.put("h", "i", size=2500)
    assert desk.take() == ["h"]
    assert desk.take() == ["i"]


def test_what_was_not_received_goes_again_at_once(desk: Desk) -> None:
    desk.put("a")
    assert desk.deliver(lambda _: LOST) == [["a"]]
    assert desk.deliver(lambda _: GOOD) == [["a"]]
    assert desk.take() == []
    assert desk.batches.delivered == 1


@pytest.mark.parametrize("distinguishable", [True, False])
def test_what_is_of_unknown_fate_waits_until_it_can_no_longer_be_under_way(
    tmp_path: Path, distinguishable: bool
) -> None:
    desk = Desk(tmp_path, SMALL._replace(distinguishable=distinguishable))
    desk.put("a")
    desk.deliver(lambda _: Result(Outcome.UNKNOWN))
    if not distinguishable:
        assert desk.take() == []
        assert desk.batches.next_at == desk.clock.now + SMALL.settle
        desk.put("b")
        assert desk.take() == ["b"]
        desk.clock.now += SMALL.settle
    assert desk.take() == ["a"]
    assert desk.batches.next_at is None
    desk.spool.close()


def test_the_next_process_waits_as_long(desk: Desk, tmp_path: Path) -> None:
    """What was under way when a process died may have arrived."""
    desk.put("a", "b")
    desk.deliver(lambda ids: Result(Outcome.DELIVERED, each={"b": LOST}))
    desk.put("c")
    assert desk.take() == ["b", "c"]
    desk.spool.close()
    other = Desk(tmp_path)
    assert other.spool.adopt(other.clock.now) == 2
    assert other.take() == []
    other.clock.now += SMALL.settle
    assert other.deliver(lambda _: GOOD) == [["b", "c"]]
    other.spool.close()


@given(st.sets(st.integers(0, 4)), st.sampled_from([Outcome.TOO_LARGE, Outcome.REFUSED]))
def test_one_bad_entry_harms_no_other(bad: set[int], outcome: Outcome) -> None:
    desk = Desk(None)
    names = [str(each) for each in range(5)]
    desk.put(*names)
    wrong = {str(each) for each in bad}
    seen = desk.deliver(lambda ids: Result(outcome, "it is bad") if wrong & set(ids) else GOOD)
    assert desk.batches.delivered == 5 - len(bad)
    assert desk.batches.aside_counts == ({"it is bad": len(bad)} if bad else {})
    assert desk.take() == []
    delivered = [each for portion in seen if not wrong & set(portion) for each in portion]
    assert sorted(delivered) == sorted(set(names) - wrong)  # each once
    desk.spool.close()


def test_what_is_set_aside_is_kept_with_its_reason(desk: Desk) -> None:
    desk.put("a", "b", "c")
    desk.deliver(lambda _: Result(Outcome.DELIVERED, each={"b": Result(Outcome.REFUSED, "no such trace")}))
    assert desk.aside is not None
    assert [(each.entry.id, each.reason) for each in desk.aside] == [("b", "no such trace")]
    assert (desk.batches.delivered, desk.batches.aside_counts) == (2, {"no such trace": 1})


def test_a_platform_that_says_something_else_of_each_fills_no_books(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """A few reasons are counted and told, each by itself, and the rest together; the files have all of them."""
    results = [Result(Outcome.REFUSED, f"trace {number} is unknown.") for number in range(30)]
    for each in results:
        desk.put("a")
        desk.batches.settle(desk.batches.take(), each)
    assert desk.aside is not None
    assert {each.reason for each in desk.aside} == {each.reason for each in results}
    assert (len(desk.batches.aside_counts), desk.batches.aside_counts["other reasons"]) == (21, 10)
    assert len(caplog.messages) == 21
    assert caplog.messages[0] == "Set aside, as it can't be delivered (event): trace 0 is unknown."


def test_what_is_too_old_is_set_aside(desk: Desk) -> None:
    desk.put("a")
    desk.clock.now += SMALL.max_age + 1
    desk.put("b")
    assert desk.take() == ["b"]
    assert desk.batches.aside_counts == {"age": 1}


def test_what_cannot_be_set_aside_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Aside, "add", full)
    desk.put("a")
    desk.deliver(lambda _: Result(Outcome.REFUSED, "bad"))
    assert not desk.batches.aside_counts
    monkeypatch.undo()
    assert desk.take() == []  # not at once: it would be refused again and again
    assert desk.batches.next_at is not None
    desk.clock.now += AGAIN
    desk.deliver(lambda _: Result(Outcome.REFUSED, "bad"))
    assert desk.batches.aside_counts == {"bad": 1}


def test_what_is_no_entry_is_set_aside(desk: Desk) -> None:
    desk.spool.put(b"rubbish")
    desk.put("a")
    assert desk.take() == ["a"]
    assert desk.batches.aside_counts == {"unreadable": 1}


def test_segments_go_when_all_in_them_is_done(desk: Desk, tmp_path: Path) -> None:
    desk.put(*(str(each) for each in range(12)), size=600)
    assert len(list(tmp_path.glob("*.spool"))) == 3
    while desk.deliver(lambda _: GOOD):
        pass
    assert len(list(tmp_path.glob("*.spool"))) == 1  # the one that is being written
    desk.spool.close()
    assert list(tmp_path.iterdir()) == []


def test_a_clock_that_is_set_back_holds_nothing_up_for_longer(desk: Desk) -> None:
    desk.put("a")
    desk.deliver(lambda _: Result(Outcome.UNKNOWN))
    desk.clock.now -= 86_400.0
    assert desk.take() == []
    assert desk.batches.next_at == desk.clock.now + SMALL.settle
    desk.clock.now += SMALL.settle
    assert desk.take() == ["a"]


def test_what_is_torn_is_set_aside_as_it_is(desk: Desk, tmp_path: Path) -> None:
    """And what lies behind it is delivered."""
    desk.put("a", "b", "c")
    desk.spool.close()
    (path,) = tmp_path.glob("*.spool")
    path.write_bytes(path.read_bytes().replace(b'["b"', b'["x"'))
    other = Desk(tmp_path)
    assert other.spool.adopt(0.0) == 3
    assert other.take() == ["a", "c"]
    assert other.aside is not None
    assert [(each.entry.body[:4], each.reason) for each in other.aside] == [('["x"', "unreadable")]
    other.spool.close()


def test_what_is_delivered_of_a_file_that_was_taken_away_is_not_lost(desk: Desk, tmp_path: Path) -> None:
    desk.put(*"abc", size=1000)
    desk.put("d")  # the first file is full now
    portion = [each for _ in range(3) for each in desk.batches.take()]
    assert [each.entry.id for each in portion][:2] == ["a", "b"]
    for path in tmp_path.glob("*.spool"):
        path.unlink()
    desk.batches.take()
    lost = desk.batches.aside_counts["taken away"]
    assert lost == 2
    desk.batches.settle(portion, GOOD)
    assert desk.batches.delivered == 4
    assert +desk.batches.aside_counts == {}


def test_a_disk_that_fails_while_it_is_read_is_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said once for each time that it goes on."""

    def failing(_: Path) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    desk.put("a")
    for _ in range(2):
        with monkeypatch.context() as patched:
            patched.setattr(Segment, "open", failing)
            assert (desk.take(), desk.take()) == ([], [])
        assert desk.batches.next_at == desk.clock.now + AGAIN
        taken = desk.batches.take()
        assert [each.entry.id for each in taken] == ["a"]
        desk.batches.settle(taken, Result(Outcome.NOT_RECEIVED))
    assert [each.getMessage().partition(" ")[2] for each in caplog.records] == [
        "can't be read (Too many open files): what waits there is delivered when it can be."
    ] * 2


def test_the_words_of_a_platform_are_one_line_of_the_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Else they could pretend to be others, and steer a terminal."""
    desk.put("a")
    taken = desk.batches.take()
    desk.batches.settle(taken, Result(Outcome.REFUSED, "bad\nERROR \x1b[2J\x9bgone"))
    assert caplog.messages == ["Set aside, as it can't be delivered (event): bad ERROR  [2J gone."]
