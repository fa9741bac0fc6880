"""Proves that a segment is the same where the system can't map it, can't set bytes aside, or can't read at a place."""

from __future__ import annotations

import errno
import mmap
import os
import subprocess
import sys
from pathlib import Path

import pytest

from promptport.outbox import buffers
from promptport.outbox.buffers import FileBuffer, mapped, reserve
from promptport.outbox.segment import Segment
from promptport.system.flags import CHANGE

SIZE = 1 << 17


def opened(path: Path) -> int:
    return os.open(path, CHANGE | os.O_CREAT, 0o600)


def test_a_file_is_read_and_replaced_in_parts(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"0123456789")
    buffer = FileBuffer(opened(tmp_path / "f"))
    buffer[2:5] = b"abc"
    assert (len(buffer), buffer[:], buffer[1:4], buffer[8:99], buffer[5:5]) == (10, b"01abc56789", b"1ab", b"89", b"")
    os.truncate(tmp_path / "f", 4)
    with pytest.raises(OSError, match="shorter"):
        buffer[2:8]
    assert buffer[2:4] == b"ab"
    buffer.shorten(3)
    assert (len(buffer), buffer[:]) == (3, b"01a")
    buffer.close()
    buffer.close()


def refusing(number: int) -> object:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENODEV, errno.EOPNOTSUPP])
def test_a_disk_that_can_do_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """As some network file systems, and those in user space."""
    monkeypatch.setattr(os, "posix_fallocate", refusing(number))
    monkeypatch.setattr(mmap, "mmap", refusing(number))
    buffer = mapped(opened(tmp_path / "f"), SIZE)
    assert isinstance(buffer, FileBuffer)
    assert (tmp_path / "f").stat().st_blocks * 512 >= SIZE
    buffer[5:6] = b"x"
    assert (tmp_path / "f").read_bytes() == b"\0" * 5 + b"x" + b"\0" * (SIZE - 6)


@pytest.mark.parametrize("place", ["posix_fallocate", "mmap"])
def test_a_disk_without_room_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr(os if place == "posix_fallocate" else mmap, place, refusing(errno.ENOSPC))
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 # a count
    with pytest.raises(OSError, match="No space"):
        mapped(opened(tmp_path / "f"), SIZE)
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208 # a count


def test_bytes_are_set_aside_though_few_are_written_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "posix_fallocate")
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:999]))
    descriptor = opened(tmp_path / "f")
    reserve(descriptor, SIZE)
    os.close(descriptor)
    assert (tmp_path / "f").stat().st_size == SIZE


LESS = """
import os, sys
import asyncio, concurrent.futures.thread, logging, random, threading  # which have what they need of it
for name in ("posix_fallocate", "pread", "pwrite", "O_NOFOLLOW", "register_at_fork", "fchmod", "geteuid"):
    delattr(os, name)
sys.modules["mmap"] = sys.modules["fcntl"] = None
from pathlib import Path
from promptport.outbox.outbox import Outbox
from promptport.outbox.buffers import FileBuffer
from promptport.outbox.settings import OutboxSettings
async def hang(batch):
    await asyncio.sleep(60)
settings = OutboxSettings(segment=8192)
outbox = Outbox(hang, Path(sys.argv[1]), {"origin": "o"}, settings)
for each in range(100):
    outbox.put("event", {"n": each, "text": "x" * 500})
if hasattr(os, "fork"):
    if os.fork() == 0:
        for each in range(100, 200):
            outbox.put("event", {"n": each, "text": "x" * 500})
        os._exit(0)
    os.wait()
for each in range(200, 300):
    outbox.put("event", {"n": each, "text": "x" * 500})
other = Outbox(hang, Path(sys.argv[1]), {"origin": "o"}, settings)
taken = 0  # by either: the first one's worker may have been faster
while taken + outbox.books.adopted < 100:
    taken += other._spool.adopt(0.0)
assert taken + outbox.books.adopted == 100, "what lives was taken over"
os.kill(os.getpid(), 9)
"""


def run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.one_python("what is missing is missing in all of them")
@pytest.mark.parametrize("following", ["with all of it", "without"])
def test_a_system_without_any_of_it_loses_nothing_either(tmp_path: Path, following: str) -> None:
    """No mapping, no setting aside, no locks, no calls in a forked child, no flag against links."""
    ended = subprocess.run(
        [sys.executable, "-c", LESS, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == -9, ended.stderr
    program = (
        (
            "import sys\nsys.modules['fcntl'] = sys.modules['mmap'] = None\n"
            if following == "without"
            else "import sys\n"
        )
        + "from pathlib import Path\nfrom promptport.outbox.outbox import Outbox\n"
        "from promptport.outbox.result import Outcome, Result\nfrom promptport.outbox.settings import OutboxSettings\n"
        "found = []\nasync def take(batch):\n    found.extend(each.body['n'] for each in batch)\n"
        "    return Result(Outcome.DELIVERED)\n"
        "outbox = Outbox(take, Path(sys.argv[1]), {'origin': 'o'}, OutboxSettings(settle=0.0))\n"
        "books = outbox.flush(60)\noutbox.close()\nassert sorted(found) == list(range(300)), (books, sorted(found))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
    # One that is killed while it ends what it has taken over leaves a lock without a mark, which counts for some seconds.
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".lock"] == []


def test_reading_at_a_place_by_going_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    segment = Segment.create(tmp_path / "s", 4096, {"origin": "o"})
    segment.put(b"a")
    monkeypatch.setattr(buffers, "_read", lambda descriptor, size, at: os.pread(descriptor, min(size, 3), at))
    with_few = Segment.open(tmp_path / "s")
    assert [each.payload for each in with_few.frames()] == [b"a"]
    with_few.close()
    segment.close()
