"""Proves that objects and enumerations of a module have names of their own, where they need one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from promptport.typed.definitions import Definitions, Field
from promptport.typed.quoting import Code, literal

pytestmark = pytest.mark.one_python("what is written is the same on all")


def defined(definitions: Definitions) -> Mapping[str, Any]:
    """What the lines define."""
    names: dict[str, Any] = {}
    source = f"from typing import Literal, NotRequired, TypeAlias, TypedDict\n{chr(10).join(definitions.lines)}"
    exec(compile(source, "definitions", "exec"), names)
    return names


def test_an_enumeration() -> None:
    """A short one stands in its place; a longer one has a name, and one value in each line."""
    definitions = Definitions(())
    names = (Code("welcome"), Code("language"))
    assert definitions.enumeration(names, [literal("en"), literal("de")]) == 'Literal["en", "de"]'
    assert (definitions.lines, definitions.uses) == ([], {"Literal"})
    values = [f"value {each}" for each in range(9)]
    assert definitions.enumeration(names, [*map(literal, values)]) == "WelcomeLanguage"
    assert definitions.lines[0] == "WelcomeLanguage: TypeAlias = Literal["
    assert defined(definitions)["WelcomeLanguage"].__args__ == tuple(values)
    assert definitions.uses == {"Literal", "TypeAlias"}


def test_a_dictionary_has_any_keys() -> None:
    definitions = Definitions({"WelcomeUser"})
    fields = [Field("name", Code("str")), Field("first-name", Code("int"), needed=False), Field('"]', Code("str"))]
    name = definitions.dictionary([Code("welcome"), Code("user")], fields)
    assert name == "WelcomeUser_"
    made = defined(definitions)[name]
    assert made.__required_keys__ == {"name", '"]'}
    assert made.__optional_keys__ == {"first-name"}
    assert definitions.names == [name]
    assert definitions.uses == {"TypedDict", "NotRequired"}
