"""Proves that tools take what they say, and answer what a model can read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp import types

from promptport import ArgumentError
from promptport.mcp.tools import GET, LIST, TOOLS, failed, given, got, listed

from .pieces import PIXEL, made

pytestmark = pytest.mark.one_python("tools are the same on all")


def test_schemas() -> None:
    for tool in TOOLS:
        for schema in filter(None, (tool.input_schema, tool.output_schema)):
            Draft202012Validator.check_schema(schema)
    assert [each.name for each in TOOLS] == [LIST, GET]


@pytest.mark.parametrize(
    ("tool", "arguments", "wrong"),
    [
        (GET, None, "name is missing"),
        (GET, {"name": 3}, "name takes a text"),
        (GET, {"name": "a", "arguments": "b"}, "arguments takes an object"),
        (GET, {"nam": "a"}, "name is missing; nam is none of its arguments, name, arguments"),
        (LIST, {"cursor": 3, "search": []}, "search takes a text; cursor takes a text"),
    ],
)
def test_wrong_arguments(tool: str, arguments: Any, wrong: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        given(arguments, tool)
    assert str(caught.value) == f"{tool}: {wrong}."


def test_null_is_nothing() -> None:
    assert given({"search": None, "cursor": None}, LIST) == {}


def test_a_list_is_data_and_text() -> None:
    argument = types.PromptArgument(name="n", required=True)
    prompt = types.Prompt(name="a", title="A", description="x", arguments=[argument], _meta={"promptport/version": 1})
    found = listed(types.ListPromptsResult(prompts=[prompt], next_cursor="b"))
    data = {
        "prompts": [{"name": "a", "title": "A", "description": "x", "arguments": [{"name": "n", "required": True}]}],
        "next_cursor": "b",
    }
    assert found.structured_content == data
    assert isinstance(found.content[0], types.TextContent)
    assert json.loads(found.content[0].text) == data
    Draft202012Validator(TOOLS[0].output_schema or {}).validate(found.structured_content)
    assert listed(types.ListPromptsResult(prompts=[])).structured_content == {"prompts": []}


def test_a_prompt_is_its_blocks() -> None:
    image = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}}
    several = made({"role": "system", "content": "Be nice."}, {"role": "user", "content": ["Look.", image]}).render()
    assert [getattr(each, "text", each.type) for each in got(several, True).content] == [
        "[system]",
        "Be nice.",
        "[user]",
        "Look.",
        "image",
    ]
    assert [getattr(each, "text", None) for each in got(made("Hi.").render(), True).content] == ["Hi."]


def test_an_error_is_an_answer() -> None:
    found = failed(ArgumentError("Mend it."))
    assert found.is_error
    assert found.content == [types.TextContent(text="Mend it.")]
