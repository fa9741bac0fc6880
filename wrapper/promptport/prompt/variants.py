"""Which of the versions that a prompt's users share one of them gets: weighted rendezvous hashing.

Each version draws a number for the unit, and the lowest one wins. A draw depends on nothing but the texts of experiment, unit and
version, so that it is the same wherever and whenever it is made. The weight divides it, so that a change of weights moves no more
units than it must. `docs/variants.md` has it in words, `docs/unit-vectors.json` what must come of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Context, Decimal
from hashlib import sha256
from math import isfinite, log

from ..errors import ArgumentError
from ..platform import Share

LONGEST = 1000  # characters of a unit, which each event and each span has
BITS = 52  # of a draw, as many as a float can say between 0 and 1 without rounding
CLOSE = 1e-9  # two scores nearer to each other than by this part are compared with more digits than floats have
PRECISE = Context(prec=60)


def checked_unit(unit: object) -> str:
    """A unit as the text that is drawn with and told: 42 is the same unit as "42".

    Raises:
        ArgumentError: It is none; what it is, is not repeated.
    """
    if isinstance(unit, bool) or not isinstance(unit, str | int):
        raise _wrong(f"a text or a whole number, such as a user's id, not {type(unit).__name__}")
    try:
        text = (
            str.__str__(unit) if isinstance(unit, str) else int.__repr__(unit)
        )  # enumerations have words of their own
    except ValueError:  # Python writes no number of very many digits
        raise _wrong(f"of {LONGEST:,} characters at the most; this number has more") from None
    if not text.strip():
        raise _wrong("a text with something in it: all that have no name would be one and the same unit")
    if len(text) > LONGEST:
        raise _wrong(f"of {LONGEST:,} characters at the most, not {len(text):,}: give an id, or a hash of it")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _wrong(f"a text that UTF-8 can say: character {error.start + 1} is half of one") from None
    return text


def checked_shares(shares: Iterable[Share]) -> tuple[Share, ...]:
    """Shares that can be drawn by.

    Raises:
        ValueError: They can't; the text says which one, and why.
    """
    found: dict[str, Share] = {}
    for each in shares:
        try:
            version, weight = each
        except (TypeError, ValueError):
            raise ValueError("a share is a version and its weight") from None
        if isinstance(version, bool) or not isinstance(version, int | str) or version == "":
            raise ValueError(f"a version is a number or an id, not {version!r}")
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not _is_weight(weight):
            raise ValueError(
                f"the weight of version {version} is no number from 0 up that a float can say: {weight!r:.60}"
            )
        if str(version) in found:
            raise ValueError(f"version {version} has two weights")
        found[str(version)] = Share(version, weight)
    return tuple(found.values())


def variant(experiment: str, unit: str, shares: Sequence[Share]) -> int | str | None:
    """The version that a unit gets.

    Args:
        experiment: What is chosen for: the prompt's name. Two experiments have nothing to do with each other.
        unit: The unit, as `checked_unit` has it.
        shares: The versions and their weights, as `checked_shares` has them, in any order.

    Returns:
        None where no version has a weight above zero, so that there is nothing to choose.
    """
    draws = [(share, draw(experiment, unit, share.version)) for share in shares if share.weight > 0]
    if not draws:
        return None
    scores = sorted(_score(number, share.weight) for share, number in draws)
    close = len(scores) > 1 and not scores[1] > scores[0] * (1 + CLOSE)
    score: Callable[[int, float], float | Decimal] = _precise if close else _score
    return min(draws, key=lambda each: (score(each[1], each[0].weight), str(each[0].version)))[0].version


def draw(experiment: str, unit: str, version: int | str) -> int:
    """What a version draws for a unit: an odd number below 2 ** 53."""
    parts = [each.encode("utf-8", "surrogatepass") for each in (experiment, unit, str(version))]
    digest = sha256(b"".join(b"%d:%b," % (len(each), each) for each in parts)).digest()
    return 2 * (int.from_bytes(digest[:8], "big") >> (64 - BITS)) + 1


def _score(number: int, weight: float) -> float:
    return -log(number / 2 ** (BITS + 1)) / weight


def _precise(number: int, weight: float) -> Decimal:
    logarithm = PRECISE.ln(PRECISE.divide(Decimal(number), Decimal(2 ** (BITS + 1))))
    return PRECISE.divide(-logarithm, Decimal(weight))


def _is_weight(weight: float) -> bool:
    try:
        return isfinite(weight) and weight >= 0
    except OverflowError:
        return False


def _wrong(expected: str) -> ArgumentError:
    error = ArgumentError(f"`unit` must be {expected}.")
    error.argument = "unit"
    return error
