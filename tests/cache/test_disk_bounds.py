"""Proves that copies on disk stay few: leftovers, bounds, age, and locks that leave nothing behind."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from promptport.cache.disk import AsyncDisk, Disk

HERE, THERE = "a" * 40, "b" * 40


def aged(path: Path, seconds: float) -> None:
    """Let a file be older."""
    moment = time.time() - seconds
    os.utime(path, (moment, moment), follow_symlinks=False)


def test_leftovers_are_swept(tmp_path: Path) -> None:
    """What killed processes left goes once it is old; what others have in the folder stays, and so does what is new."""
    Disk(tmp_path / "c").write(HERE, b"one")
    names = [
        f"{THERE}.{'0' * 16}.new",
        f"{THERE}.lock",
        f"{THERE}.{'1' * 16}.new",
        f"{HERE}.lock",
        "notes.new",
        "x.lock",
    ]
    for name in names:
        (tmp_path / "c" / name).touch()
    for name in (*names[:2], *names[4:]):
        aged(tmp_path / "c" / name, 4000)
    Disk(tmp_path / "c").write(HERE, b"two")
    assert {each.name for each in (tmp_path / "c").iterdir()} == {HERE, *names[2:]}


def half(disk: Disk | AsyncDisk) -> Callable[[str, bytes], None]:
    """How either of them writes; what it does while nobody waits is waited for."""
    if isinstance(disk, Disk):
        return disk.write

    async def write(place: str, record: bytes) -> None:
        await disk.write(place, record)
        while len(asyncio.all_tasks()) > 1:
            await asyncio.sleep(0)

    return lambda place, record: asyncio.run(write(place, record))


def weight(folder: Path) -> int:
    """Bytes that the files of a folder have."""
    return sum(each.stat().st_size for each in folder.iterdir())


@pytest.mark.parametrize("make", [Disk, AsyncDisk])
def test_too_much(tmp_path: Path, make: type[Disk | AsyncDisk]) -> None:
    """A folder holds no more than it may, and those go first that nobody has used for longest."""
    most = 100 * 4096
    disk = make(tmp_path, most=most)
    write = half(disk)
    reader = Disk(tmp_path)
    for at in range(400):
        write(f"{at:040x}", b"x" * 4000)
        aged(tmp_path / f"{at:040x}", 10_000 - at)
        reader.read(f"{0:040x}")
        assert weight(tmp_path) <= most * 17 / 16
    left = sorted(int(each.name, 16) for each in tmp_path.iterdir())
    assert left[0] == 0
    assert left[1:] == list(range(left[1], 400))
    assert 90 <= len(left) <= 107


@pytest.mark.parametrize("make", [Disk, AsyncDisk])
def test_too_old(tmp_path: Path, make: type[Disk | AsyncDisk]) -> None:
    """What nobody has used for three months goes; use begins them anew."""
    old, used = Disk(tmp_path), f"{2:040x}"
    for at in range(4):
        old.write(f"{at:040x}", b"x")
        aged(tmp_path / f"{at:040x}", 91 * 86_400 if at else 89 * 86_400)
    assert old.read(used) == b"x"
    half(make(tmp_path))(HERE, b"x")
    assert {each.name for each in tmp_path.iterdir()} == {f"{0:040x}", used, HERE}


@pytest.mark.alone
def test_a_large_folder_holds_up_no_event_loop(tmp_path: Path) -> None:
    """It is looked through in steps, between which others go on."""
    for at in range(3000):
        (tmp_path / f"{at:040x}").touch(0o600)

    async def use() -> int:
        await AsyncDisk(tmp_path, most=4096 * 1500).write(HERE, b"x")
        steps = 0
        while len(asyncio.all_tasks()) > 1:
            await asyncio.sleep(0)
            steps += 1
        return steps

    assert asyncio.run(use()) > 3000 / 256
    assert len(list(tmp_path.iterdir())) < 1500


def test_files_of_the_future(tmp_path: Path) -> None:
    """Of a clock that was ahead once: what a killed process left goes, and envelopes go before those of a known age."""
    folder = tmp_path / "c"
    disk = Disk(folder, most=5 * 4096)
    disk.write(HERE, b"one")
    left = [folder / f"{THERE}.{'0' * 16}.new", folder / f"{THERE}.lock"]
    for each in left:
        each.touch()
    for at in range(4):
        (folder / f"{at:040x}").write_bytes(b"x")
    for each in (*left, folder / f"{2:040x}", folder / f"{3:040x}"):
        aged(each, -86_400)
    for at in range(2):
        Disk(folder, most=5 * 4096).write(f"{at + 10:040x}", b"y")
    names = {each.name for each in folder.iterdir()}
    assert not names & {each.name for each in left}
    assert not names & {f"{2:040x}", f"{3:040x}"}
    assert HERE in names
