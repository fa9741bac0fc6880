"""What xR2's database can't hold: it fails there, and xR2 answers with a 500."""

from __future__ import annotations

import math
from typing import Any

# How many characters the columns of an event hold.
LONGEST = {"user_id": 255, "session_id": 100}


def objection(*values: Any) -> str | None:
    """Why the database can't hold values, in words; None where it can.

    It refuses NUL and halves of surrogate pairs in texts, and numbers that are none, wherever they are.
    """
    level = list(values)
    while level:
        below: list[Any] = []
        for each in level:
            if isinstance(each, dict):
                below += [*each, *each.values()]
            elif isinstance(each, list):
                below += each
            elif isinstance(each, float) and not math.isfinite(each):
                return "a number is infinite or not a number"
            elif isinstance(each, str) and "\x00" in each:
                return "a text holds NUL"
            elif isinstance(each, str) and not _is_whole(each):
                return "a text holds half of a surrogate pair"
        level = below
    return None


def too_long(**values: str | None) -> str | None:
    """Why the columns of an event can't hold these texts, in words; None where they can."""
    for name, text in values.items():
        if text is not None and len(text) > LONGEST[name]:
            return f"the column {name} holds {LONGEST[name]} characters"
    return None


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
