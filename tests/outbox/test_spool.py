"""Proves that a spool keeps what it has accepted, through threads, signal handlers, forks, interrupts, and a disk that fails."""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

import pytest

from promptport import ArgumentError
from promptport.outbox.frames import DONE
from promptport.outbox.instance import Instance, names
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
    with pytest.raises(ArgumentError, match="too much for one event"):
        spool.put(b"x" * SMALL.segment)
    spool.close()


def test_threads_and_signal_handlers_share_it(spool: Spool) -> None:
    """A handler that comes in the middle of a put has a segment of its own."""
    spool = Spool(None, ABOUT, SMALL._replace(segment=1 << 20, most_bytes_in_memory=1 << 26))
    before = signal.getsignal(signal.SIGALRM)
    handled: list[int] = []

    def handle(number: int, frame: FrameType | None) -> None:
        spool.put(b"handler %d" % len(handled))
        handled.append(number)

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
    assert [each.getMessage().partition("(")[2] for each in caplog.records] == [
        "No space left on device): events are kept in memory, and lost with it."
    ]
    clock.now += AGAIN
    monkeypatch.setattr(Part, "create", create)
    for _ in range(3):
        spool.put(b"y" * 1000)
    assert len(list(tmp_path.glob("*.spool"))) == 1
    assert len(kept(spool)) == spool.accepted == 7
    spool.close()


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
    assert len(names(tmp_path)) == 1
    spool.close()
    assert len(names(tmp_path)) == 1
    assert other.adopt(0.0) == 2
    other.close()


def test_one_whose_lock_was_taken_before_it_was_locked_takes_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of, answers = Instance.of, [False, False, True]
    monkeypatch.setattr(Instance, "of", lambda folder, name: of(folder, name) if answers.pop(0) else None)
    spool = Spool(Place(tmp_path), ABOUT, SMALL)
    spool.put(b"x")
    assert all(each.path for each in spool.parts())
    spool.close()


def test_what_is_no_segment_harms_no_other(tmp_path: Path) -> None:
    (tmp_path / "0123456789abcdef-000001.spool").write_bytes(b"rubbish")
    before = Spool(Place(tmp_path), ABOUT, SMALL)
    before.put(b"good")
    before.close()
    spool = Spool(Place(tmp_path), ABOUT, SMALL)
    assert spool.adopt(0.0) == 1
    assert kept(spool) == [b"good"]
    spool.close()
