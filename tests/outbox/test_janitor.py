"""Proves that what nobody comes for is set aside, what is empty goes, and nobody who lives is disturbed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import time

import pytest

from promptport.outbox.account import Account
from promptport.outbox.aside import Aside
from promptport.outbox.entry import Entry
from promptport.outbox.janitor import DAY, Janitor
from promptport.outbox.notes import Notes
from promptport.outbox.outbox import Outbox
from promptport.outbox.place import Place
from promptport.outbox.spool import Spool

from .things import SMALL, Backend

WEEK = 7 * DAY
ONE, OTHER = (Account("xr2", "https://xr2.uk", each, "events") for each in ("a1", "a2"))


def left(root: Path, account: Account, count: int = 3) -> Spool:
    spool = Spool(account.place(root), account.about, SMALL)
    for each in range(count):
        spool.put(Entry(f"i{each}", "event", time(), each).encode())
    return spool


def aged(folder: Path, seconds: float) -> None:
    """Nobody has touched anything in it for so long."""
    for path in sorted([folder, *folder.rglob("*")], reverse=True):
        os.utime(path, (time() - seconds, time() - seconds))


def look(root: Path) -> None:
    Janitor(ONE.place(root), WEEK).look()


def test_what_nobody_has_come_for_is_set_aside_with_its_reason(tmp_path: Path) -> None:
    left(tmp_path, OTHER).close()
    folder = tmp_path / OTHER.digest
    aged(folder, WEEK - 60)
    look(tmp_path)
    assert list(Aside(folder / "aside", {})) == []
    aged(folder, WEEK + 60)
    look(tmp_path)
    found = list(Aside(folder / "aside", {}))
    assert [(each.entry.body, each.reason, each.about) for each in found] == [
        (body, "account", OTHER.about) for body in range(3)
    ]
    assert {each.name for each in folder.iterdir()} == {"aside"}


def test_neither_its_own_nor_what_lives_is_touched(tmp_path: Path) -> None:
    living = left(tmp_path, OTHER)
    left(tmp_path, ONE).close()
    for each in tmp_path.iterdir():
        aged(each, WEEK + 60)
    look(tmp_path)
    assert not list(tmp_path.rglob("*.jsonl"))
    assert len(list(tmp_path.rglob("*.spool"))) == 2
    living.close()


def test_what_is_empty_goes_and_so_do_old_notes(tmp_path: Path) -> None:
    for account in (ONE, OTHER):
        Notes(account.place(tmp_path)).keep("a", "1")
        (tmp_path / account.digest / "aside").mkdir()
    (tmp_path / "theirs").mkdir()
    for each in tmp_path.iterdir():
        aged(each, WEEK + 60)
    look(tmp_path)
    assert not list(tmp_path.rglob("notes-*"))
    for each in tmp_path.iterdir():
        aged(each, WEEK + 60)
    look(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {"theirs", ONE.digest}


def replaced_by_link(folder: Path) -> None:
    folder.rename(folder.parent.parent / "elsewhere")
    folder.symlink_to(folder.parent.parent / "elsewhere")


def with_rubbish(folder: Path) -> None:
    for path in folder.glob("*.spool"):
        path.write_bytes(b"rubbish")


@pytest.mark.parametrize("spoil", [replaced_by_link, with_rubbish])
def test_what_is_none_of_ours_stays(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    root = tmp_path / "root"
    left(root, OTHER).close()
    folder = root / OTHER.digest
    spoil(folder)
    aged(folder, WEEK + 60)
    look(root)
    assert len(list(folder.glob("*.spool"))) == 1


def test_an_outbox_looks_when_it_begins_and_then_once_a_day(tmp_path: Path) -> None:
    left(tmp_path, OTHER).close()
    aged(tmp_path / OTHER.digest, WEEK + 60)
    outbox = Outbox(Backend().deliver, ONE.place(tmp_path), ONE.about, SMALL)
    outbox.put("event", 1)
    assert outbox.flush(60).delivered == 1
    assert len(list(tmp_path.rglob("*.jsonl"))) == 1
    left(tmp_path, OTHER).close()
    aged(tmp_path / OTHER.digest, WEEK + 60)
    outbox._janitor.look()
    outbox.close(60)
    assert len(list(tmp_path.rglob("*.jsonl"))) == 1
    Janitor(Place(tmp_path), WEEK).look()  # a folder that stands by itself has no others beside it
    assert len(list(tmp_path.rglob("*.jsonl"))) == 1
