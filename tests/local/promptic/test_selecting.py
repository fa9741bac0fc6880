"""Proves that the local Promptic selects tools by what their descriptions say, and scores that alone."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptic.selecting import accuracy, descriptions, selected

DESCRIBED = {"get_weather": "Tells what the weather will be.", "send_mail": "Sends a message to people."}


@pytest.mark.parametrize(("query", "tool"), [
    ("Weather in Paris?", "get_weather"), ("send a message", "send_mail"), ("2 + 2", ""), ("", ""), ("MAIL them", "send_mail"),
])  # fmt: skip
def test_the_tool_that_shares_most_words_is_selected(query: str, tool: str) -> None:
    assert selected(query, DESCRIBED) == tool
    assert selected(query, {}) == ""


def case(query: str, tool: Any, split: str | None = None) -> dict[str, Any]:
    return {"inputPayload": {"input": query}, "expectedPayload": tool, "split": split}


def test_a_name_is_right_in_whatever_case() -> None:
    cases = [case("Weather?", "GET_WEATHER"), case("2 + 2", None), case("2 + 2", ""), case("2 + 2", "send_mail")]
    assert accuracy(cases, DESCRIBED) == 0.75
    assert accuracy([], DESCRIBED) == 0


def test_each_iteration_shows_one_example_more_and_none_that_is_held_out() -> None:
    tools = [{"name": "a", "description": "d"}]
    cases = [case("first", "A"), case("second", "a", "train"), case("third", "a", "eval"), case("fourth", "")]
    assert [descriptions(tools, cases, number)["a"] for number in (1, 2, 3)] == [
        "d\nFor example: first",
        "d\nFor example: first\nFor example: second",
        "d\nFor example: first\nFor example: second",
    ]
