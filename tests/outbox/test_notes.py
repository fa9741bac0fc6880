"""Proves that what a delivery has learned outlives its process, and that nothing which lies there spoils it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from promptport.outbox import notes as module
from promptport.outbox.notes import Notes
from promptport.outbox.place import Place


def test_they_are_there_for_the_next_process_and_for_others(tmp_path: Path) -> None:
    first, second = Notes(Place(tmp_path)), Notes(Place(tmp_path))
    assert first.recall("a") is None
    first.keep("a", "1")
    first.keep("ä\n", "2")
    assert [second.recall(each) for each in ("a", "ä\n", "b")] == ["1", "2", None]
    second.keep("b", "3")
    assert first.recall("b") == "3"
    second.keep("a", "4")
    assert Notes(Place(tmp_path)).recall("a") == "4"


def test_they_are_on_disk_before_it_answers(tmp_path: Path) -> None:
    program = (
        "import os, sys, pathlib\nfrom promptport.outbox.notes import Notes\nfrom promptport.outbox.place import Place\n"
        "Notes(Place(pathlib.Path(sys.argv[1]))).keep('a', '1')\nos.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, timeout=60)
    assert Notes(Place(tmp_path)).recall("a") == "1"


def test_a_child_reads_them_anew(tmp_path: Path) -> None:
    notes = Notes(Place(tmp_path))
    notes.keep("a", "1")
    if (child := os.fork()) == 0:
        os._exit(0 if notes.recall("a") == "1" else 1)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize(
    "rubbish",
    [b"0", b"zz zz\n", b"00000000 [1]\n", b'00000000 ["a", "9"]\n', b"\n\n\n", b"6fdf1e01 [[],{}]\n", bytes(5000)],
)
def test_what_is_torn_or_foreign_harms_no_other(tmp_path: Path, rubbish: bytes) -> None:
    Notes(Place(tmp_path)).keep("a", "1")
    with (tmp_path / "notes-000001").open("ab") as file:
        file.write(rubbish)
    Notes(Place(tmp_path)).keep("b", "2")
    found = Notes(Place(tmp_path))
    assert [found.recall(each) for each in "ab"] == ["1", "2"]


def test_they_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FILE", 1000)
    monkeypatch.setattr(module, "MOST", 20)
    notes = Notes(Place(tmp_path))
    for each in range(200):
        notes.keep(f"key {each}", "v")
    assert len(notes._known) == 20
    assert len(list(tmp_path.iterdir())) <= module.FILES + 1
    assert sum(each.stat().st_size for each in tmp_path.iterdir()) < 3500
    found = Notes(Place(tmp_path))
    assert found.recall("key 199") == "v"
    assert found.recall("key 0") is None
    with pytest.raises(ValueError, match="too long"):
        notes.keep("a", "b" * 2000)


def test_without_a_disk_they_last_as_long_as_the_process(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    for place in (None, Place(tmp_path / "link")):
        notes = Notes(place)
        notes.keep("a", "1")
        assert (notes.recall("a"), notes.recall("b")) == ("1", None)
    assert [each.name for each in tmp_path.iterdir()] == ["link"]
