"""What was set aside is given back, so that the next process delivers it.

An entry is in one place at any moment at which this process may end: it is written to a segment that nobody sees, its line is
taken away, and then the segment is shown. Whoever comes next finishes what was begun.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from errno import EINVAL
from itertools import count, groupby
from pathlib import Path
from secrets import token_hex

from ..system.flags import CHANGE
from ..system.locks import locked
from .aside import write
from .frames import DONE, HEAD, room
from .listing import Listed, files, is_ours, of_file, of_segment, set_aside
from .place import ASIDE
from .segment import Segment
from .settings import OutboxSettings

TIMEOUT = 60.0  # seconds that one who changes what was set aside waits for others who do
UNSEEN = ".back"  # the name of a segment ends so until it is seen
SEGMENT = OutboxSettings().segment

Wanted = Callable[[Listed], bool]


def give_back(folder: Path, wanted: Wanted, now: float) -> list[Listed]:
    """Let entries wait again that were set aside.

    Args:
        folder: The account's folder.
        wanted: Which of them.
        now: The time, in seconds since 1970; their age is counted anew from it.

    Returns:
        Those that wait again.

    Raises:
        OSError: They can't be written.
    """
    with changing(folder) as found:
        taken = [
            each for each in found if each.entry is not None and each.entry.kind and wanted(each)
        ]  # none that is torn
        try:
            _write_unseen(folder / ASIDE, taken, now)
            take_lines(taken)
        finally:
            _finish(folder)
    return taken


@contextmanager
def changing(folder: Path) -> Iterator[Iterator[Listed]]:
    """What was set aside in an account's folder, and a time in which nobody else changes it.

    Raises:
        OSError: Somebody else is at it all the time, or the folder can't be written.
    """
    if not is_ours(folder / ASIDE):
        yield iter(())
        return
    with locked(folder / ASIDE / ".lock", TIMEOUT):
        _finish(folder)
        yield set_aside(folder)


def take_lines(taken: Iterable[Listed]) -> None:
    """Take entries out of the files that they were set aside in.

    Args:
        taken: The entries, file by file.

    Raises:
        OSError: A file can't be written.
    """
    for path, entries in groupby(taken, lambda each: each.path):
        gone = {each.line for each in entries}
        left = [each for each in of_file(path) if each.line not in gone]
        if left:
            write(path, left[0].about, [each.line for each in left])
        else:
            path.unlink(missing_ok=True)


def mark_done(path: Path, entries: Iterable[Listed]) -> None:
    """Say of entries in a segment that they are done with.

    Raises:
        OSError: It can't be opened.
        ValueError: It is no segment any more.
    """
    segment = Segment.open(path)
    try:
        for each in entries:
            if each.frame is not None:
                segment.mark(each.frame, DONE, each.frame.attempts, each.frame.time)
    finally:
        segment.close()


def _write_unseen(aside: Path, taken: Iterable[Listed], now: float) -> None:
    """Write entries to segments that no process adopts yet."""
    name, numbers = token_hex(8), count(1)
    for about, entries in groupby(taken, lambda each: each.about):
        payloads = (each.entry.renewed(now).encode() for each in entries if each.entry is not None)
        for portion in _portions(payloads):
            path = aside / f"{name}-{next(numbers):06}{UNSEEN}"
            try:
                segment = Segment.create(path, HEAD + sum(map(room, portion)), dict(about))
            except ValueError:
                raise OSError(EINVAL, "more is said of its account than there is room for", str(path)) from None
            for each in portion:
                segment.put(each)
            segment.close()
            _sync(path)


def _portions(payloads: Iterable[bytes]) -> Iterator[list[bytes]]:
    portion, size = list[bytes](), HEAD
    for each in payloads:
        if portion and size + room(each) > SEGMENT:
            yield portion
            portion, size = [], HEAD
        portion.append(each)
        size += room(each)
    if portion:
        yield portion


def _sync(path: Path) -> None:
    descriptor = os.open(path, CHANGE)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _finish(folder: Path) -> None:
    """Show the segments that were written, without what is still set aside."""
    unseen = files(folder / ASIDE, UNSEEN)
    if not unseen:
        return
    still = {_key(each) for each in set_aside(folder)}
    for path in unseen:
        waiting = list(of_segment(path, living=False))
        if all(each.frame is None or _key(each) in still for each in waiting):  # it may be torn: nothing was moved yet
            path.unlink()
            continue
        mark_done(path, (each for each in waiting if _key(each) in still))
        path.rename(folder / f"{path.stem}.spool")


def _key(each: Listed) -> tuple[str, str]:
    return (each.entry.kind, each.entry.id) if each.entry is not None else ("", "")
