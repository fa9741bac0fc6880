"""Proves that a contract as of a release has what that release has, and that releases are ordered as people order them."""

from __future__ import annotations

from typing import Any

import pytest

from tools.vendors.as_of import as_of, covered, number

from .watched import document


def test_releases_in_their_order() -> None:
    releases = ["0.10.0", "1.0.1", "1.0.0", "0.9", "1.0.0.post1", "1.0.0rc1", "0.9.2", "1.0.0a2"]

    assert sorted(releases, key=number) == [
        "0.9", "0.9.2", "0.10.0", "1.0.0a2", "1.0.0rc1", "1.0.0", "1.0.0.post1", "1.0.1",
    ]  # fmt: skip
    assert number("1.0") == number("1.0.0")


@pytest.mark.parametrize(
    ("release", "which"), [("0.9", "1.0"), ("1.0", "1.0"), ("1.0.3", "1.0"), ("1.1", "1.1"), ("2.0", "1.1")]
)
def test_a_release_that_is_not_covered_is_as_the_one_before_it(release: str, which: str) -> None:
    assert covered(("1.0", "1.1"), release) == which


def test_a_contract_as_of_each_release() -> None:
    made = document()
    old, new = (as_of(made, made["x-releases"], release) for release in ("1.0", "1.1"))

    assert "delete" in old["paths"]["/things/{thing_id}"]
    assert "delete" not in new["paths"]["/things/{thing_id}"]
    assert "/things/{thing_id}/part" not in old["paths"]
    assert "Part" not in old["components"]["schemas"]  # which nothing reaches
    assert new["components"]["schemas"]["Part"] == made["components"]["schemas"]["Part"]
    colours = [each["components"]["schemas"]["Thing"]["properties"]["colour"] for each in (old, new)]
    assert [(each["enum"], [*each["x-values"]]) for each in colours] == [(["red"], []), (["red", "blue"], ["blue"])]
    assert made == document()


def test_a_contract_without_a_history_is_taken_as_it_is() -> None:
    def plain(contract: dict[str, Any]) -> None:
        del contract["x-releases"]

    made = document(plain)
    made["components"]["schemas"]["Lonely"] = {"type": "object"}

    assert as_of(made, ("1.0",), "1.1") == made
