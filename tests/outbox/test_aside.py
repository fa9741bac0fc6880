"""Proves that what was set aside is kept with its reason, and that a file which is spoilt loses no other."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from promptport.outbox.aside import Aside
from promptport.outbox.entry import Entry

from .things import ABOUT

ENTRIES = [Entry(f"i{each}", "event", 1.0, {"n": each}) for each in range(3)]


def test_it_is_kept_with_its_reason(tmp_path: Path) -> None:
    aside = Aside(tmp_path / "aside", ABOUT)
    assert list(aside) == []
    aside.add([])
    assert not (tmp_path / "aside").exists()
    aside.add([(ENTRIES[0], "too large"), (ENTRIES[1], "age")])
    aside.add([(ENTRIES[2], "no such\ntrace")])
    reasons = {each.entry.id: each.reason for each in aside}
    assert reasons == {"i0": "too large", "i1": "age", "i2": "no such\ntrace"}
    assert sorted(each.entry for each in aside) == ENTRIES
    assert all(each.about == ABOUT for each in aside)


def test_a_line_that_is_none_is_passed_over(tmp_path: Path) -> None:
    aside = Aside(tmp_path, ABOUT)
    aside.add([(ENTRIES[0], "age")])
    (path,) = tmp_path.glob("*.jsonl")
    path.write_bytes(b'{"reason": 1}\n\xff\n[]\n{"about": 1}\n' + path.read_bytes() + b'{"reason": "x", "ent')
    assert [each.entry for each in aside] == [ENTRIES[0]]


def test_what_cannot_be_written_leaves_no_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        Aside(tmp_path, ABOUT).add([(ENTRIES[0], "age")])
    assert list(tmp_path.iterdir()) == []
