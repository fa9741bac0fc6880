"""Sums and means over records."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import fsum
from typing import Any

from promptport_local.promptrails.resource import Json


def grouped(records: Iterable[Json], key: Callable[[Json], Any]) -> dict[Any, list[Json]]:
    """Records by a key, in the order of the keys."""
    groups: dict[Any, list[Json]] = {}
    for each in records:
        groups.setdefault(key(each), []).append(each)
    return dict(sorted(groups.items()))


def cost(records: Iterable[Json]) -> float:
    """What some records cost, in dollars."""
    return round(fsum(each["cost"] or 0 for each in records), 6)


def tokens(records: Iterable[Mapping[str, Any]]) -> int:
    """How many tokens some records took."""
    return sum((each["token_usage"] or {}).get("total_tokens") or 0 for each in records)


def errors(records: Iterable[Json]) -> int:
    """How many of some executions failed."""
    return sum(each["status"] == "failed" for each in records)


def mean(values: list[float]) -> float:
    """The mean of some numbers, one at least."""
    # An integer of JSON may be larger than any float.
    found = sum(map(Fraction, values), Fraction()) / len(values)
    return float(found) if abs(found) < sys.float_info.max else int(found)
