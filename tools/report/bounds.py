"""What a change of the bounds of a value means: those that the platform judges when it gets it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.grammar import JUDGED

from tools.report.entry import BREAKING, CHANGED, Json, Meaning, shown

MOST = ("exclusiveMaximum", "maxContains", "maxItems", "maxLength", "maxProperties", "maximum")
LEAST = ("exclusiveMinimum", "minContains", "minItems", "minLength", "minProperties", "minimum")
# What bounds nothing, and may as well not be there.
OPEN = {"minItems": 0, "minLength": 0, "minProperties": 0, "unevaluatedProperties": True, "uniqueItems": False}


def bounds(old: Json, new: Json, sent: bool) -> Iterator[Meaning]:
    """What changed: breaking where what was sent may be refused now."""
    for word in sorted(JUDGED):
        was, now = (None if each.get(word) == OPEN.get(word) else each.get(word) for each in (old, new))
        if was == now:
            continue
        stricter = now is not None and not _wider(word, was, now)
        before = f"; it was {shown(was)}" if was is not None else ""
        what = f"{word} is {shown(now)}{before}" if now is not None else f"has no {word} any more"
        yield BREAKING if sent and stricter else CHANGED, what


def _wider(word: str, was: object, now: object) -> bool:
    """Whether a bound lets through all that it let through before."""
    if not isinstance(was, int | float) or not isinstance(now, int | float):
        return False
    return (word in MOST and now > was) or (word in LEAST and now < was) or (word == "multipleOf" and was % now == 0)
