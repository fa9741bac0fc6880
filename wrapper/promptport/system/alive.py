"""Whether the process lives that has left a mark, where there are no locks: by its number, or by how long it is silent."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from platform import node

SILENT = 3600.0  # seconds after which one of another machine counts as gone, which touches its mark every minute
YOUNG = 10.0  # seconds within which a mark may be about to be written
LONGEST = 512  # bytes of a mark


def mark() -> bytes:
    """What tells this process from every other."""
    return f"{_machine()} {os.getpid()} {_began(os.getpid())}\n".encode()


def lives(mark: bytes, silent: float) -> bool:
    """Whether the process lives that has left a mark, or may live.

    Args:
        mark: What it has left; nothing where it has ended as it should.
        silent: Seconds for which it has not touched it.
    """
    if not mark:
        return silent < YOUNG
    try:
        machine, number, began = mark.decode().removesuffix("\n").split(" ")
        if machine == _machine() and sys.platform != "win32":  # where asking for a process by its number may end it
            return _is_there(int(number)) and _began(int(number)) == began
    except ValueError:
        pass
    return silent < SILENT


@cache
def _machine() -> str:
    """This machine since it was started, and the room in it where numbers of processes mean the same."""
    parts = [node()]
    with suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text().strip())
    with suppress(OSError):
        parts.append(os.readlink("/proc/self/ns/pid"))  # noqa: PTH115 # a text
    return "/".join("".join(each.split()) for each in parts)


def _began(number: int) -> str:
    """When a process began, as the system counts; empty where it does not tell."""
    with suppress(OSError, IndexError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[19]
    return ""


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True
