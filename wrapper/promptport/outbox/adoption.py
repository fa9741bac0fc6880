"""What processes have left that have ended, and this one takes over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from .entry import id_in
from .frames import DONE, HEAD, SENT, UNKNOWN, room
from .instance import Instance, names
from .maker import Maker
from .part import Part
from .segment import Segment


def take_over(maker: Maker, folder: Path, about: dict[str, Any], known: Iterable[Part], now: float) -> Iterator[Part]:
    """Take over what there is: it is renamed, so that of many who look one gets it, and nobody holds what others have held.

    Args:
        maker: Whose instance it belongs to from now on.
        folder: Where they are.
        about: What the heads of segments must say: those of another account are left alone.
        known: What was taken over before: an entry that waits there is not taken twice.
        now: The time, in seconds since 1970.

    Yields:
        What was taken over.

    Raises:
        OSError: The folder can't be read.
    """
    seen = {each for part in known for each in part.ids}
    for name in sorted(names(folder) - {maker.name}):
        with suppress(OSError, MemoryError):
            instance = Instance.of(folder, name)
            if instance is None:
                continue
            try:
                for path in instance.segments():
                    with suppress(OSError, ValueError, MemoryError):  # it is none, or another was faster
                        yield _taken(path, maker, about, seen, now)
            finally:
                instance.end()


def _taken(path: Path, maker: Maker, about: dict[str, Any], seen: set[int], now: float) -> Part:
    _look(path, about)
    to = maker.own().next_path()
    path.rename(to)
    part = Part(to, 0)
    with part.opened() as segment:
        _count(part, segment, seen, now)
    return part


def _look(path: Path, about: dict[str, Any]) -> None:
    """See whether it is a segment of ours; one that was being made when its process ended is taken away.

    Raises:
        OSError: It can't be opened.
        ValueError: It is none.
    """
    try:
        segment = Segment.open(path)
    except ValueError:
        with path.open("rb") as file:
            if not file.read(len(b"promptport")).strip(b"\0"):
                path.unlink()
        raise
    try:
        if segment.about != about:
            raise ValueError("it is another account's")
    finally:
        segment.close()


def _count(part: Part, segment: Segment, seen: set[int], now: float) -> None:
    """See what waits in it, and give back the rest of the file.

    Of what was under way nobody knows what became, and its connection has ended by now.
    """
    ids, end, torn, count = list[int](), HEAD, False, 0
    for frame in segment.frames(sealed=True):
        end, torn = frame.at + room(frame.payload), torn or frame.torn
        if frame.state == DONE:
            continue
        name = "" if frame.torn else id_in(frame.payload)
        if name and hash(name) in seen:
            segment.mark(frame, DONE, frame.attempts, now)  # it is there twice, as where a folder was copied
            continue
        if name:
            ids.append(hash(name))
        count += 1
        if frame.state == SENT:
            segment.mark(frame, UNKNOWN, frame.attempts, now)
    part.adopted, part.ids = count, tuple(ids)
    seen.update(ids)
    part.size = len(segment) if torn else segment.shorten(end)
