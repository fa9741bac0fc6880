"""The closest spelling of a name, for errors. Names come from anywhere, so the search is bounded in count and length."""

from __future__ import annotations

from collections.abc import Iterable

GUESSES = 10  # misspelt names of one error for which a closest one is looked for
NAMES = 2_000  # names that are looked at
SHOWN = 5  # names that are told where none is close
CANDIDATES = 50  # of these, those of the most similar length and beginning, that are compared letter by letter
LONGEST = 60  # characters; what is longer is no slip of a finger


def closest(name: str, names: Iterable[object]) -> str | None:
    """The name that was probably meant; None where none is close, or where there is too much to compare.

    Args:
        name: What was written.
        names: What could have been meant; what is no text is passed over.
    """
    if len(name) > LONGEST:
        return None
    from difflib import get_close_matches  # 5 ms, and needed for errors only
    from heapq import nsmallest
    from itertools import islice

    found = {each for each in islice(names, NAMES) if isinstance(each, str) and len(each) <= LONGEST}
    if len(found) > CANDIDATES:
        found = set(nsmallest(CANDIDATES, found, lambda each: (each[:1] != name[:1], abs(len(each) - len(name)), each)))
    return next(iter(get_close_matches(name, sorted(found), 1)), None)


def closest_of(wrong: Iterable[str], names: Iterable[object]) -> dict[str, str | None]:
    """For each name that is wrong the one that was probably meant; those of one error, of which the first few get one.

    Args:
        wrong: What was written.
        names: What could have been meant.
    """
    candidates = list(names)
    return {name: closest(name, candidates) if at < GUESSES else None for at, name in enumerate(wrong)}


def instead(name: str, names: Iterable[object]) -> str:
    """What to ask for in place of a name that there is not, as a sentence: the closest one, else what there is.

    Args:
        name: What was written.
        names: What could have been meant; what is no text is passed over.

    Returns:
        A sentence; an empty text where there is nothing.
    """
    from itertools import islice

    there = sorted({each for each in islice(names, NAMES) if isinstance(each, str) and len(each) <= LONGEST})
    if close := closest(name, there):
        return f"Did you mean {_plain(close)}?"
    more = f" and {len(there) - SHOWN} more" if len(there) > SHOWN else ""
    return f"There is: {', '.join(map(_plain, there[:SHOWN]))}{more}." if there else ""


def _plain(name: str) -> str:
    return name if name.isprintable() else repr(name)  # names come from anywhere, and errors go to terminals
