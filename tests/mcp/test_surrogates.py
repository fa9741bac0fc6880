"""Proves that every answer can be written."""

from __future__ import annotations

import pytest
from mcp.types import GetPromptResult, PromptMessage, TextContent

from promptport.mcp.surrogates import without_surrogates, writable

pytestmark = pytest.mark.one_python("UTF-8 is the same on all")


def test_lone_surrogates_are_replaced() -> None:
    given = {"a\ud800": ["\udc00", ("\ud83d\ude00", 1, None, True, "ü")]}
    assert without_surrogates(given) == {"a\ufffd": ["\ufffd", ["😀", 1, None, True, "ü"]]}


def test_answers() -> None:
    def answer(text: str) -> GetPromptResult:
        said = PromptMessage(role="user", content=TextContent(text=text, _meta={"a": "b"}))
        return GetPromptResult(messages=[said], _meta={"c": "d"})

    good = answer("Hi.")
    assert writable(good) is good
    assert writable(answer("\ud83d Hi.")) == answer("\ufffd Hi.")
