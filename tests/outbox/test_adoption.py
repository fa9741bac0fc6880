"""Proves that what processes have left is taken over, all of it and once, and that nothing else is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from promptport.outbox.adoption import take_over
from promptport.outbox.entry import Entry
from promptport.outbox.frames import HEAD
from promptport.outbox.instance import Instance, names
from promptport.outbox.maker import Maker
from promptport.outbox.part import Part
from promptport.outbox.place import Place
from promptport.outbox.segment import Segment
from promptport.outbox.spool import Spool

from .things import ABOUT, SMALL, Clock


def payload(name: str) -> bytes:
    return Entry(name, "event", 1.0, None).encode()


def left(folder: Path, *ids: str) -> None:
    """A process has put these in, and has ended."""
    spool = Spool(Place(folder), ABOUT, SMALL)
    for each in ids:
        spool.put(payload(each))
    spool.close()


def taken(folder: Path, known: tuple[Part, ...] = (), maker: Maker | None = None) -> list[Part]:
    maker = maker or Maker(Place(folder), ABOUT, SMALL, Clock())
    return list(take_over(maker, folder, ABOUT, known, 5.0))


def ids(parts: list[Part]) -> list[str]:
    found = []
    for part in parts:
        with part.opened() as segment:
            found += [Entry.decode(each.payload).id for each in part.waiting(segment)]
    return sorted(found)


def test_all_that_others_have_left_and_nobodys_who_lives(tmp_path: Path) -> None:
    left(tmp_path, "a", "b")
    left(tmp_path, "c")
    living = Spool(Place(tmp_path), ABOUT, SMALL)
    living.put(payload("d"))
    maker = Maker(Place(tmp_path), ABOUT, SMALL, Clock())
    parts = taken(tmp_path, maker=maker)
    assert (ids(parts), sum(each.adopted for each in parts)) == (["a", "b", "c"], 3)
    assert taken(tmp_path, maker=maker) == taken(tmp_path) == []  # another process finds nothing
    assert len(names(tmp_path)) == 2
    maker.end()
    assert ids(taken(tmp_path)) == ["a", "b", "c"]
    living.close()


def test_it_holds_no_more_open_however_many_there_were(tmp_path: Path) -> None:
    for each in range(20):
        left(tmp_path, str(each))
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 # a count
    parts = taken(tmp_path)
    assert len(os.listdir("/proc/self/fd")) <= before + 1  # noqa: PTH208 # a count
    assert len(ids(parts)) == 20
    assert len(names(tmp_path)) == 1


def test_a_file_gives_back_what_it_does_not_need(tmp_path: Path) -> None:
    """One that died has left a segment in which there was room; a hundred of them would fill what there is."""
    instance = Instance.begin(tmp_path)
    segment = Segment.create(instance.next_path(), 1 << 20, ABOUT)
    segment.put(payload("a"))
    segment.close()
    instance.after_fork()  # it has ended without a word
    (part,) = taken(tmp_path)
    assert part.size == part.path.stat().st_size == 4096  # type: ignore[union-attr]
    assert ids([part]) == ["a"]


def test_what_is_there_twice_is_taken_once(tmp_path: Path) -> None:
    """As where somebody has copied the folder back."""
    left(tmp_path, "a", "b")
    (path,) = tmp_path.glob("*.spool")
    for number in (2, 3):
        shutil.copy(path, path.with_name(f"{path.name[:16]}-00000{number}.spool"))
    parts = taken(tmp_path)
    assert ids(parts) == ["a", "b"]
    assert sum(each.adopted for each in parts) == 2
    shutil.copy(parts[0].path or "", tmp_path / f"{'f' * 16}-000001.spool")
    assert [each.adopted for each in taken(tmp_path, tuple(parts))] == [0]


def test_one_that_was_being_made_goes(tmp_path: Path) -> None:
    for number, content in enumerate((b"", bytes(4096))):
        (tmp_path / f"{number:016}-000001.spool").write_bytes(content)
    assert taken(tmp_path) == []
    assert names(tmp_path) == set()


def spoilt(kind: str, path: Path, good: Path) -> None:
    """Put something where a segment should be."""
    content = bytearray(good.read_bytes())
    if kind == "a link":
        path.symlink_to(good)
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    elif kind == "other things":
        path.write_bytes(b"x" * 5000)
    elif kind == "another account's":
        path.write_bytes(content.replace(b"a1", b"a2"))
    elif kind == "a deep head":
        path.write_bytes(content[:20] + b"[" * 900 + content[920:])
    else:
        path.write_bytes(content[: {"cut in its head": 500, "cut": HEAD + 3}[kind]])


KINDS = ["a link", "a pipe", "a folder", "other things", "another account's", "a deep head", "cut in its head", "cut"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_none_of_ours_stays_and_harms_nothing(tmp_path: Path, kind: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    left(tmp_path / "elsewhere", "z")
    (good,) = (tmp_path / "elsewhere").glob("*.spool")
    left(tmp_path, "a")
    path = tmp_path / f"{'0' * 16}-000001.spool"
    spoilt(kind, path, good)
    for _ in range(2):
        parts = taken(tmp_path)
        assert ids(parts) in (["a"], [])
    assert path.exists() or kind.startswith("cut")
    assert good.exists()


@pytest.mark.parametrize("length", [1 << 31, 5000, (1 << 32) - 1])
def test_a_length_that_leads_out_of_it_is_told_and_not_followed(tmp_path: Path, length: int) -> None:
    left(tmp_path, "a", "b", "c")
    (path,) = tmp_path.glob("*.spool")
    content = bytearray(path.read_bytes())
    at = content.index(b'["b"') - 24
    content[at : at + 4] = length.to_bytes(4, "little")
    path.write_bytes(content)
    (part,) = taken(tmp_path)
    with part.opened() as segment:
        frames = list(part.waiting(segment))
    assert [each.torn for each in frames] == [False, True]
    assert part.adopted == 2
    assert b'["c"' in frames[1].payload


def test_a_torn_one_is_told_and_those_behind_it_are_good(tmp_path: Path) -> None:
    left(tmp_path, "a", "b", "c")
    (path,) = tmp_path.glob("*.spool")
    path.write_bytes(path.read_bytes().replace(b'["b"', b'["x"'))
    (part,) = taken(tmp_path)
    with part.opened() as segment:
        assert [each.torn for each in part.waiting(segment)] == [False, True, False]
