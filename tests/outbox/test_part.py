"""Proves that a part lets go of its memory when it is full, and that of what was under way nobody knows the fate."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.outbox.frames import DONE, SENT, UNKNOWN, WAITING
from promptport.outbox.part import Part

from .things import ABOUT, SMALL


@pytest.mark.parametrize("on_disk", [True, False])
def test_what_waits_is_seen_from_the_first_that_does(tmp_path: Path, on_disk: bool) -> None:
    part = Part.create(tmp_path / "s" if on_disk else None, SMALL.segment, ABOUT)
    for each in (b"a", b"b", b"c"):
        part.put(each)
    with part.opened() as segment:
        a, b, c = part.waiting(segment)
        segment.mark(b, DONE, 1, 0.0)
        assert [each.payload for each in part.waiting(segment)] == [b"a", b"c"]
        segment.mark(a, DONE, 1, 0.0)
        segment.mark(c, DONE, 1, 0.0)
        assert list(part.waiting(segment)) == []
    part.put(b"d")
    part.seal()
    with part.opened() as segment:
        assert [each.payload for each in part.waiting(segment)] == [b"d"]
    assert part.count == 4
    part.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_one_keeps_no_memory(tmp_path: Path) -> None:
    part = Part.create(tmp_path / "s", SMALL.segment, ABOUT)
    part.put(b"a")
    part.seal()
    with pytest.raises(ValueError, match="closed"):
        part.put(b"b")
    with part.opened() as segment:
        assert [each.payload for each in part.waiting(segment)] == [b"a"]


def test_what_was_under_way_is_of_unknown_fate(tmp_path: Path) -> None:
    part = Part.create(tmp_path / "s", SMALL.segment, ABOUT)
    for each in (b"waits", b"sent", b"done"):
        part.put(each)
    with part.opened() as segment:
        _, sent, done = part.waiting(segment)
        segment.mark(sent, SENT, 2, 5.0)
        segment.mark(done, DONE, 1, 5.0)
    part.seal()
    adopted = Part(tmp_path / "s")
    assert adopted.sealed
    assert adopted.adopt(99.0) == 2
    with adopted.opened() as segment:
        assert [each[1:] for each in adopted.waiting(segment)] == [
            (b"waits", WAITING, 0, 0.0), (b"sent", UNKNOWN, 2, 99.0),
        ]  # fmt: skip
