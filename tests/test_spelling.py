"""Proves that the closest spelling is found, and that the search is bounded whatever names come."""

from __future__ import annotations

from time import perf_counter

import pytest

from promptport.prompt.values import check
from promptport.spelling import GUESSES, closest, closest_of, instead


@pytest.mark.parametrize(
    ("name", "names", "found"),
    [
        ("custmer", ["customer", "language"], "customer"),
        ("xyz", ["customer", "language"], None),
        ("custmer", [None, 3, "customer"], "customer"),
        ("custmer", [], None),
        ("x" * 10_000, ["x" * 10_001], None),
    ],
    ids=["slip", "strange", "no_texts", "nothing", "too_long"],
)
def test_the_closest_name_is_found(name: str, names: list[object], found: str | None) -> None:
    assert closest(name, names) == found


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["welcome", "bye"], "Did you mean welcome?"),
        (["bye"], "There is: bye."),
        (["b\x1b[2J", None, "a"], "There is: a, 'b\\x1b[2J'."),
        ([f"prompt-{at}" for at in range(9)], "There is: prompt-0, prompt-1, prompt-2, prompt-3, prompt-4 and 4 more."),
        ([], ""),
    ],
    ids=["close", "one", "hostile", "many", "none"],
)
def test_what_there_is_instead(names: list[object], said: str) -> None:
    assert instead("welcom", names) == said


def test_it_is_found_among_many() -> None:
    assert closest("custmer_name", [f"field_{at}" for at in range(1_000)] + ["customer_name"]) == "customer_name"


def test_the_first_few_get_a_guess() -> None:
    """All are named; a hundred of them are no slips of a finger."""
    found = closest_of([f"nam{at}" for at in range(100)], [f"name{at}" for at in range(100)])

    assert len(found) == 100
    assert sum(each is not None for each in found.values()) == GUESSES


@pytest.mark.alone
@pytest.mark.parametrize("length", [6, 60, 5_000])
def test_a_thousand_names_are_compared_at_once(length: int) -> None:
    """It took 39 s for a thousand values with a thousand names, none of which is right."""
    names = [f"{at}".rjust(length, "n") for at in range(1_000)]

    began = perf_counter()
    error = check({f"{at}".rjust(length, "m"): "x" for at in range(1_000)}, names)

    assert error is not None
    assert len(error.unknown) == len(error.missing) == 1_000
    assert perf_counter() - began < 1.0


@pytest.mark.alone
def test_names_that_are_all_alike_cost_no_more() -> None:
    names = [f"{'ab' * 25}{at:05}" for at in range(10_000)]

    began = perf_counter()
    closest_of([f"{'ba' * 25}{at:05}" for at in range(10_000)], names)

    assert perf_counter() - began < 1.0
