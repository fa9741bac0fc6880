"""What goes wrong, in the order of the table: rows of `tests/faults/rows.py`, and a few more. All platforms meet the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from promptport.testing import Fault

from ..rows import common
from .platforms import HELD, Platform

ELSEWHERE = "You have been led astray."
_SHARED = (
    "refused", "reset before the answer", "reset within the body", "reset once", "hanging", "hanging within the body",
    "dribbled body", "cut before the answer", "cut body", "closed by the server, once", "429, seconds", "429, a date",
    "429, a date far off", "429, huge", "429, absent", "one 500", "three 503", "502 for ever", "503 for ever", "401",
    "403, a page", "404", "200, a page", "200, truncated JSON", "200, empty", "200, a list", "200, no field of it",
    "200, nested without end", "200, nested too deeply", "200, no UTF-8", "200, gzip that lies",
    "200, unknown fields and values", "200, 10 MB",
)  # fmt: skip
_PASSES = ("429, seconds", "429, a date", "one 500", "three 503", "closed by the server, once")
"""What is over after as many requests as the row says; everything else is for ever."""
NAMES = ("nothing", "slow, but in time", *_SHARED, "200, Latin-1", "redirect elsewhere")


class Meets(NamedTuple):
    """What a call meets.

    Attributes:
        fault: What the connection does.
        script: What the platform answers; None where it answers as it does.
    """

    fault: Fault
    script: Mapping[str, Any] | None


def meets(name: str, platform: Platform, timeout: float, elsewhere: str) -> Meets:
    """What a call meets in a row.

    Args:
        name: One of `NAMES`.
        platform: Whose call it is.
        timeout: Seconds of an attempt.
        elsewhere: The address of another server, which answers `ELSEWHERE`.
    """
    if name == "nothing":
        return Meets(Fault(), None)
    if name == "slow, but in time":
        return Meets(Fault("delay", seconds=timeout / 10), None)
    if name == "redirect elsewhere":
        does = {"status": 302, "headers": {"Location": elsewhere}, "times": None}
        return Meets(Fault(), {**does, "operation": platform.operation})
    if name == "200, Latin-1":
        body = json.dumps(platform.good(HELD, more="\xe9"), ensure_ascii=False).encode("latin-1")
        headers = {"Content-Type": "application/json; charset=utf-8"}
        does = {"status": 200, "body": body, "headers": headers, "times": None}
        return Meets(Fault(), {**does, "operation": platform.operation})
    row = common(platform.says, lambda **more: platform.good(HELD, **more), platform.required)[name].does
    if isinstance(row, Fault):
        # A byte comes well before the timeout of a read, the whole long after that of an attempt.
        return Meets(row._replace(seconds=timeout / 5) if row.kind == "dribble" else row, None)
    assert isinstance(row, Mapping)
    for_ever = {} if name in _PASSES else {"times": None}
    return Meets(Fault(), {**row, **for_ever, "operation": platform.operation})
