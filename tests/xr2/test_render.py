"""Proves that a fetched prompt renders by xR2's rules: which value is chosen, how it is written, one pass over the text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from promptport.xr2 import PromptContentResponse, RenderedPrompt, VariableError, XR2Error

MADE = datetime(2026, 1, 15, tzinfo=UTC)


def prompt(user: str | None = None, *variables: dict[str, Any], **texts: Any) -> PromptContentResponse:
    """A fetched prompt with these texts and variables."""
    return PromptContentResponse(
        slug="s",
        source_name="python_sdk",
        version_number=1,
        status="production",
        created_at=MADE,
        updated_at=MADE,
        trace_id="t",
        user_prompt=user,
        variables=list(variables),
        **texts,
    )


def var(name: str, **about: Any) -> dict[str, Any]:
    """A declared variable."""
    return {"name": name, **about}


def rendered(text: str, values: dict[str, Any] | None, *variables: dict[str, Any], **options: Any) -> str | None:
    """The user prompt after rendering."""
    return prompt(text, *variables).render(values, **options).user_prompt


@pytest.mark.parametrize(
    ("about", "values", "options", "expected"),
    [
        ({}, {"n": "v"}, {}, "v"),
        ({"default": "d"}, {"n": "v"}, {}, "v"),
        ({"default": "d"}, {"n": None}, {}, "None"),
        ({"default": "d", "defaultValue": "e"}, {}, {}, "d"),
        ({"default": None, "defaultValue": "e"}, {}, {}, "e"),
        ({"defaultValue": "e"}, {}, {}, "e"),
        ({"default": "d"}, {}, {"use_defaults": False}, "{{n}}"),
        ({"default": "", "required": True}, {}, {}, ""),
        ({"default": 0, "required": True}, {}, {}, "0"),
        ({"default": False}, {}, {}, "false"),
        ({"default": []}, {}, {}, "[]"),
        ({}, {}, {}, "{{n}}"),
        ({"required": True}, {}, {"strict": False}, "{{n}}"),
        ({"required": False}, None, {}, "{{n}}"),
    ],
)
def test_which_value_is_chosen(
    about: dict[str, Any], values: dict[str, Any], options: dict[str, Any], expected: str
) -> None:
    """Given, then `default`, then `defaultValue`, then missing if required; null is no default, an empty text is one."""
    assert rendered("{{n}}", values, var("n", **about), **options) == expected


@pytest.mark.parametrize("required", [True, 1, "false", "yes"])
def test_missing_variables_are_all_named(required: object) -> None:
    """`required` goes by truth; every missing name is in the error, in the order of declaration."""
    declared = [var("b", required=required), var("a", required=required), var("c")]

    with pytest.raises(VariableError) as caught:
        prompt("{{a}}", *declared).render({})

    assert caught.value.missing_variables == ["b", "a"]
    assert caught.value.status_code == 0
    assert isinstance(caught.value, XR2Error)


@pytest.mark.parametrize(
    ("value", "separator", "expected"),
    [
        (True, None, "true"), (False, None, "false"), (["apple", "banana"], None, '["apple", "banana"]'),
        (["é", {"a": None}], None, '["é", {"a": null}]'), (["a", True, None, {"b": 1}], ", ", "a, True, None, {'b': 1}"),
        (["a", "b"], "", "ab"), (None, None, "None"), (42, None, "42"), (1.0, None, "1.0"), (99.9, None, "99.9"),
        ({"a": 1}, None, "{'a': 1}"), ((1, 2), None, "(1, 2)"), (date(2026, 1, 2), None, "2026-01-02"), ("", None, ""),
    ],
)  # fmt: skip
def test_how_a_value_is_written(value: object, separator: str | None, expected: str) -> None:
    """Truth values in lower case, lists as JSON or joined, everything else as `str` has it."""
    assert rendered("{{n}}", {"n": value}, var("n"), array_separator=separator) == expected


def test_list_that_json_cannot_express() -> None:
    """A list without a separator is JSON, so what JSON can't express is a TypeError."""
    with pytest.raises(TypeError):
        rendered("{{n}}", {"n": [date(2026, 1, 2)]}, var("n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{n}} {n} {{{n}}} {{ n }} {{m}} {m}", "V V {V} {{ n }} {{m}} {m}"),
        ('{"model": "gpt-4"} a{color}', '{"model": "gpt-4"} a{color}'),
        ("{{n}}{{n}}", "VV"),
        ("{{n}", "{V"),
        ("{n}}", "V}"),
        ("", ""),
    ],
)
def test_placeholders(text: str, expected: str) -> None:
    """Double and single braces, no blanks inside, declared names only."""
    assert rendered(text, {"n": "V", "m": "not declared"}, var("n")) == expected


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("Hi {{name}} / {{secret}}", {"name": "{{secret}}", "secret": "S3CR3T"}, "Hi {{secret}} / S3CR3T"),
        ("Hi {{secret}} / {{name}}", {"secret": "S3CR3T", "name": "{{secret}}"}, "Hi S3CR3T / {{secret}}"),
        ("Q: {{q}}", {"q": "what is {{q}}?"}, "Q: what is {{q}}?"),
        ("a{color}", {"color": "{color}"}, "a{color}"),
    ],
)
def test_hazards(text: str, values: dict[str, str], expected: str) -> None:
    """A value is never looked at again, whatever it looks like and in whatever order the names are declared."""
    assert rendered(text, values, *(var(name) for name in values)) == expected


