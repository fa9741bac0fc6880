"""What waits or was set aside is taken away for good. What a process has that lives is left alone."""

from __future__ import annotations

from pathlib import Path

from .instance import Instance, is_living, names
from .listing import Listed, of_segment
from .returning import Wanted, changing, mark_done, take_lines


def purge(folder: Path, wanted: Wanted) -> list[Listed]:
    """Take entries away, and files that can't be read.

    Args:
        folder: The account's folder.
        wanted: Which of them.

    Returns:
        What was purged.

    Raises:
        OSError: Something can't be taken away.
    """
    purged = [each for name in sorted(names(folder)) for each in _purge_instance(folder, name, wanted)]
    with changing(folder) as found:
        taken = list(filter(wanted, found))
        take_lines(each for each in taken if each.entry is not None)
        for path in {each.path for each in taken if each.entry is None}:
            path.unlink(missing_ok=True)
    return purged + taken


def _purge_instance(folder: Path, name: str, wanted: Wanted) -> list[Listed]:
    """Take away what waits in the segments of a process that has ended; nobody adopts them meanwhile."""
    purged = list[Listed]()
    instance = None if is_living(folder, name) else Instance.of(folder, name)
    if instance is not None:
        try:
            for path in instance.segments():
                found = list(of_segment(path, living=False))
                taken = list(filter(wanted, found))
                if taken and len(taken) == len(found):
                    path.unlink()
                elif taken:
                    mark_done(path, taken)
                purged += taken
        finally:
            instance.end()
    return purged
