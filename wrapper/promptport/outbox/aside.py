"""What could not be delivered and never will be by itself: kept with its reason, for a person."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from ..system.flags import CREATE
from ..system.reading import read_regular
from .entry import Entry

MOST = 64 << 20  # bytes of one file


class SetAside(NamedTuple):
    """An entry that was set aside.

    Attributes:
        entry: The entry.
        reason: Why: the platform's words, or `age`, `account`, `too large`.
        path: The file that it lies in.
    """

    entry: Entry
    reason: str
    path: Path


class Aside:
    """The entries that were set aside, in a folder: a file for those of one moment, an entry a line.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, found: Iterable[tuple[Entry, str]]) -> None:
        """Keep entries, each with its reason.

        Raises:
            OSError: They can't be written.
        """
        lines = [json.dumps({"reason": reason, "entry": entry}) for entry, reason in found]
        if not lines:
            return
        self._folder.mkdir(mode=0o700, exist_ok=True)
        path = self._folder / f"{token_hex(8)}.jsonl"
        beside = path.with_suffix(".new")
        try:
            with os.fdopen(os.open(beside, CREATE, 0o600), "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise

    def __iter__(self) -> Iterator[SetAside]:
        """All of them; a line that is none is passed over.

        Raises:
            OSError: A file can't be read.
        """
        for path in sorted(self._folder.glob("*.jsonl")):
            content, _ = read_regular(path, MOST, private=True)
            for line in content.splitlines():
                try:
                    found = json.loads(line)
                    yield SetAside(Entry(*found["entry"]), str(found["reason"]), path)
                except (ValueError, TypeError, KeyError, RecursionError):
                    continue
