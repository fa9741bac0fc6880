"""Proves that words about a prompt are told from those that any server has for a path or a page."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.base.absence import names_what_is_missing


@pytest.mark.parametrize(
    "text",
    [
        "Prompt not found",
        "There is no prompt 'welcome'.",
        "version-less? no: the Version does not exist",
        "greetings/welcome has no version in production",
        "No deployment found",
    ],
)
def test_words_about_a_prompt(text: str) -> None:
    assert names_what_is_missing(None, text)


@pytest.mark.parametrize(
    "text",
    [
        "Not Found",
        "no Route matched with those values",
        "Cannot GET /api/v1/prompts/my-prompt/versions/version-123",
        "Resource not found: https://api.scope.test/prompt",
        "/prompt/" + "x" * 100_000,
        "",
        None,
        404,
        {"prompt": "not found"},
        ["prompt"],
    ],
)
def test_words_that_any_server_has(text: Any) -> None:
    assert not names_what_is_missing(text)
