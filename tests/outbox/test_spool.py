"""Proves that a spool keeps what it has accepted, through threads, signal handlers, forks, interrupts, and a disk that fails."""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import FrameType

import pytest

from promptport import ArgumentError
from promptport.outbox.frames import DONE
from promptport.outbox.instance import names
from promptport.outbox.part import Part
from promptport.outbox.place import Place
from promptport.outbox.segment import Segment
from promptport.outbox.spool import AGAIN, Full, Spool

from .things import ABOUT, SMALL, Clock


def kept(spool: Spool) -> list[bytes]:
    """All that is in a spool and not done with."""
    found = []
    for part in spool.parts():
        with part.opened() as segment:
            found += [each.payload for each in part.waiting(segment)]
    return found


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    found = Spool(Place(tmp_path), ABOUT, SMALL)
    yield found
    found.close()


def test_it_keeps_what_it_accepts_in_as_many_segments_as_it_takes(spool: Spool, tmp_path: Path) -> None:
    payloads = [b"%0200d" % each for each in range(40)]
    for each in payloads:
        spool.put(each)
    assert kept(spool) == payloads
    assert spool.accepted == 40
    assert len(list(tmp_path.glob("*.spool"))) == 4


@pytest.mark.parametrize("on_disk", [True, False])
def test_it_is_bounded(tmp_path: Path, on_disk: bool, caplog: pytest.LogCaptureFixture) -> None:
    spool = Spool(Place(tmp_path) if on_disk else None, ABOUT, SMALL)
    accepted = 0
    with suppress(Full):
        while True:
            spool.put(b"x" * 1000)
            accepted += 1
    with pytest.raises(Full):
        spool.put(b"x" * 1000)
    segments = (SMALL.most_bytes if on_disk else SMALL.most_bytes_in_memory) // SMALL.segment
    assert accepted == spool.accepted == len(kept(spool)) == 3 * segments
    assert spool.dropped == {"full": 2}
    assert [each.levelname for each in caplog.records] == ["WARNING"]  # said once
    with pytest.raises(ArgumentError, match="too much for one entry"):
        spool.put(b"x" * SMALL.segment)
    spool.close()


def test_threads_and_signal_handlers_share_it(spool: Spool) -> None:
    """A handler that comes in the middle of a put has a segment of its own."""
    spool = Spool(None, ABOUT, SMALL._replace(segment=1 << 20, most_bytes_in_memory=1 << 26))
    before = signal.getsignal(signal.SIGALRM)
    handled: list[int] = []
    numbers = count()

    def handle(number: int, frame: FrameType | None) -> None:
        handled.append(number)
        spool.put(b"handler %d" % next(numbers))  # another may come within this one

    def put(thread: int) -> None:
        for each in range(2000):
            spool.put(b"thread %d %d" % (thread, each))

    signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
    try:
        threads = [threading.Thread(target=put, args=(each,)) for each in range(3)]
        for each in threads:
            each.start()
        put(3)
        for each in threads:
            each.join()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    expected = [b"thread %d %d" % (thread, each) for thread in range(4) for each in range(2000)]
    expected += [b"handler %d" % each for each in range(len(handled))]
    assert sorted(kept(spool)) == sorted(expected)
    assert spool.accepted == len(expected)
    assert handled
    spool.close()


