"""Proves that what is taken over is all that there is, and is let go of when it is done with."""

from __future__ import annotations

from pathlib import Path

from promptport.outbox.adoption import Adoption
from promptport.outbox.instance import names
from promptport.outbox.place import Place
from promptport.outbox.spool import Spool

from .things import ABOUT, SMALL


def left(folder: Path, *payloads: bytes) -> None:
    """A process has put these in, and has ended."""
    spool = Spool(Place(folder), ABOUT, SMALL)
    for each in payloads:
        spool.put(each)
    spool.close()


def test_all_that_others_have_left(tmp_path: Path) -> None:
    left(tmp_path, b"a", b"b")
    left(tmp_path, b"c")
    living = Spool(Place(tmp_path), ABOUT, SMALL)
    living.put(b"d")
    adoption = Adoption(Place(tmp_path))
    parts, waiting = adoption.take("", 0.0)
    assert (len(parts), waiting) == (2, 3)
    assert adoption.take("", 0.0) == ([], 0)
    assert Adoption(Place(tmp_path)).take("", 0.0) == ([], 0)  # another process finds nothing
    for each in parts:
        each.remove()
    adoption.let_go()
    assert len(names(tmp_path)) == 1
    adoption.close()
    living.close()


def test_what_is_not_done_with_is_the_next_ones(tmp_path: Path) -> None:
    left(tmp_path, b"a")
    first = Adoption(Place(tmp_path))
    assert first.take("", 0.0)[1] == 1
    first.close()
    assert Adoption(Place(tmp_path)).take("", 0.0)[1] == 1


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    assert Adoption(Place(tmp_path / "absent")).take("", 0.0) == ([], 0)
