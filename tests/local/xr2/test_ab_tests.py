"""Proves which of two versions a fetch gets, and when a test ends."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from promptport_local.xr2.backend import Backend

from ..conftest import get
from .calls import refusal, texts


def under_test(backend: Backend, total: int = 100, **fields: Any) -> None:
    backend.add_prompt("p", texts(("live", "production", 1), ("a", "testing", 2), ("b", "draft", 3)))
    backend.add_ab_test("colours", "p", 2, 3, total, **fields)


def test_alternating_variants(backend: Backend) -> None:
    backend.options.choice = "alternate"
    under_test(backend)
    served = [get(backend, "p") for _ in range(4)]
    assert [each["ab_test_variant"] for each in served] == ["version_a", "version_b", "version_a", "version_b"]
    assert [each["status"] for each in served[:2]] == ["testing", "draft"]
    assert {each["ab_test_name"] for each in served} == {"colours"}
    assert {each["ab_test_id"] for each in served} == {backend.ab_tests[0]["id"]}


def test_random_variants_are_even_and_repeat_with_the_seed(backend: Backend) -> None:
    def drawn() -> list[str]:
        backend.reset()
        under_test(backend, 10_000)
        return [get(backend, "p")["ab_test_variant"] for _ in range(300)]

    first = drawn()
    assert drawn() == first
    assert 110 < Counter(first)["version_a"] < 190
    assert first[:20] != ["version_a", "version_b"] * 10


@pytest.mark.parametrize("choice", [{"version_number": 1}, {"status": "production"}])
def test_a_test_takes_no_part_in_a_choice_of_the_callers(backend: Backend, choice: dict[str, Any]) -> None:
    under_test(backend)
    answer = get(backend, "p", **choice)
    assert (answer["ab_test_id"], answer["ab_test_name"], answer["ab_test_variant"]) == (None, None, None)
    assert backend.ab_tests[0]["served_a"] + backend.ab_tests[0]["served_b"] == 0


def test_at_the_limit_the_test_ends_and_production_is_served(backend: Backend) -> None:
    under_test(backend, total=2)
    assert [get(backend, "p")["ab_test_variant"] is None for _ in range(4)] == [False, False, True, True]
    assert get(backend, "p")["user_prompt"] == "live"
    assert backend.ab_tests[0]["status"] == "completed"
    assert backend.ab_tests[0]["served_a"] + backend.ab_tests[0]["served_b"] == 2


@pytest.mark.parametrize("status", ["draft", "paused", "completed", "cancelled"])
def test_only_a_running_test_counts(backend: Backend, status: str) -> None:
    under_test(backend, status=status)
    assert get(backend, "p")["ab_test_id"] is None


def test_the_newest_running_test_counts(backend: Backend) -> None:
    under_test(backend)
    backend.add_ab_test("shapes", "p", 2, 3)
    assert get(backend, "p")["ab_test_name"] == "shapes"
    backend.add_ab_test("colours", "p", 2, 3)
    assert get(backend, "p")["ab_test_name"] == "colours"


def test_a_version_that_is_gone_means_production_and_was_counted(backend: Backend) -> None:
    backend.options.choice = "alternate"
    backend.add_prompt("p", texts(("live", "production", 1)))
    backend.add_ab_test("broken", "p", 8, 9)
    answer = get(backend, "p")
    assert (answer["user_prompt"], answer["ab_test_id"]) == ("live", None)
    assert backend.ab_tests[0]["served_a"] == 1


def test_a_test_serves_a_prompt_that_has_nothing_in_production(backend: Backend) -> None:
    backend.add_prompt("p", texts(("a", "draft", 1), ("b", "draft", 2)))
    backend.add_ab_test("drafts", "p", 1, 2, 1)
    assert get(backend, "p")["status"] == "draft"
    assert refusal(backend, "p")["error"] == "No deployed version found"
    assert backend.ab_tests[0]["status"] == "completed"
