"""What a platform has counted, by the identity that it goes by."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Hashable
from threading import Lock
from typing import Any

MARK = re.compile(rb"mark-[0-9a-f]{16}-\d+x")


class Rows:
    """Rows of a platform: what was delivered, and under which identity it was counted.

    Attributes:
        repeated: How many deliveries it knew to have had already, and said so.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._rows: dict[Hashable, list[str]] = {}
        self._deliveries: Counter[str] = Counter()
        self.repeated = 0

    def upsert(self, identity: Hashable, mark: str) -> None:
        """Keep a row in place of one with its identity, if there is one."""
        with self._lock:
            self._deliveries[mark] += 1
            self.repeated += identity in self._rows
            self._rows[identity] = [mark]

    def select_then_insert(self, identity: Hashable, mark: str, seconds: float) -> bool:
        """Keep a row unless there is one with its identity, as one does who looks first and then writes.

        Two at a time are both kept, and the row is poisoned: who looks then finds more than one.

        Args:
            identity: What it goes by.
            mark: What is counted.
            seconds: How long lies between the look and the writing.

        Returns:
            Whether there was one already.

        Raises:
            LookupError: The row is poisoned.
        """
        with self._lock:
            self._deliveries[mark] += 1
            found = self._rows.get(identity, [])
            if len(found) > 1:
                raise LookupError("multiple rows were found when one or none was required")
            if found:
                self.repeated += 1
                return True
        time.sleep(seconds)
        with self._lock:
            self._rows.setdefault(identity, []).append(mark)
        return False

    def shown(self) -> dict[str, Any]:
        """`counted`: how often each mark is counted; `deliveries`: how often it came; `repeated`; `poisoned` identities."""
        with self._lock:
            counted = Counter(mark for marks in self._rows.values() for mark in marks)
            poisoned = sum(len(marks) > 1 for marks in self._rows.values())
            return {
                "counted": counted, "deliveries": dict(self._deliveries), "repeated": self.repeated, "poisoned": poisoned,
            }  # fmt: skip


def marks(content: bytes) -> list[str]:
    """The marks in some bytes, each once."""
    return [each.decode() for each in dict.fromkeys(MARK.findall(content))]
