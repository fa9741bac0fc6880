"""Proves which parameters a prompt has: their names, their types, and which of them must be given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from promptport import Prompt, Variable
from promptport.platform import Fetched
from promptport.typed.definitions import Definitions
from promptport.typed.parameters import Parameter, parameters_of
from promptport.typed.quoting import Code

pytestmark = pytest.mark.one_python("what is written is the same on all")


def found(
    text: str, variables: Sequence[Variable] | None = None, definitions: Definitions | None = None, **more: Any
) -> dict[str, Parameter]:
    """The parameters of a prompt, by their identifiers."""
    messages = more.pop("messages", [{"role": "user", "content": text}])
    prompt = Prompt.of(Fetched("p", messages, variables, **more), "files", "file")
    return {each.name: each for each in parameters_of(prompt, Code("p"), definitions or Definitions(()))}


@pytest.mark.parametrize(
    ("declared", "wanted"),
    [
        ("string", "str"), ("number", "Number"), ("integer", "int"), ("boolean", "bool"), ("array", "Array"),
        ("object", "Object"), (None, "Value"), ("", "Value"), ("date", "object"),
    ],
)  # fmt: skip
def test_a_type(declared: str | None, wanted: str) -> None:
    assert found("{{a}}", [Variable("a", declared)])["a"].type == wanted


def test_what_declares_nothing() -> None:
    """The placeholders are the variables, and any value fits."""
    (only,) = found("{{a}}").values()
    assert (only.key, only.type, only.needed, only.words) == ("a", "Value", True, "")


def test_what_must_be_given() -> None:
    """What rendering can't do without, and what the prompt calls required; those come first."""
    made = found(
        "{{left}} {{plain}} {{stray}}",
        [
            Variable("left", default="x"), Variable("idle", required=False), Variable("needed"), Variable("empty", default=""),
            Variable("plain", required=False),
        ],
    )  # fmt: skip
    assert [*made] == ["needed", "plain", "stray", "left", "idle", "empty"]
    assert [name for name, each in made.items() if each.needed] == ["needed", "plain", "stray"]


def test_a_default_is_told() -> None:
    made = found("{{a}}", [Variable("a", description="It is.\n", default={"b": "ü" * 90})])["a"]
    assert made.words == 'It is.\nWhere it is left out: {"b": "' + "ü" * 50 + "...."


def test_names_that_are_no_identifiers() -> None:
    made = found("{{first-name}} {{class}} {{2nd}}")
    assert {name: each.key for name, each in made.items()} == {
        "first_name": "first-name",
        "class_": "class",
        "_2nd": "2nd",
    }
    assert made["first_name"].words == "`first-name`."


def test_enumerations() -> None:
    """What `Literal` can't say is as its type, and checked where it is rendered."""
    cases: list[tuple[list[Any] | None, str]] = [
        (["en", "de", "en"], 'Literal["en", "de"]'), ([1, True], "Literal[1, True]"), ([1.5], "Number"),
        ([None, "a"], 'Literal["a"]'), ([None], "Number"),
        ([], "Number"), (None, "Number"),
    ]  # fmt: skip
    for enum, wanted in cases:
        assert found("{{a}}", [Variable("a", "number", enum=enum)])["a"].type == wanted


def test_an_object_by_its_parts() -> None:
    definitions = Definitions(())
    made = found("{{user.name}} {{user.address.city}} {{user.address.zip}}", definitions=definitions)
    assert {name: each.type for name, each in made.items()} == {"user": "PUser"}
    assert made["user"].words == "An object with name, address.city, address.zip."
    assert definitions.names == ["PUserAddress", "PUser"]
    declared = [Variable("user", "object", description="Who."), Variable("user.name", "string", description="Called.")]
    made = found("{{user.name}}", declared, definitions)
    assert made["user"].words == "Who.\nAn object with name.\nname: Called."
    assert '        "name": str,' in definitions.lines


def test_parts_with_defaults() -> None:
    definitions = Definitions(())
    made = found("{{u.a}} {{u.b}}", [Variable("u.a", default=1), Variable("u.b")], definitions)
    assert made["u"].needed
    assert '        "a": NotRequired[Value],' in definitions.lines
    assert not found("{{u.a}}", [Variable("u.a", default=1)])["u"].needed
    assert not found("{{u.a}}", [Variable("u", "object", default={"a": 1})])["u"].needed


@pytest.mark.parametrize(
    ("text", "variables"),
    [("{{u}} {{u.a}}", None), ("{{u}} {{u.a}}", [Variable("u", "object")]), ("{{u.a}} {{u.a.b}}", None)],
)
def test_an_object_that_stands_in_the_text_itself(text: str, variables: list[Variable] | None) -> None:
    """Whatever else is in it is put in, too, so that its fields are not all known."""
    definitions = Definitions(())
    kind = found(text, variables, definitions)["u"].type
    assert kind == ("PU" if "a.b" in text else "Object")
    assert "Object" in definitions.uses


def test_parts_of_what_is_no_object() -> None:
    """They are given by their own names."""
    made = found("{{u}} {{u.a}}", [Variable("u", "string"), Variable("u.a", "string")])
    assert {name: (each.key, each.type) for name, each in made.items()} == {"u": ("u", "str"), "u_a": ("u.a", "str")}


def test_an_object_without_end() -> None:
    definitions = Definitions(())
    assert found("{{" + ".".join("a" * 5_000) + "}}", definitions=definitions)["a"].type == "PA"
    assert len(definitions.names) == 7


def test_places_for_messages() -> None:
    """They are parameters, and must be given, were it an empty list; a variable of that name keeps it."""
    messages = [{"role": "user", "content": "{{history}}"}, {"slot": "history"}, {"slot": "few-shot"}]
    made = found("", messages=messages)
    assert [(each.name, each.key, each.type, each.place, each.needed) for each in made.values()] == [
        ("history", "history", "Value", False, True),
        ("history_", "history", "Messages", True, True),
        ("few_shot", "few-shot", "Messages", True, True),
    ]


def test_names_of_any_characters() -> None:
    """Such as platforms have that put values in by declared names alone."""
    made = found("{a b} {{}}} {\n}", [Variable("a b"), Variable("}"), Variable("\n")], syntax="braces")
    assert sorted(each.key for each in made.values()) == ["\n", "a b", "}"]
    assert made["a_b"].needed
