"""Where answers differ from their contracts: counted, told to the log once a field, and to hooks, without any value."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from threading import RLock
from typing import NamedTuple

from ..concurrency.fork import register_at_fork
from ..model import Difference

logger = logging.getLogger("promptport.contract")
MOST = 1_000  # fields that are counted; each has a name and a number


class ContractDifference(NamedTuple):
    """A field of a platform's answers that is not what the contract says, and how often it was not.

    Attributes:
        platform: The platform's name.
        operation: The operation's id in the contract.
        field: Where it stands, such as `data[].input_schema`.
        found: The kind of JSON that came: `object`, `array`, `string`, `integer`, `number`, `boolean` or `null`; `nothing`
            where a field was missing that must come.
        expected: The kinds that the contract says, with ` or ` between several.
        times: In how many answers of this process it was found.
    """

    platform: str
    operation: str
    field: str
    found: str
    expected: str
    times: int = 1

    def __str__(self) -> str:
        return f"{self.platform} {self.operation}: {Difference(self.field, self.found, self.expected)}"


class Differences:
    """The differences that this process has met."""

    def __init__(self) -> None:
        self._counts: dict[ContractDifference, int] = {}
        self._logged: set[tuple[str, str, str]] = set()
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A lock of its own for a child. It is reentrant: a signal handler may come while it is held."""
        self._lock = RLock()

    def add(self, platform: str, operation: str, found: Sequence[Difference]) -> list[ContractDifference]:
        """Count what was found in an answer, and log the fields that were not logged before; answers it with its counts."""
        known = []
        for each in found:
            key = ContractDifference(platform, operation, *each)
            with self._lock:
                if key not in self._counts and len(self._counts) >= MOST:
                    continue
                count = self._counts[key] = self._counts.get(key, 0) + 1
                new = key[:3] not in self._logged
                self._logged.add(key[:3])
            known.append(key._replace(times=count))
            if new:
                logger.warning("%s", key)
        return known

    def all(self) -> list[ContractDifference]:
        """What was counted so far."""
        with self._lock:
            return [key._replace(times=count) for key, count in self._counts.items()]

    def clear(self) -> None:
        """Forget them, so that each is logged again."""
        with self._lock:
            self._counts.clear()
            self._logged.clear()


DIFFERENCES = Differences()


def contract_differences() -> list[ContractDifference]:
    """Where the answers that this process read differ from their contracts, as after a platform has changed.

        for each in promptport.contract_differences():
            print(each, each.times)

    Of a long list the first 20 records and every 100th are compared. The logger `promptport.contract` tells each field once, at
    WARNING; a hook of a client (`hooks=`) that has a method `differs` is called with each as it is found. At most 1,000 are kept.

    Returns:
        The differences, in the order in which they were met first.
    """
    return DIFFERENCES.all()
