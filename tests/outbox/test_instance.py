"""Proves that what a process leaves is taken over by one other, once it has ended, and never before."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from promptport.outbox import instance as module
from promptport.outbox.instance import Instance, is_living, names

NAME = "0123456789abcdef"
LIVING = """
import sys
from pathlib import Path
from promptport.outbox.instance import Instance
instance = Instance.of(Path(sys.argv[1]), sys.argv[2])
instance.next_path().touch()
print(flush=True)
sys.stdin.read()
"""


def test_one_that_lives_is_nobodys(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIVING, str(tmp_path), NAME]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert names(tmp_path) == {NAME}
        assert Instance.of(tmp_path, NAME) is None
        assert is_living(tmp_path, NAME)
        process.kill()
    assert not is_living(tmp_path, NAME)
    with ThreadPoolExecutor(8) as pool:
        found = [each for each in pool.map(lambda _: Instance.of(tmp_path, NAME), range(8)) if each]
    assert len(found) == 1
    assert [each.name for each in found[0].segments()] == [f"{NAME}-000001.spool"]
    found[0].segments()[0].unlink()
    found[0].end()
    assert names(tmp_path) == set()


def test_it_leaves_its_lock_where_segments_are_left(tmp_path: Path) -> None:
    instance = Instance.of(tmp_path, NAME)
    assert instance is not None
    instance.next_path().touch()
    instance.end()
    instance.end()
    assert names(tmp_path) == {NAME}
    again = Instance.of(tmp_path, NAME)
    assert again is not None
    again.end()


def test_a_forked_child_does_not_free_its_parents(tmp_path: Path) -> None:
    instance = Instance.of(tmp_path, NAME)
    assert instance is not None
    instance.after_fork()  # in a child the descriptor is a copy of the parent's; here it is the same
    again = Instance.of(tmp_path, NAME)
    assert again is not None
    again.end()


def test_what_else_is_in_the_folder_is_no_instance(tmp_path: Path) -> None:
    for name in ("x.lock", "aside", f"{NAME}.txt", f"{NAME}-1.spool", f"{NAME}-000001.spool.new"):
        (tmp_path / name).touch()
    assert names(tmp_path) == set()
    (tmp_path / f"{NAME}-000001.spool").touch()
    assert names(tmp_path) == {NAME}  # its lock was taken away, and it was not


def test_whether_one_lives_where_nobody_can_say(tmp_path: Path) -> None:
    """It may, so that it is left alone; where there is no lock, nobody has it."""
    assert not is_living(tmp_path, NAME)
    (tmp_path / f"{NAME}.lock").symlink_to(tmp_path / "elsewhere")
    assert is_living(tmp_path, NAME)
    assert not (tmp_path / "elsewhere").exists()


def test_a_system_that_takes_away_no_file_which_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows: no lock is left behind."""
    instance, unlink = Instance.begin(tmp_path), Path.unlink

    def refusing(path: Path, missing_ok: bool = False) -> None:
        if instance._descriptor >= 0:
            raise PermissionError
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refusing)
    instance.end()
    assert names(tmp_path) == set()


def test_one_whose_lock_somebody_looks_at_begins_under_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, asked = module._lock, list[int]()

    def held(descriptor: int) -> bool | None:
        asked.append(descriptor)
        return False if len(asked) == 1 else lock(descriptor)

    monkeypatch.setattr(module, "_lock", held)
    instance = Instance.begin(tmp_path)
    assert len(names(tmp_path)) == 2
    assert not is_living(tmp_path, *(names(tmp_path) - {instance.name}))
    assert is_living(tmp_path, instance.name)
    instance.end()


def test_without_locks_the_mark_says_who_lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_lock", lambda _: None)
    instance = Instance.begin(tmp_path)
    instance.next_path().touch()
    assert is_living(tmp_path, instance.name)
    assert Instance.of(tmp_path, instance.name) is None
    assert instance.valid
    lock = tmp_path / f"{instance.name}.lock"
    os.utime(lock, (0, 0))
    instance.touch()
    assert lock.stat().st_mtime > 0
    instance.end()
    os.utime(lock, (0, 0))  # it is empty by now, and not as one that is being made
    assert Instance.of(tmp_path, instance.name) is not None


def test_a_full_disk_has_room_for_a_lock_though_not_for_a_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    Instance.begin(tmp_path).end()
    monkeypatch.setattr(module, "_lock", lambda _: None)
    with pytest.raises(OSError, match="No space"):
        Instance.begin(tmp_path)
    assert names(tmp_path) == set()
