"""Proves which values are among those that there are, and what is said of those that are none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import pytest

from promptport.platform import Fetched, Variable
from promptport.prompt.enumerations import LONGEST, SHOWN, is_one_of, none_of
from promptport.prompt.prompt import Prompt
from promptport.prompt.values import RenderError


class Color(Enum):
    """Members are as good as their values."""

    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize(
    ("value", "enum", "found"),
    [
        ("a", ["a", "b"], True),
        ("A", ["a"], False),
        ("1", [1], False),
        (1, [1.0], True),
        (True, [1], False),
        (1, [True], False),
        (False, [False], True),
        (Decimal("1.5"), [1.5], True),
        (None, [None], True),
        ([1, "a"], [[1, "a"]], True),
        ((1, True), [[1, 1]], False),
        ({"a": [1]}, [{"a": [1]}], True),
        ({"a": 1}, [{"a": 1, "b": 2}], False),
        (date(2026, 1, 2), ["2026-01-02"], True),
        (UUID(int=1), ["00000000-0000-0000-0000-000000000001"], True),
    ],
)
def test_values(value: object, enum: list[Any], found: bool) -> None:
    """As JSON tells values apart."""
    assert is_one_of(value, enum) is found


def test_what_is_told() -> None:
    """All values, or the first of very many, and the closest; never the value itself, which may be private."""
    assert none_of("grene", ["red", "green", None, 1]) == 'none of "red", "green", null, 1; did you mean "green"?'
    assert none_of(7, ["ü"]) == 'none of "ü"'
    many = none_of("x", [f"{at}" for at in range(SHOWN + 5)])
    assert many.endswith(f'"{SHOWN - 1}" or 5 others')
    assert len(none_of("secret", ["y" * 1000])) < LONGEST + 30
    assert "secret" not in none_of("secret", ["y"])


def prompt_of(*variables: Variable, text: str = "{{color}}") -> Prompt:
    """A prompt of one text."""
    return Prompt.of(Fetched("p", ({"role": "user", "content": text},), variables), "files", "file")


def test_rendering() -> None:
    """A value that is none of those that there are is wrong, as one of a wrong type is; one flag relaxes."""
    prompt = prompt_of(Variable("color", "string", enum=("red", "blue")), Variable("more"), text="{{color}} {{more}}")

    assert prompt.render(color="red", more="x").text == "red x"
    assert prompt.render(color=Color.BLUE, more="x").text == "blue x"
    with pytest.raises(RenderError, match="none of"):
        prompt.render(color="green", more="x")  # where nothing else is wrong
    with pytest.raises(RenderError) as caught:
        prompt.render(color="bleu", mroe="x")
    assert caught.value.wrong == {"color": 'none of "red", "blue"; did you mean "blue"?'}
    assert (caught.value.missing, caught.value.unknown) == (("more",), {"mroe": "more"})
    assert "color (none of" in str(caught.value)
    assert prompt.options(strict=False).render(color="green", more="x").text == "green x"


def test_a_type_is_told_first() -> None:
    prompt = prompt_of(Variable("color", "integer", enum=(1, 2)))
    assert prompt.render(color=2).text == "2"
    for value, told in (("1", "str, not integer"), (3, "none of 1, 2"), (True, "bool, not integer")):
        with pytest.raises(RenderError) as caught:
            prompt.render(color=value)
        assert caught.value.wrong == {"color": told}


def test_defaults_and_what_stands_nowhere() -> None:
    """A default that is one of them goes; a declared variable without a placeholder is checked as well."""
    assert prompt_of(Variable("color", enum=("red",), default="red")).render().text == "red"
    with pytest.raises(RenderError, match=r"other \(none of"):
        prompt_of(Variable("color"), Variable("other", required=False, enum=(1,))).render(color="x", other=2)
