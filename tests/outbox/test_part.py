"""Proves that a part lets go of its memory when it is full, and that of what was under way nobody knows the fate."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.outbox.adoption import take_over
from promptport.outbox.frames import DONE, SENT, UNKNOWN, WAITING
from promptport.outbox.instance import Instance
from promptport.outbox.maker import Maker
from promptport.outbox.part import Part
from promptport.outbox.place import Place

from .things import ABOUT, SMALL, Clock


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
    with pytest.raises(AssertionError):
        part.put(b"b")
    assert part.size == SMALL.segment
    with part.opened() as segment:
        assert [each.payload for each in part.waiting(segment)] == [b"a"]


def test_one_that_is_sealed_gives_back_what_it_does_not_need(tmp_path: Path) -> None:
    part = Part.create(tmp_path / "s", 1 << 20, ABOUT)
    for _ in range(5):
        part.put(b"a" * 1000)
    with part.opened() as reader:
        part.seal()
        assert len(list(part.waiting(reader))) == 5  # whoever looked at it meanwhile
    assert part.size == (tmp_path / "s").stat().st_size == 8192


def test_it_moves_from_memory_to_the_disk_with_all_that_is_known(tmp_path: Path) -> None:
    part = Part.create(None, SMALL.segment, ABOUT)
    for each in (b"waits", b"sent", b"done"):
        part.put(each)
    with part.opened() as segment:
        _, sent, done = part.waiting(segment)
        segment.mark(sent, UNKNOWN, 2, 5.0)
        segment.mark(done, DONE, 1, 5.0)
    part.seal()
    part.move(tmp_path / "s")
    assert (part.count, part.path) == (3, tmp_path / "s")
    with part.opened() as segment:
        found = [each[1:5] for each in part.waiting(segment)]
        assert segment.about == ABOUT
    assert found == [(b"waits", WAITING, 0, 0.0), (b"sent", UNKNOWN, 2, 5.0)]


def test_what_is_written_lives_on_where_its_file_is_taken_away(tmp_path: Path) -> None:
    part = Part.create(tmp_path / "s", SMALL.segment, ABOUT)
    part.put(b"a")
    (tmp_path / "s").unlink()
    assert part.lose_file()
    part.put(b"b")
    with part.opened() as segment:
        assert [each.payload for each in part.waiting(segment)] == [b"a", b"b"]
    part.seal()
    part.move(tmp_path / "again")
    (tmp_path / "again").unlink()
    assert not part.lose_file()
    assert part.waits == 2


def test_an_interrupt_is_counted_as_what_is_there(tmp_path: Path) -> None:
    part = Part.create(tmp_path / "s", SMALL.segment, ABOUT)
    part.put(b"a")
    assert part._writer is not None
    part._writer.count = 0  # it came between the frame and the count
    part.recount()
    assert part.count == 1


def test_what_was_under_way_is_of_unknown_fate(tmp_path: Path) -> None:
    instance = Instance.begin(tmp_path)
    part = Part.create(instance.next_path(), SMALL.segment, ABOUT)
    for each in (b"waits", b"sent", b"done"):
        part.put(each)
    with part.opened() as segment:
        _, sent, done = part.waiting(segment)
        segment.mark(sent, SENT, 2, 5.0)
        segment.mark(done, DONE, 1, 5.0)
    part.seal()
    instance.end()
    (adopted,) = take_over(Maker(Place(tmp_path), ABOUT, SMALL, Clock()), tmp_path, ABOUT, (), 99.0)
    assert (adopted.sealed, adopted.adopted) == (True, 2)
    with adopted.opened() as segment:
        assert [each[1:5] for each in adopted.waiting(segment)] == [
            (b"waits", WAITING, 0, 0.0), (b"sent", UNKNOWN, 2, 99.0),
        ]  # fmt: skip
