"""Proves that what is purged is gone, and nothing else: least of all what a process has that lives."""

from __future__ import annotations

from pathlib import Path

from promptport.outbox.listing import listed
from promptport.outbox.place import ASIDE
from promptport.outbox.purging import purge

from .folders import entry, folder_of, put_aside, spool_of


def left(root: Path) -> set[str]:
    """What is left: entries by id, files that can't be read by name."""
    return {each.entry.id if each.entry is not None else each.path.name for each in listed(root)}


def test_some_of_what_waits_and_was_set_aside(tmp_path: Path) -> None:
    spool_of(tmp_path, [entry("a"), entry("b")]).close()
    spool_of(tmp_path, [entry("c")]).close()
    put_aside(tmp_path, [entry("d"), entry("e")])
    put_aside(tmp_path, [entry("f")])
    gone = purge(folder_of(tmp_path), lambda each: each.entry is not None and each.entry.id in "acdf")
    assert sorted(each.entry.id for each in gone if each.entry is not None) == ["a", "c", "d", "f"]
    assert left(tmp_path) == {"b", "e"}
    assert len(purge(folder_of(tmp_path), lambda _: True)) == 2
    assert [each.name for each in folder_of(tmp_path).iterdir()] == [ASIDE]
    assert purge(folder_of(tmp_path), lambda _: True) == []


def test_what_a_living_process_has(tmp_path: Path) -> None:
    """It stays, and goes on to be written."""
    spool = spool_of(tmp_path, [entry("a")])
    assert purge(folder_of(tmp_path), lambda _: True) == []
    spool.put(entry("b").encode())
    assert left(tmp_path) == {"a", "b"}
    spool.close()
    assert len(purge(folder_of(tmp_path), lambda _: True)) == 2


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """They go as they are; what a link leads to stays."""
    put_aside(tmp_path, [entry("a")])
    (tmp_path / "theirs").write_text("precious")
    (folder_of(tmp_path) / ASIDE / "0.jsonl").symlink_to(tmp_path / "theirs")
    (folder_of(tmp_path) / "0123456789abcdef-000001.spool").write_bytes(b"torn")
    assert len(purge(folder_of(tmp_path), lambda each: each.entry is None)) == 2
    assert left(tmp_path) == {"a"}
    assert (tmp_path / "theirs").read_text() == "precious"