def test_three_texts_and_what_was_used() -> None:
    """All three texts are rendered; null stays null, empty stays empty; the raw values are told, left-out ones are not."""
    made = prompt("{{a}}", var("a", default=[1]), var("b"), var("c"), system_prompt="{{c}}{{b}}", assistant_prompt="")

    result = made.render({"c": True, "zzz": 1})

    assert result == RenderedPrompt(
        system_prompt="true{{b}}",
        user_prompt="[1]",
        assistant_prompt="",
        trace_id="t",
        variables_used={"a": [1], "c": True},
    )
    assert list(result.variables_used) == ["a", "c"]
    assert prompt(None, system_prompt=None).render().system_prompt is None


def test_of_two_declarations_the_later_counts() -> None:
    """Names are declared once; where they are not, the last declaration wins, and one without a name is passed over."""
    assert rendered("{{n}}", {}, var("n", default="first"), {"type": "string"}, var("n", default="last")) == "last"


def test_rendering_twice_parses_once() -> None:
    """A prompt is rendered many times with different options, and never remembers one."""
    made = prompt("{{n}}{{m}}", var("n", default="d"), var("m"))

    assert [made.render({"m": m}, use_defaults=use).user_prompt for m, use in (("1", True), ("2", False))] == [
        "d1",
        "{{n}}2",
    ]


def test_answer_with_odd_scalars_renders_all_the_same() -> None:
    """Nulls among the variables, a text that is a number, a date that is none: what passed as readable can be used."""
    made = PromptContentResponse.from_dict(
        {"slug": "s", "version_number": 1, "status": "s", "trace_id": "t", "user_prompt": 5, "variables": [None],
         "created_at": "soon", "updated_at": "12", "deployed_at": "2026-01-02 03:04:05 UTC"}
    )  # fmt: skip

    assert made.render().user_prompt == "5"
    assert [made.created_at, made.updated_at] == [None, None]
    assert made.deployed_at is not None
    assert made.deployed_at.year == 2026
    assert made["created_at"] == "soon"
    assert made.to_dict()["created_at"] == "soon"


@pytest.mark.parametrize("variables", [5, "text", {"name": "a"}])
def test_variables_that_are_no_list(variables: Any) -> None:
    """They can't be meant, and no placeholder goes to a model in silence."""
    odd = prompt("Hi {{a}}")
    odd.variables = variables

    with pytest.raises(VariableError, match="`variables` are no list, but"):
        odd.render({"a": 1})
