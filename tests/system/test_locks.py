"""Proves that the locks of a folder are seen by all processes, end with their holder, and leave nothing behind."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from promptport.cache.disk import Disk
from promptport.system.locks import locked, try_lock


def aged(path: Path, seconds: float) -> None:
    """Let a file be older."""
    moment = time.time() - seconds
    os.utime(path, (moment, moment), follow_symlinks=False)


HERE = "a" * 40


def test_locks_leave_nothing_behind(tmp_path: Path) -> None:
    """A lock is there for as long as it is held; one that nobody gave back counts for nothing once it is overdue."""
    disk, other = Disk(tmp_path / "c"), Disk(tmp_path / "c")
    for at in range(100):
        claim = disk.claim(f"{at:040x}", 5)
        assert claim is not None
        assert other.claim(f"{at:040x}", 5) is None
        disk.release(claim)
        disk.release(claim)
    assert list((tmp_path / "c").iterdir()) == []

    stuck = disk.claim(HERE, 5)
    assert stuck is not None
    aged(tmp_path / "c" / f"{HERE}.lock", 2)
    assert other.claim(HERE, 5) is None  # takes it away, for whoever asks next
    second = other.claim(HERE, 5)
    assert second is not None
    disk.release(stuck)
    assert disk.claim(HERE, 5) is None
    other.release(second)
    assert list((tmp_path / "c").iterdir()) == []


def test_a_lock_that_is_given_back_while_another_takes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that its holder takes away at this very moment nobody has the lock; the next one makes it anew."""
    disk, other = Disk(tmp_path / "c"), Disk(tmp_path / "c")
    claim = disk.claim(HERE, 5)
    flock = fcntl.flock

    def late(descriptor: int, operation: int) -> None:
        monkeypatch.undo()
        disk.release(claim)
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    assert other.claim(HERE, 5) is None
    assert disk.claim(HERE, 5) is not None


@pytest.mark.alone
@pytest.mark.parametrize("killed", [False, True])
def test_a_child_holds_no_lock_of_its_parent(tmp_path: Path, killed: bool) -> None:
    """A fork in the middle of a fetch harms nobody, however long the child lives, and whether its parent does or not."""
    ours, theirs = os.pipe()
    parent = os.fork()
    if parent == 0:
        disk = Disk(tmp_path / "c")
        claim = disk.claim(HERE, 60)
        if os.fork() == 0:
            os.write(theirs, str(os.getpid()).encode())
            time.sleep(60)  # until it is killed
            os._exit(0)
        if not killed:
            disk.release(claim)
        os._exit(0)
    child = int(os.read(ours, 100))
    os.waitpid(parent, 0)
    try:
        assert Disk(tmp_path / "c").claim(HERE, 5) is not None
    finally:
        os.kill(child, 9)
        os.close(ours)
        os.close(theirs)


def test_a_lock_in_the_place_of_something_else(tmp_path: Path) -> None:
    """A link is not followed, and a pipe holds up nobody."""
    (tmp_path / "link").symlink_to(tmp_path / "made")
    with pytest.raises(OSError, match="symbolic link"):
        try_lock(tmp_path / "link", 5)
    assert not (tmp_path / "made").exists()
    os.mkfifo(tmp_path / "pipe")
    lock = try_lock(tmp_path / "pipe", 5)
    assert lock is not None
    lock.release()


def test_waiting_for_a_lock(tmp_path: Path) -> None:
    """Whoever waits gets it when it is given back, and is told where it never is; nothing is left behind."""
    path = tmp_path / "file.lock"
    with locked(path, 5), pytest.raises(TimeoutError, match="another process"), locked(path, 0.05):
        pass
    with locked(path, 0.05):
        assert path.exists()
    assert not path.exists()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    """No process that was killed holds up another."""
    code = "import os, sys; from pathlib import Path; from promptport.system.locks import try_lock\n"
    code += "held = try_lock(Path(sys.argv[1]), 60); print(held is not None, flush=True); os.kill(os.getpid(), 9)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.lock")], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("True\n", -9)
    with locked(tmp_path / "a.lock", 2):
        pass
