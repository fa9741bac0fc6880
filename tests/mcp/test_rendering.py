"""Proves that a host's texts become the values that a prompt takes, and that all that is wrong is told at once."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.mcp.rendering import rendered
from promptport.platform import Variable
from promptport.prompt import RenderError

from .pieces import made

pytestmark = pytest.mark.one_python("values are the same on all")


@pytest.mark.parametrize(
    ("type", "given", "shown"),
    [
        ("string", "3", "3"),
        ("string", "", ""),
        ("string", '{{value}} {"a": 1}', '{{value}} {"a": 1}'),
        (None, "true", "true"),
        ("date", "2026-01-01", "2026-01-01"),  # a type that nobody knows
        ("number", "1.50", "1.5"),
        ("number", 3, "3"),
        ("integer", " 7 ", "7"),
        ("boolean", "true", "true"),
        ("boolean", False, "false"),
        ("array", '["a", 1, null]', '["a", 1, null]'),
        ("array", ["ü"], '["ü"]'),
        ("object", '{"a": {"b": "{{value}}"}}', '{"a": {"b": "{{value}}"}}'),
    ],
)
def test_values(type: str | None, given: Any, shown: str) -> None:
    assert rendered(made("{{value}}", variables=[Variable("value", type)]), {"value": given}).text == shown


@pytest.mark.parametrize(
    ("type", "given", "remedy"),
    [
        ("number", "many", "write a number, such as 1.5"),
        ("number", "NaN", "write a number, such as 1.5"),
        ("number", "-Infinity", "write a number, such as 1.5"),
        ("number", "1e999", "write a number, such as 1.5"),
        ("number", "true", "write a number, such as 1.5"),
        ("integer", "1.5", "write a whole number, such as 3"),
        ("integer", "9" * 5000, "write a whole number, such as 3"),
        ("boolean", "True", "write true or false"),
        ("boolean", "1", "write true or false"),
        ("array", "a, b", 'write a list as JSON, such as ["a", "b"]'),
        ("array", "[" * 100_000, 'write a list as JSON, such as ["a", "b"]'),
        ("object", "[]", 'write an object as JSON, such as {"name": "value"}'),
        ("object", "null", 'write an object as JSON, such as {"name": "value"}'),
        ("string", 3, "int, not string"),
    ],
)
def test_wrong_values(type: str, given: Any, remedy: str) -> None:
    prompt = made("{{value}}", variables=[Variable("value", type)], version=3)
    with pytest.raises(RenderError) as caught:
        rendered(prompt, {"value": given})
    assert caught.value.wrong == {"value": remedy}
    wrong = f"welcome, version 3: The values don't fit the template; of a wrong type: value ({remedy})."
    assert str(caught.value) == caught.value.message == wrong


def test_all_that_is_wrong_is_told_at_once() -> None:
    variables = [Variable("name"), Variable("age", "integer"), Variable("vip", "boolean", default=False)]
    prompt = made({"slot": "history"}, "{{name}} {{age}} {{vip}}", variables=variables)
    with pytest.raises(RenderError) as caught:
        rendered(prompt, {"nam": "x", "age": "old", "vip": "yes", "history": "Hi."})
    error = caught.value
    assert (error.missing, error.unknown) == (("name",), {"nam": "name"})
    assert sorted(error.wrong) == ["age", "history", "vip"]


def test_an_empty_text_is_no_value_but_of_a_text() -> None:
    variables = [Variable("age", "integer", default=3), Variable("name", "string", default="Bob")]
    prompt = made("{{name}}{{age}}", variables=variables)
    assert rendered(prompt, {"age": "", "name": ""}).text == "3"
    with pytest.raises(RenderError, match="missing: age"):
        rendered(made("{{age}}", variables=[Variable("age", "integer")]), {"age": ""})


def test_an_enumeration_takes_its_values() -> None:
    prompt = made("{{level}} {{word}}", variables=[Variable("level", enum=[1, 2]), Variable("word", enum=["1", "a"])])
    assert rendered(prompt, {"level": "2", "word": "1"}).text == "2 1"


def test_places_take_messages() -> None:
    prompt = made({"slot": "history"}, "{{name}}")
    history = '[{"role": "assistant", "content": "{{name}}", "tool_calls": [{"id": "1"}]}]'
    found = rendered(prompt, {"name": "Alice", "history": history})
    assert [(each.role, each.content, each.more) for each in found.messages] == [
        ("assistant", "{{name}}", {"tool_calls": [{"id": "1"}]}),
        ("user", "Alice", {}),
    ]
    assert (
        rendered(prompt, {"name": "Alice", "history": [{"role": "user", "content": "Hi."}]}).messages[0].content
        == "Hi."
    )
    for nothing in ({}, {"history": ""}, {"history": "[]"}):
        assert [each.content for each in rendered(prompt, {"name": "Alice", **nothing}).messages] == ["Alice"]


@pytest.mark.parametrize("given", ["[3]", '{"role": "user"}', "[{}]", 3, "[" * 100_000])
def test_what_is_no_message_is_told(given: Any) -> None:
    with pytest.raises(RenderError) as caught:
        rendered(made({"slot": "history"}, "Hi."), {"history": given})
    assert (
        'write a list of messages as JSON, such as [{"role": "user", "content": "Hi."}]'
        in caught.value.wrong["history"]
    )
