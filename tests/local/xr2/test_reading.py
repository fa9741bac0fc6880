"""Proves what the local xR2 reads as a number: what pydantic does, in the version that xR2 runs on."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.xr2.reading import coerced

SAME = object()


@pytest.mark.parametrize(
    ("given", "number"),
    [
        (True, 1), (False, 0), (2.0, 2), (-0.0, 0), (1e3, 1000), ("2", 2), (" 2 ", 2), ("2\n", 2), ("+2", 2), ("-2", -2),
        ("2.0", 2), ("2.000", 2), ("1_0", 10), ("00012", 12), ("9" * 40, int("9" * 40)),
        (None, SAME), (2, SAME), (2.5, SAME), ("2.5", SAME), ("0x2", SAME), ("", SAME), ("two", SAME), ("1e3", SAME),
        ("\uff12", SAME), ("9" * 5000, SAME), ([], SAME), (float("inf"), SAME), ("2.", SAME),
    ],
)  # fmt: skip
def test_numbers_of_versions(given: Any, number: Any) -> None:
    found = coerced({"version_number": given})["version_number"]
    expected = given if number is SAME else number
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("given", "number"),
    [
        (True, 1.0), ("99.99", 99.99), (" 1.5 ", 1.5), ("1e3", 1000.0), ("1_000.5", 1000.5), ("inf", float("inf")),
        (None, SAME), (5, SAME), (1.5, SAME), ("", SAME), ("abc", SAME), ("1,5", SAME), ("\u0663", SAME), ({}, SAME),
    ],
)  # fmt: skip
def test_amounts(given: Any, number: Any) -> None:
    found = coerced({"value": given})["value"]
    expected = given if number is SAME else number
    assert (found, type(found)) == (expected, type(expected))


def test_the_rest_stands() -> None:
    body = {"slug": "1", "metadata": {"value": "1"}}
    assert coerced(body) == body
    assert coerced({"value": "inf"}, faithful=False) == {"value": "inf"}
