"""A version renders by Scope's rules (docs/wire/scope.md 4), in one pass, without the hazards of Scope's own client."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promptport.scope import MissingVariableError, PromptVersion, ValidationError

from ..prompt import reference

NOT_SAID: Any = object()


def version(content: Any, variables: Any = NOT_SAID, **fields: Any) -> PromptVersion:
    """A version as it would come from the wire. Without `variables`, the names in the text are declared."""
    if variables is NOT_SAID:
        variables = re.findall(r"\{\{(\w+)\}\}", json.dumps(content, ensure_ascii=False))
    found = PromptVersion.from_dict({"prompt_id": "p", "content": content, "variables": variables, **fields})
    assert isinstance(found, PromptVersion)
    return found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Hello, {{name}}!", "Hello, V!"), ("{{name}}{{name}}", "VV"), ("{{{name}}}", "{V}"), ("{{name}}}}", "V}}"),
        ("{{{{name}}", "{{V"), ("{{ name }} {{user-name}} {{a.b}} {{}} {name}", "{{ name }} {{user-name}} {{a.b}} {{}} {name}"),
        ("{{name\n}} {{na{{name}}me}}", "{{name\n}} {{naVme}}"), ("", ""), ("no placeholder", "no placeholder"),
        ('{"a": {"b": {{name}}}}', '{"a": {"b": V}}'), ("%s {0} $name \\1", "%s {0} $name \\1"),
    ],
)  # fmt: skip
def test_placeholders(content: str, expected: str) -> None:
    """Two braces and a word without blanks; everything else is text, and never reported."""
    assert version(content, ["name"]).render(name="V") == expected


def test_words_are_unicode() -> None:
    """Letters and digits of every script, and `_`."""
    assert (
        version("{{naïve_1}} {{名前}} {{_}} {{0}}").render_values({"naïve_1": 1, "名前": 2, "_": 3, "0": 4})
        == "1 2 3 4"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "None"), (True, "True"), (1, "1"), (1.0, "1.0"), ([1, "a"], "[1, 'a']"), ({"a": None}, "{'a': None}"),
        (date(2026, 1, 2), "2026-01-02"), ("", ""), ("<b>&\"'{{}}", "<b>&\"'{{}}"), (b"x", "b'x'"),
    ],
)  # fmt: skip
def test_how_a_value_is_written(value: object, written: str) -> None:
    """As `str` has it, whatever it is."""
    assert version("{{n}}|{{m}}").render(n=value, m="text") == f"{written}|text"


class Shout(str):
    """A text that is written in its own way."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.upper()


def test_texts_of_other_classes() -> None:
    """`str` is asked also of what derives from it."""
    assert version("{{n}}").render(n=Shout("hey")) == "HEY"


@pytest.mark.parametrize(
    ("content", "values", "expected"),
    [
        ("{{a}} {{b}}", {"a": "{{b}}", "b": "B"}, "{{b}} B"),
        ("{{a}} {{b}}", {"b": "{{a}}", "a": "A"}, "A {{a}}"),
        ("{{a}}", {"a": "see {{docs}}"}, "see {{docs}}"),
        ("{{q}}", {"q": "what is {{q}}?"}, "what is {{q}}?"),
        ("{{a}}{{b}}", {"a": "{{", "b": "a}}"}, "{{a}}"),
        ("{{self}} {{values}} {{variables}}", {"self": 1, "values": 2, "variables": 3}, "1 2 3"),
        ("{{a}}", {"a": "\\g<0> {0} %s"}, "\\g<0> {0} %s"),
    ],
)
def test_hazards(content: str, values: dict[str, Any], expected: str) -> None:
    """A value is never looked at again, whatever it looks like; every word is good as a name."""
    assert version(content).render(**values) == version(content).render_values(values) == expected


@pytest.mark.parametrize(
    ("declared", "values", "unknown"),
    [
        (["name"], {"nme": 1}, ["nme"]),
        (["name"], {"name": 1, "z": 1, "a": 1}, ["a", "z"]),
        ([], {"name": 1}, ["name"]),
        (["name"], {"z": 1}, ["z"]),
        (["other"], {"name": 1}, ["name"]),
    ],
)
def test_names_that_are_not_declared(declared: list[str], values: dict[str, Any], unknown: list[str]) -> None:
    """They are all told, sorted, with the closest that is declared; and before what is missing."""
    with pytest.raises(ValidationError) as caught:
        version("{{name}}", declared).render(**values)
    assert (caught.value.field, caught.value.value) == ("variables", unknown)
    for name in unknown:
        assert name in str(caught.value)
    assert ("did you mean name?" in str(caught.value)) is (unknown == ["nme"])


def test_declarations() -> None:
    """Absent or empty, no name is; null, every name is; declared and unused is fine, given or not."""
    with pytest.raises(ValidationError):
        PromptVersion.from_dict({"prompt_id": "p", "content": "{{a}}"}).render(a=1)
    assert version("{{a}}", None).render(a=1, b=2) == "1"
    assert version("{{a}}", ["a", "b"]).render(a=1) == version("{{a}}", ["a", "b"]).render(a=1, b=2) == "1"


