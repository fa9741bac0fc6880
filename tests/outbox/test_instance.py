"""Proves that what a process leaves is taken over by one other, once it has ended, and never before."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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
