"""Proves which items of the Responses API there are, and the messages that stand for calls and results elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import ArgumentError
from promptport.prompt.items import ITEMS, call, check_item, in_chat, is_item, is_message

from .libraries import members


@pytest.mark.one_python("the library is the same everywhere, and takes long to load")
def test_each_type_of_the_library_is_known() -> None:
    """Of what a request takes and what an answer holds."""
    from openai.types.responses import ResponseInputItemParam, ResponseOutputItem

    found = {name for union in (ResponseInputItemParam, ResponseOutputItem) for name, _ in members(union)}
    assert found == ITEMS | {"message"}


def test_calls_and_results_are_messages() -> None:
    """Calls that follow each other stand in one; a message's marks of the Responses API are left out."""
    items: list[dict[str, Any]] = [
        {"type": "message", "role": "assistant", "content": [], "id": "m", "status": "completed", "phase": "commentary"},
        {"type": "function_call", "call_id": "1", "name": "f", "arguments": "{}", "id": "i"},
        {"type": "custom_tool_call", "call_id": "2", "name": "c", "input": "x"},
        {"type": "function_call_output", "call_id": "1"},
        {"type": "custom_tool_call", "call_id": "3", "name": "c", "input": "x"},
    ]  # fmt: skip
    custom = {"type": "custom", "custom": {"name": "c", "input": "x"}}
    assert in_chat(items) == [
        ("messages[0]", {"role": "assistant", "content": []}),
        (
            "messages[1]",
            {"role": "assistant", "content": None, "tool_calls": [call("1", "f", "{}"), {**custom, "id": "2"}]},
        ),
        ("messages[3]", {"role": "tool", "tool_call_id": "1", "content": ""}),
        ("messages[4]", {"role": "assistant", "content": None, "tool_calls": [{**custom, "id": "3"}]}),
    ]
    assert call("1", None, None) == {"type": "function", "id": "1", "function": {"name": "", "arguments": ""}}


def test_what_only_the_responses_api_has() -> None:
    """It is named, or kept as a message of the model."""
    thought = {"type": "reasoning", "id": "r", "summary": []}
    with pytest.raises(ArgumentError, match=r"messages\[0\]: what is of the type 'reasoning' only the Responses API"):
        in_chat([thought])
    assert in_chat([thought], keep=True) == [("messages[0]", {"role": "assistant", **thought})]
    with pytest.raises(ArgumentError, match=r"messages\[0\]\.namespace: it has no form there"):
        in_chat([{"type": "function_call", "call_id": "1", "name": "f", "arguments": "{}", "namespace": "n"}])
    with pytest.raises(ArgumentError, match=r"messages\[0\] needs a `call_id`"):
        in_chat([{"type": "function_call_output", "output": "r"}])


@pytest.mark.parametrize(
    ("message", "is_one"),
    [
        ({"type": "message", "role": "user", "content": "a"}, True),
        ({"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "a"}]}, True),
        ({"role": "user", "content": [{"type": "input_text", "text": "a"}]}, True),
        ({"role": "user", "content": "a"}, False),
        ({"role": "tool", "tool_call_id": "1", "content": [{"type": "input_text", "text": "a"}]}, False),
        ({"role": "user", "content": []}, False),
        ({"role": "user", "content": [{"type": "text", "text": "a"}]}, False),
        ({"type": "message", "role": "assistant", "model": "m", "content": []}, False),
        ({"type": "message", "role": "assistant", "content": [{"type": "tool_use"}]}, False),
    ],
)
def test_messages_of_the_responses_api(message: dict[str, Any], is_one: bool) -> None:
    assert is_message(message) is is_one
    assert not is_item(message)


def test_a_call_says_which_it_is() -> None:
    with pytest.raises(ArgumentError, match="here needs a `call_id`"):
        check_item({"type": "custom_tool_call", "name": "c"}, "here")
    check_item({"type": "reasoning"}, "here")
    assert not is_item({"type": ["function_call"]})
