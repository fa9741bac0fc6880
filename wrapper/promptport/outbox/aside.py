"""What could not be delivered and never will be by itself: kept with its reason, for a person."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple

from ..system import own_folder
from ..system.flags import CREATE
from ..system.reading import read_regular
from .entry import Entry

MOST = 128 << 20  # bytes of one file, which has more than one entry only up to
FILE = 16 << 20  # bytes
ALL = 128 << 20  # bytes of all files of a folder; beyond them the oldest go
BLOCK = 4096  # bytes that a file takes at the least
_log = logging.getLogger("promptport")


class SetAside(NamedTuple):
    """An entry that was set aside.

    Attributes:
        entry: The entry.
        reason: Why: the platform's words, or `age`, `account`, `too large`.
        about: Whose it is, as its file says.
        line: Its line in the file.
    """

    entry: Entry
    reason: str
    about: Mapping[str, Any]
    line: bytes


class Aside:
    """The entries that were set aside, in a folder: a file for those of one moment, a line that says whose, then an entry a line.

    Args:
        folder: The folder.
        about: What the files say of themselves, as the heads of segments do: no segment may be left beside them.
    """

    def __init__(self, folder: Path, about: Mapping[str, Any]) -> None:
        self._folder, self._about = folder, about

    def add(self, found: Iterable[tuple[Entry, str]]) -> None:
        """Keep entries, each with its reason.

        Raises:
            OSError: They can't be written.
        """
        lines = [json.dumps({"reason": reason, "entry": entry.as_json()}).encode() for entry, reason in found]
        while lines:
            own_folder.make(self._folder, bool)
            size, count = len(lines[0]), 1
            while count < len(lines) and size + len(lines[count]) < FILE:
                size, count = size + len(lines[count]), count + 1
            write(self._folder / f"{token_hex(8)}.jsonl", self._about, lines[:count])
            del lines[:count]
        self._make_room()

    def _make_room(self) -> None:
        """Let the oldest go where there are too many."""
        files = [(about.st_mtime, -(-about.st_size // BLOCK) * BLOCK, path) for path, about in self._files()]
        total, removed = sum(size for _, size, _ in files), 0
        for _, size, path in sorted(files):
            if total <= ALL:
                break
            with suppress(OSError):
                path.unlink()
                total, removed = total - size, removed + 1
        if removed:
            _log.warning(
                "%s has more than it may have of what was set aside: the oldest %d files are removed.",
                self._folder,
                removed,
            )

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        with suppress(OSError):
            for path in self._folder.glob("*.jsonl"):
                yield path, path.lstat()

    def __iter__(self) -> Iterator[SetAside]:
        """All of them; a line that is none is passed over.

        Raises:
            OSError: A file can't be read.
        """
        for path in sorted(self._folder.glob("*.jsonl")):
            yield from parsed(read_regular(path, MOST, private=True)[0])


def write(path: Path, about: Mapping[str, Any], lines: Iterable[bytes]) -> None:
    """Write a file, or replace it: whoever looks sees all of it or nothing.

    Args:
        path: The file.
        about: Whose the entries are.
        lines: A line an entry, as `SetAside.line` has it.

    Raises:
        OSError: It can't be written.
    """
    beside = path.with_suffix(".new")
    try:
        with os.fdopen(os.open(beside, CREATE, 0o600), "wb") as file:
            file.writelines(b"%b\n" % each for each in (json.dumps({"about": about}).encode(), *lines))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def parsed(content: bytes) -> Iterator[SetAside]:
    """The entries of a file; a line that is none is passed over.

    Args:
        content: What is in the file.
    """
    about: Mapping[str, Any] = {}
    for line in content.splitlines():
        try:
            found = json.loads(line)
            about = found["about"] if isinstance(found.get("about"), dict) else about
            yield SetAside(Entry.of(found["entry"]), str(found["reason"]), about, line)
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            continue
