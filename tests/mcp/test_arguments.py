"""Proves what hosts are told of a prompt's variables."""

from __future__ import annotations

import pytest

from promptport.mcp.arguments import arguments_of, completed
from promptport.platform import Variable

from .pieces import made

pytestmark = pytest.mark.one_python("arguments are the same on all")

ENUM = Variable("language", enum=["de", "en", "English"], default="en", description="The language.")
LEVELS = Variable("level", "integer", enum=[1, 2, 10])


def test_descriptions() -> None:
    prompt = made(
        "{{name}} {{age}} {{language}} {{level}} {{vip}} {{tags}}",
        variables=[
            Variable("name", "string", description="Whom to greet"),
            Variable("age", "number", default=1.5),
            ENUM,
            LEVELS,
            Variable("vip", "boolean", description="Whether they pay?"),
            Variable("tags", "array", default=["a"]),
            Variable("spare", "object"),
        ],
    )
    found = {each.name: (each.description, each.required) for each in arguments_of(prompt)}
    assert found == {
        "name": ("Whom to greet.", True),
        "age": ("It is a number, such as 1.5. Default: 1.5.", False),
        "language": ("The language. One of: de, en, English. Default: en.", False),
        "level": ("One of: 1, 2, 10.", True),
        "vip": ("Whether they pay? It is true or false.", True),
        "tags": ('It is a list as JSON, such as ["a", "b"]. Default: ["a"].', False),
        "spare": ('It is an object as JSON, such as {"name": "value"}.', False),  # it stands nowhere in the text
    }


def test_a_long_enumeration_is_cut() -> None:
    prompt = made("{{n}}", variables=[Variable("n", enum=[str(each) for each in range(30)])])
    assert str(arguments_of(prompt)[0].description).endswith("18, 19, and 10 more.")


def test_without_declarations_placeholders_count() -> None:
    assert [(each.name, each.description, each.required) for each in arguments_of(made("{{a}} {{b}} {{a}}"))] == [
        ("a", None, True),
        ("b", None, True),
    ]


def test_parts_of_an_object_need_the_object() -> None:
    prompt = made("{{user.name}}", variables=[Variable("user", "object")])
    assert [(each.name, each.required) for each in arguments_of(prompt)] == [("user", True)]


def test_places_are_arguments_that_may_be_left_out() -> None:
    prompt = made({"slot": "history"}, {"slot": "name"}, "{{name}}")
    assert [(each.name, each.required) for each in arguments_of(prompt)] == [
        ("name", True),
        ("history", False),
        ("name_messages", False),
    ]


@pytest.mark.parametrize(
    ("name", "begin", "values"),
    [
        ("language", "", ["de", "en", "English"]),
        ("language", "E", ["en", "English"]),
        ("language", "x", []),
        ("level", "1", ["1", "10"]),
        ("vip", "T", ["true"]),
        ("name", "", []),
        ("history", "", []),
        ("nobody", "", None),
    ],
)
def test_completion(name: str, begin: str, values: list[str] | None) -> None:
    variables = [ENUM, LEVELS, Variable("vip", "boolean"), Variable("name")]
    prompt = made({"slot": "history"}, "{{language}} {{level}} {{vip}} {{name}}", variables=variables)
    assert completed(prompt, name, begin) == values