def test_an_interrupt_within_a_put_leaves_no_hole(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    spool.put(b"before")
    put = Segment.put

    def interrupted(segment: Segment, payload: bytes) -> bool:
        monkeypatch.setattr(Segment, "put", put)
        segment._end += 64
        raise KeyboardInterrupt

    monkeypatch.setattr(Segment, "put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        spool.put(b"never")
    spool.put(b"after")
    assert kept(spool) == [b"before", b"after"]


def test_a_disk_that_fails_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    spool = Spool(Place(tmp_path), ABOUT, SMALL, clock)
    create, tries = Part.create, []

    def failing(path: Path | None, size: int, about: dict[str, object]) -> Part:
        if path is not None:
            tries.append(path)
            raise OSError(errno.ENOSPC, "No space left on device")
        return create(path, size, about)

    monkeypatch.setattr(Part, "create", failing)
    for _ in range(4):
        spool.put(b"x" * 1000)
    assert len(tries) == 1
    assert {each.path for each in spool.parts()} == {None}
    clock.now += AGAIN
    spool.put(b"x" * 1000)
    assert len(tries) == 2
    monkeypatch.setattr(Part, "create", create)
    clock.now += AGAIN
    for _ in range(2):
        spool.put(b"y" * 1000)
    spool.mend()  # as the worker does: nothing stays in memory
    assert {each.path and each.path.parent for each in spool.parts()} == {tmp_path}
    assert len(kept(spool)) == spool.accepted == 7
    assert [each.getMessage().removeprefix(str(tmp_path)) for each in caplog.records] == [
        " can't be written (No space left on device): events are kept in memory, and lost with it.",
        " can be written again: events are kept there.",
    ]
    spool.close()
    other = Spool(Place(tmp_path), ABOUT, SMALL)
    assert other.adopt(0.0) == 7
    other.close()


def test_a_folder_that_is_taken_away_is_made_again(spool: Spool, tmp_path: Path) -> None:
    """What was written yet goes on, and to the new folder; what was full is lost, and counted."""
    for each in range(4):
        spool.put(b"%01000d" % each)
    for path in tmp_path.iterdir():
        path.unlink()
    tmp_path.rmdir()
    lost = [spool.lost(each) for each in spool.parts()]
    assert lost == [3, 0]
    spool.put(b"after")
    spool.mend()
    assert [each[-5:] for each in kept(spool)] == [b"00003", b"after"]
    assert tmp_path.stat().st_mode & 0o777 == 0o700
    spool.close()
    other = Spool(Place(tmp_path), ABOUT, SMALL)
    assert other.adopt(0.0) == 2
    other.close()


def test_a_large_one_has_a_segment_of_its_own(tmp_path: Path) -> None:
    spool = Spool(Place(tmp_path), ABOUT, SMALL._replace(entry=50_000, most_bytes=100_000))
    spool.put(b"small")
    spool.put(b"x" * 50_000)
    spool.put(b"small again")
    assert kept(spool) == [b"small", b"small again", b"x" * 50_000]
    with pytest.raises(ArgumentError, match="50,000 are the most"):
        spool.put(b"x" * 50_001)
    with pytest.raises(Full):
        spool.put(b"x" * 50_000)
    spool.close()
    other = Spool(Place(tmp_path), ABOUT, SMALL)
    assert other.adopt(0.0) == 3
    other.close()


def test_the_first_may_be_larger_than_all_together(tmp_path: Path) -> None:
    spool = Spool(Place(tmp_path), ABOUT, SMALL._replace(entry=50_000))
    spool.put(b"x" * 50_000)
    with pytest.raises(Full):
        spool.put(b"x")
    spool.close()


def test_what_is_put_in_after_the_end(tmp_path: Path) -> None:
    """On disk it is the next process's at once; without a disk nobody would deliver it."""
    spool = Spool(Place(tmp_path), ABOUT, SMALL)
    spool.close()
    for each in (b"small", b"x" * 3000):
        spool.put(each)
    other = Spool(Place(tmp_path), ABOUT, SMALL)
    assert other.adopt(0.0) == 2
    other.close()
    memory = Spool(None, ABOUT, SMALL)
    memory.close()
    with pytest.raises(Full):
        memory.put(b"x")
    assert memory.dropped == {"closed": 1}


def test_one_that_is_at_it_when_it_ends_keeps_it_to_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody takes a segment over that is written yet."""
    spool, other = (Spool(Place(tmp_path), ABOUT, SMALL) for _ in range(2))
    spool.put(b"before")
    put = Segment.put

    def closing(segment: Segment, payload: bytes) -> bool:
        monkeypatch.setattr(Segment, "put", put)
        spool.close()
        assert other.adopt(0.0) == 0
        return put(segment, payload)

    monkeypatch.setattr(Segment, "put", closing)
    spool.put(b"during")
    assert other.adopt(0.0) == 2
    assert kept(other) == [b"before", b"during"]
    other.close()


def test_a_child_that_a_handler_forks_within_a_put_writes_nothing_of_its_parents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = Spool(Place(tmp_path), ABOUT, SMALL)
    spool.put(b"before")
    put, children = Segment.put, list[int]()

    def forking(segment: Segment, payload: bytes) -> bool:
        monkeypatch.setattr(Segment, "put", put)
        children.append(os.fork())
        return put(segment, payload)

    monkeypatch.setattr(Segment, "put", forking)
    spool.put(b"both")
    if children == [0]:
        for each in range(5):
            spool.put(b"child %01000d" % each)
        os._exit(0 if spool.accepted == 5 else 1)
    assert os.waitpid(children[0], 0)[1] == 0
    for each in range(5):
        spool.put(b"parent %01000d" % each)
    assert [each[:8] for each in kept(spool)] == [b"before", b"both", *[b"parent 0"] * 5]
    assert spool.adopt(0.0) == 5
    assert [each[:7] for each in kept(spool)[7:]] == [b"child 0"] * 5
    spool.close()


def test_its_bound_is_said_once_for_each_time_that_it_is_reached(
    spool: Spool, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        with suppress(Full):
            while True:
                spool.put(b"x" * 1000)
        with suppress(Full):
            spool.put(b"x" * 1000)
        for part in spool.parts():
            with part.opened() as segment:
                for frame in part.waiting(segment):
                    segment.mark(frame, DONE, 1, 0.0)
                    part.done += 1
            spool.discard(part)
    assert spool.dropped == {"full": 4}
    said = [each.getMessage().partition(":")[0] for each in caplog.records]
    assert said == ["Events are dropped", "Events are accepted again"] * 2


def test_what_a_process_leaves_is_taken_over_once(tmp_path: Path) -> None:
    """A child that is forked begins afresh, and ends without a word; its parent takes over what it has left."""
    spool = Spool(Place(tmp_path), ABOUT, SMALL)
    spool.put(b"parent, before")
    child = os.fork()
    if child == 0:
        for each in range(20):
            spool.put(b"child %0200d" % each)
        os._exit(0 if spool.accepted == 20 else 1)
    spool.put(b"parent, after")
    assert os.waitpid(child, 0)[1] == 0
    other = Spool(Place(tmp_path), ABOUT, SMALL)
    assert other.adopt(0.0) == 20
    assert spool.adopt(0.0) == 0
    assert kept(other) == [b"child %0200d" % each for each in range(20)]
    assert kept(spool) == [b"parent, before", b"parent, after"]
    for part in other.parts():
        with part.opened() as segment:
            for frame in part.waiting(segment):
                segment.mark(frame, DONE, 1, 0.0)
        other.discard(part)
    assert len(names(tmp_path)) == 2
    spool.close()
    assert len(names(tmp_path)) == 2
    assert other.adopt(0.0) == 2
    other.close()


def test_what_is_no_segment_harms_no_other(tmp_path: Path) -> None:
    (tmp_path / "0123456789abcdef-000001.spool").write_bytes(b"rubbish")
    before = Spool(Place(tmp_path), ABOUT, SMALL)
    before.put(b"good")
    before.close()
    spool = Spool(Place(tmp_path), ABOUT, SMALL)
    assert spool.adopt(0.0) == 1
    assert kept(spool) == [b"good"]
    spool.close()
