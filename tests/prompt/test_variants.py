"""Proves that a unit gets the same version everywhere, that versions get what weights say, and what is no unit or weight."""

from __future__ import annotations

import json
import math
from collections import Counter
from enum import Enum, IntEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.errors import ArgumentError
from promptport.platform import Share
from promptport.prompt import variants
from promptport.prompt.variants import LONGEST, checked_shares, checked_unit, draw, variant

PUBLISHED: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs" / "unit-vectors.json").read_text("utf-8"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WEIGHTS = st.one_of(st.integers(0, 10), st.floats(0, 1e300))


def shares_of(weights: dict[str, float] | list[list[Any]]) -> tuple[Share, ...]:
    """Shares from what stands in a vector."""
    return checked_shares(Share(*each) for each in (weights.items() if isinstance(weights, dict) else weights))


def reference(experiment: str, unit: str, weights: list[list[Any]]) -> Any:
    """What the page says, in as few words as can be, and sharing no code with what is tested."""
    scores = []
    for version, weight in weights:
        netstrings = "".join(f"{len(each.encode())}:{each}," for each in (experiment, unit, str(version)))
        fraction = (int(sha256(netstrings.encode()).hexdigest()[:13], 16) + 0.5) / 2**52
        if weight:
            scores.append((-math.log(fraction) / weight, version))
    return min(scores)[1] if scores else None


@pytest.mark.parametrize("vector", PUBLISHED["vectors"], ids=lambda each: each["why"])
def test_published_vectors(vector: dict[str, Any]) -> None:
    experiment, unit, shares = vector["experiment"], checked_unit(vector["unit"]), shares_of(vector["shares"])
    assert variant(experiment, unit, shares) == vector["version"]
    assert [draw(experiment, unit, each.version) for each in shares] == vector["draws"]


@given(TEXTS, TEXTS, st.dictionaries(st.one_of(st.integers(0, 99), TEXTS), WEIGHTS, max_size=4), st.randoms())
def test_the_page_says_it(experiment: str, unit: str, weights: dict[Any, float], random: Any) -> None:
    """In any order, and by every digit."""
    given_ = [[version, weight] for version, weight in weights.items() if version != ""]
    if len({str(version) for version, _ in given_}) < len(given_):
        return
    expected = reference(experiment, unit, given_)
    random.shuffle(given_)
    assert variant(experiment, unit, shares_of(given_)) == expected


@pytest.mark.promise("C16")
@pytest.mark.one_python("the published vectors run on all")
def test_a_hundred_thousand_units() -> None:
    """Within 1 % of the weights, each as published; more weight for one moves the units to it that it must, and no others."""
    published = PUBLISHED["population"]
    experiment, shares = published["experiment"], shares_of(published["shares"])
    units = [f"user-{number}" for number in range(published["units"])]
    before = [variant(experiment, unit, shares) for unit in units]
    assert sha256("".join(f"{each}\n" for each in before).encode()).hexdigest() == published["sha256"]
    counts, total = Counter(before), sum(each.weight for each in shares)
    assert all(abs(counts[each.version] / len(units) - each.weight / total) < 0.01 for each in shares)
    first, *others = shares
    more = (first._replace(weight=first.weight + 10), *others)
    after = [variant(experiment, unit, more) for unit in units]
    moved = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    grown = more[0].weight / (total + 10) - first.weight / total
    assert {new for _, new in moved} == {first.version}
    assert abs(len(moved) / len(units) - grown) < 0.005


def test_a_new_version_takes_from_all_and_gives_to_none() -> None:
    """And the whole scale of the weights says nothing."""
    units = [str(number) for number in range(2000)]
    two, three = shares_of({"a": 1, "b": 1}), shares_of({"a": 0.5, "b": 0.5, "c": 0.5})
    before, after = ([variant("x", each, shares) for each in units] for shares in (two, three))
    assert {new for old, new in zip(before, after, strict=True) if old != new} == {"c"}
    assert 600 < Counter(after)["c"] < 740


def test_two_experiments_have_nothing_in_common() -> None:
    """Who gets the one version of one prompt gets either of another."""
    shares = shares_of({"1": 1, "2": 1})
    both = Counter((variant("a", str(each), shares), variant("b", str(each), shares)) for each in range(4000))
    assert all(880 < count < 1120 for count in both.values())
    assert len(both) == 4


def test_what_floats_can_not_tell_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """More digits decide, which say the same where floats know it; and where floats know nothing, too."""
    shares, units = shares_of({"1": 30, "2": 70, "3": 1e-3}), [str(each) for each in range(300)]
    before = [variant("x", each, shares) for each in units]
    monkeypatch.setattr(variants, "CLOSE", 1e9)
    assert [variant("x", each, shares) for each in units] == before
    tiny = shares_of({"1": 5e-324, "2": 5e-324})  # by these every score is infinite
    even = shares_of({"1": 1, "2": 1})
    assert [variant("x", each, tiny) for each in units] == [variant("x", each, even) for each in units]


class Word(str, Enum):  # noqa: UP042 # of the kind whose `str` is another text
    """A unit with a word of its own."""

    one = "user-1"


class Huge(int):
    """A number that Python writes for nobody, pytest neither."""

    def __new__(cls) -> Huge:
        return int.__new__(cls, 10**5000)

    def __repr__(self) -> str:
        return "10**5000"


class Number(IntEnum):
    """A unit with a number of its own."""

    one = 1


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("user-1", "user-1"), (" a ", " a "), (42, "42"), (-1, "-1"), (0, "0"), (10**999, f"1{'0' * 999}"), ("é😀", "é😀"),
        (Word.one, "user-1"), (Number.one, "1"), ("x" * LONGEST, "x" * LONGEST), ("\0", "\0"),
    ],
)  # fmt: skip
def test_units(unit: str | int, text: str) -> None:
    found = checked_unit(unit)
    assert (found, type(found)) == (text, str)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("", "something in it"), (" \t\n", "something in it"), (True, "not bool"), (1.0, "not float"), (b"user", "not bytes"),
        ([], "not list"), ("x" * 1001, "not 1,001"), (10**1000, "not 1,001"), (Huge(), "this number has more"),
        ("secret\ud800", "character 7 is half of one"),
    ],
)  # fmt: skip
def test_what_is_no_unit(unit: Any, words: str) -> None:
    """The error says why, names the argument, and does not repeat who it was."""
    with pytest.raises(ArgumentError, match=words) as caught:
        checked_unit(unit)
    assert caught.value.argument == "unit"
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ([(1, -1)], "version 1 is no number from 0 up .*: -1"), ([(1, math.nan)], "nan"), ([(1, math.inf)], "inf"),
        ([(1, "50")], "'50'"), ([(1, True)], "True"), ([(1, 10**400)], "1000"), ([(1, None)], "None"), ([(True, 1)], "not True"),
        ([("", 1)], "not ''"), ([(1.5, 1)], "not 1.5"), ([(1, 50), ("1", 50)], "version 1 has two weights"), ([1], "its weight"),
        ([(1, 2, 3)], "its weight"),
    ],
)  # fmt: skip
def test_what_are_no_weights(shares: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        checked_shares(shares)
    assert len(str(caught.value)) < 200


def test_nothing_to_choose() -> None:
    """No weights, and none above zero; and what has no weight gets nobody."""
    assert variant("x", "u", ()) is None
    assert variant("x", "u", shares_of({"1": 0, "2": 0.0})) is None
    assert {variant("x", str(each), shares_of({"1": 0, "2": 1e-9})) for each in range(50)} == {"2"}
