"""Proves the messages that stand for the Responses API's calls and results."""

from __future__ import annotations

import pytest

from promptport import ArgumentError
from promptport.prompt.items import ITEMS, call, message_of


def test_each_item_is_a_message() -> None:
    assert [message_of({"type": each, "call_id": "1"}, "here")["role"] for each in ITEMS] == [
        "assistant", "tool", "assistant", "tool"
    ]  # fmt: skip
    assert message_of({"type": "function_call_output", "call_id": "1"}, "here")["content"] == ""
    assert call("1", None, None) == {"type": "function", "id": "1", "function": {"name": "", "arguments": ""}}


def test_an_item_says_which_call_it_is() -> None:
    with pytest.raises(ArgumentError, match="here needs a `call_id`"):
        message_of({"type": "function_call_output", "output": "r"}, "here")
