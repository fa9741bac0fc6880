"""Proves that what is known of an entry comes to stand in its segment, whatever the disk does meanwhile."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from promptport.outbox.frames import DONE, WAITING
from promptport.outbox.maker import AGAIN
from promptport.outbox.marks import Marks
from promptport.outbox.part import Part
from promptport.outbox.segment import Segment

from .things import ABOUT, SMALL, Clock


def filled(path: Path) -> Part:
    part = Part.create(path, SMALL.segment, ABOUT)
    for each in (b"a", b"b", b"c"):
        part.put(each)
    return part


def states(part: Part) -> list[int]:
    with part.opened() as segment:
        return [each.state for each in segment.frames()]


@pytest.mark.parametrize("failing", ["open", "mark"])
def test_a_disk_that_fails_is_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    part, marks = filled(tmp_path / "s"), Marks(Clock())
    with part.opened() as segment:
        for frame in part.waiting(segment):
            marks.done(part, frame)
    assert (part.done, part.waits) == (3, 0)
    real, calls = getattr(Segment, failing), list[int]()

    def fail_second(*args: object) -> object:
        calls.append(1)
        if len(calls) == (1 if failing == "open" else 2):
            raise OSError(errno.EIO, "Input/output error")
        return real(*args)

    monkeypatch.setattr(Segment, failing, fail_second)
    assert not marks.write()
    assert marks.write()
    assert states(part) == [DONE] * 3


def test_one_that_comes_later_waits_whatever_the_clock_does(tmp_path: Path) -> None:
    clock, part = Clock(), filled(tmp_path / "s")
    marks = Marks(clock)
    with part.opened() as segment:
        a, b, _ = part.waiting(segment)
        segment.mark(a, DONE, 1, 0.0)
    marks.add(part, a, WAITING, later=True)
    marks.done(part, b)
    assert not marks.write()
    assert states(part) == [DONE, DONE, WAITING]
    clock.now += AGAIN
    assert marks.write()
    marks.add(part, b, WAITING, later=True)
    clock.now -= 86_400.0
    assert marks.write()
    assert states(part) == [WAITING] * 3


def test_what_is_gone_is_no_matter(tmp_path: Path) -> None:
    part, marks = filled(tmp_path / "s"), Marks(Clock())
    with part.opened() as segment:
        marks.done(part, next(part.waiting(segment)))
    (tmp_path / "s").unlink()
    assert marks.write()