@pytest.mark.parametrize(
    ("content", "declared", "values", "missing"),
    [
        ("{{b}} {{a}} {{b}} {{c}}", ["a", "b", "c"], {"c": 1}, ["b", "a"]),
        ("{{a}}", ["a"], {}, ["a"]),
        ("{{a}} {{b}}", ["a"], {"a": 1}, ["b"]),
        ("{{a}}", None, {}, ["a"]),
        ("{{a}}", ["a", "docs"], {"docs": "{{a}}"}, ["a"]),
    ],
)
def test_missing_values(content: str, declared: Any, values: dict[str, Any], missing: list[str]) -> None:
    """They are all named, in the order of the text; one that is not declared can't be given, and it says so."""
    with pytest.raises(MissingVariableError) as caught:
        version(content, declared).render(**values)
    assert (caught.value.missing_variables, caught.value.template) == (missing, content)
    assert ("does not declare b" in str(caught.value)) is (missing == ["b"])


@pytest.mark.parametrize("values", [None, "a", 3, [("a", 1)], {"a"}])
def test_values_that_are_no_mapping(values: Any) -> None:
    """An error of ours."""
    with pytest.raises(ValidationError, match="`variables`"):
        version("{{a}}").render_values(values)


def test_names_that_are_no_texts() -> None:
    """Told like others that are not declared; where every name passes, they have no place."""
    for key in (1, None, ("a",)):
        with pytest.raises(ValidationError, match=re.escape(str(key))):
            version("{{a}}").render_values({"a": 1, key: 2})  # type: ignore[dict-item] # which is what is proven
        assert version("{{a}}", None).render_values({"a": 1, key: 2}) == "1"  # type: ignore[dict-item] # likewise


MESSAGES = [
    {"role": "system", "content": "You know {{name}}."},
    {
        "role": "user",
        "content": [{"type": "text", "text": "Ä {{q}}"}, {"type": "image", "url": "{{name}}"}],
        "id": "{{q}}",
    },
    {"role": "assistant", "content": None, "tool_calls": [{"function": {"arguments": '{"a": "{{name}}"}'}}]},
    None,
]


def test_chat_as_messages() -> None:
    """Messages come out as JSON, their texts filled in and all else as it was, however hostile a value is to JSON."""
    chat = version(MESSAGES, ["name", "q"], prompt_type="chat")
    text = chat.render(name='A"\\\n{{q}}', q="warum?")

    assert chat.type == "chat"
    assert "Ä" in text
    expected = json.loads(json.dumps(MESSAGES))
    expected[0]["content"] = 'You know A"\\\n{{q}}.'
    expected[1]["content"][0]["text"] = "Ä warum?"
    assert json.loads(text) == expected
    assert chat.content == MESSAGES
    with pytest.raises(MissingVariableError) as caught:
        chat.render()
    assert caught.value.missing_variables == ["name", "q"]
    assert json.loads(caught.value.template or "") == MESSAGES


def test_chat_as_text() -> None:
    """Content that is one text is one, whatever its type says."""
    assert version('[{"content": "{{a}}"}]', prompt_type="chat").render(a="x") == '[{"content": "x"}]'


@pytest.mark.parametrize(("content", "text"), [(5, "5"), (0, "0"), (None, ""), ([], "[]"), ("", "")])
def test_content_of_other_kinds(content: Any, text: str) -> None:
    """What passes as readable can be rendered."""
    assert version(content, []).render() == text


def test_declared_names_of_other_kinds() -> None:
    """Numbers and nulls among the declared names are taken as texts, and never a crash."""
    odd = version("{{5}} {{a}}", [None, 5, "a"])
    assert odd.render_values({"5": "five", "a": "A"}) == "five A"
    with pytest.raises(ValidationError, match="zzz"):
        odd.render(zzz=1)


def test_rendering_again_starts_afresh() -> None:
    """A version is parsed once and remembers no value; what it hands out can't change how it renders."""
    made = version("{{a}}")
    assert [made.render(a=each) for each in "xy"] == ["x", "y"]
    made.variables.append("b")  # type: ignore[union-attr] # a list, here
    with pytest.raises(ValidationError):
        made.render(a=1, b=2)


NAMES = ["a", "b", "ab", "name", "é", "0", "_", "self", "A1"]
PIECES = [*NAMES, "{", "}", "{{", "}}", "{{ a }}", "{{a-b}}", "{{}}", "{{{a}}}", "\\1", "%s", "\n", " "]
PIECES += [f"{{{{{name}}}}}" for name in NAMES]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=10).map("".join)


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.data())
def test_one_pass_equals_the_reference(content: str, data: st.DataObject) -> None:
    """For any template and any values, what comes out is what the reference says; a name without a value is told."""
    made = version(content, None)
    names = list(dict.fromkeys(re.findall(r"\{\{(\w+)\}\}", content)))
    values = data.draw(st.fixed_dictionaries(dict.fromkeys(names, TEXTS)))

    assert made.render_values(values) == reference.render_words(content, values)
    for name in names[:1]:
        with pytest.raises(MissingVariableError) as caught:
            made.render_values({key: value for key, value in values.items() if key != name})
        assert caught.value.missing_variables == [name]
