"""Proves that what a prompt says comes back from its file, whatever it is, and that there is one way to write it."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from promptport.files import PromptFile, PromptFileError
from promptport.files.prompt_file import placeholders_of, read_prompt_file
from promptport.files.writing import write_prompt_file
from promptport.platform import Variable
from promptport.prompt.rewriting import Unsayable

MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])

EVERYTHING = '''\
+++
description = "Welcomes a customer."
note = """
Softer,
as Ann asked: "be kind"."""
labels = ["production", "stable"]
tags = ["mail", "first contact"]
weight = 0.25

[variables]
customer_name = "string"
language = { type = "string", enum = ["en", "de"], default = "en", description = "What to answer in." }
"user.plan" = {}

[config]
model = "gpt-4o"
stop = ["a", "b"]

[config.response_format]
type = "json_schema"

[config.response_format.schema]
required = ["a"]
+++
--- system
You answer in {{language}}.
\\--- user

--- {{history}}

--- user {"name": "ann"}
What is in this picture, {{ customer_name }} of {{user.plan}}?

--- image https://example.org/{{customer_name}}.png
And in this one?

--- part {"type": "image_url", "image_url": {"url": "https://example.org/b.png", "detail": "low"}}

--- part {"type": "text", "cache_control": {"type": "ephemeral"}}
Long ago,
far away.

--- assistant {"tool_calls": [{"id": "1", "type": "function", "function": {"name": "look", "arguments": "{}"}}]}

--- tool {"tool_call_id": "1"}
A cat.
'''


def read(text: str) -> PromptFile:
    """What a text says."""
    return read_prompt_file(text.encode(), "p.md")


def test_everything_that_a_file_says() -> None:
    """What is written is what a person would write: it is the same text."""
    file = read(EVERYTHING)

    assert write_prompt_file(file).decode() == EVERYTHING
    assert file.messages[2:] == (
        {
            "role": "user",
            "name": "ann",
            "content": [
                {"type": "text", "text": "What is in this picture, {{ customer_name }} of {{user.plan}}?"},
                {"type": "image_url", "image_url": {"url": "https://example.org/{{customer_name}}.png"}},
                {"type": "text", "text": "And in this one?"},
                {"type": "image_url", "image_url": {"url": "https://example.org/b.png", "detail": "low"}},
                {"type": "text", "cache_control": {"type": "ephemeral"}, "text": "Long ago,\nfar away."},
            ],
        },
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": "1", "type": "function", "function": {"name": "look", "arguments": "{}"}}],
        },
        {"role": "tool", "content": "A cat.", "tool_call_id": "1"},
    )
    assert (file.tags, file.note, file.weight) == (("mail", "first contact"), 'Softer,\nas Ann asked: "be kind".', 0.25)
    assert file.variables is not None
    assert file.variables[1].enum == ("en", "de")
    assert file.kind == "chat"


PIECES = [
    "{{name}}", "{{ a.b-c }}", "\\{{name}}", "{", "}", "{{", "}}", "--- user", "---", "+++", "--- x", "\\", "\n", " ", "\t",
    "--- {{history}}", "é", "\r", "\ufeff", "```\n", "system: a", "{% if a %}", "{{> a/b}}", "{{#a", "<|im_start|>", "$",
    "https://a/", "--- image ", "--- part {}", "'''", '"""', "a: b\n", "\ud800", "\x7f", "1", "name",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(max_size=6)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
KEYS = st.sampled_from(
    ["type", "text", "name", "tool_calls", "image_url", "url", "cache_control", "x y", "é.{{a}}", "source"]
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
PARTS = st.one_of(
    TEXTS.map(lambda text: {"type": "text", "text": text}),
    TEXTS.map(lambda url: {"type": "image_url", "image_url": {"url": url}}),
    st.builds(
        lambda text, more: {"type": "text", "text": text, **more}, TEXTS, st.dictionaries(KEYS, SCALARS, max_size=2)
    ),
    JSON,
)
ROLES = st.sampled_from(["system", "user", "assistant", "developer", "tool", "critic", "message", "part", "{"]) | TEXTS
MESSAGES = st.one_of(
    st.builds(lambda role, content: {"role": role, "content": content}, ROLES, TEXTS),
    st.builds(
        lambda role, content, more: {"role": role, "content": content, **more},
        ROLES,
        st.lists(PARTS, max_size=4) | JSON,
        st.dictionaries(KEYS, JSON, max_size=2),
    ),
    TEXTS.map(lambda name: {"slot": name}),
    st.sampled_from([{"slot": "history"}, {"slot": "histroy"}, {"role": "user"}, {}, {"content": "a", "slot": "x"}]),
    st.dictionaries(st.sampled_from(["role", "content", "slot", "text", "name"]), JSON, max_size=3),
)  # fmt: skip


def settled(messages: list[dict[str, Any]], kind: str = "chat", config: Any = None) -> PromptFile:
    """A file that says such messages, and all that they need."""
    found = placeholders_of(messages)
    return PromptFile(
        tuple(messages), found, tuple(map(Variable, found)) or None, {} if config is None else config, kind=kind
    )


@pytest.mark.one_python("what is written is so on all")
@given(st.lists(MESSAGES, max_size=4), st.sampled_from(["text", "chat"]))
@example([{"role": "user", "content": "{{{name}}}"}], "chat")
@example([{"role": "user", "content": "a\r\nb"}], "text")
@example([{"role": "user", "content": "\ufeffa"}], "text")
@example([{"role": "user", "content": "---\na: b\n---"}], "text")
@example([{"role": "user", "content": ""}], "text")
@example([], "chat")
@MANY
def test_whatever_messages_hold_comes_back(messages: list[dict[str, Any]], kind: str) -> None:
    """Contents that are none, parts, fields that nobody knows: the same messages, and so the same placeholders."""
    single = len(messages) == 1 and isinstance(messages[0].get("content"), str)
    file = settled(messages, kind if single else "chat")

    data = write_prompt_file(file)
    found = read_prompt_file(data, "p.md")
    assert (list(found.messages), found.kind) == (messages, file.kind)
    assert sorted(found.placeholders) == sorted(file.placeholders)
    assert write_prompt_file(found) == data
    assert read_prompt_file(data, "p.md") == found


@pytest.mark.one_python("what is written is so on all")
@given(JSON | st.dictionaries(TEXTS, JSON, max_size=4))
@MANY
def test_any_settings_come_back(config: Any) -> None:
    """Whatever JSON says: in a table, its keys in their order, or in JSON."""
    found = read_prompt_file(
        write_prompt_file(settled([{"role": "user", "content": "a"}], config=config or {})), "p.md"
    )
    assert repr(found.config) == repr(config or {})


@pytest.mark.one_python("what is written is so on all")
@given(
    TEXTS,
    TEXTS,
    st.lists(TEXTS.filter(bool), max_size=3, unique=True),
    st.none() | st.floats(0, 1e9) | st.integers(0, 9),
)
@MANY
def test_what_is_said_of_a_version_comes_back(note: str, about: str, tags: list[str], weight: float | None) -> None:
    """Any texts, or it is told what a file can't say."""
    file = PromptFile(
        ({"role": "user", "content": "a"},), labels=tuple(tags), description=about, tags=tuple(tags), note=note, kind="text",
        weight=weight,
    )  # fmt: skip
    try:
        data = write_prompt_file(file)
    except Unsayable:
        assert "\ud800" in note + about + "".join(tags)
        return
    assert read_prompt_file(data, "p.md") == file


FRONT = [
    "label = 'a'\n", "labels = ['a', 'b']\n", "tags = ['x']\n", "kind = 'text'\n", "kind = 'chat'\n", "weight = 1\n",
    "note = 'n'\n", "placeholders = false\n", "placeholders = 'only'\n", "config = '[1, null]'\n", "[variables]\nname = {}\n",
    "[variables]\nname = { enum = ['a', 1], default = 1 }\nx = 'array'\n", "[config]\na.b = 1\nc = [{}]\n",
    "[config]\nd.e.f = 1\ng = 2026-01-01\n",
]  # fmt: skip
LINES = [
    "--- user", "--- user {\"name\": \"{{a}}\"}", "--- tool {\"tool_call_id\": \"\"}", "--- assistant {\"tool_calls\": []}",
    "--- image https://a/{{ name }}", "--- part {\"type\": \"text\"}", "--- part {\"text\": \"{{name}}\", \"a\": null}", "",
    "--- message {\"role\": \"x\"}", "--- message {\"slot\": \"a b\"}", "--- {{history}}", "{{name}}", "\\{{name}}", "\\", " ",
    "\\--- user", "{{ name }}", "${{name}}", "{{{name}}}", "\\{% if %}", "```", "user:", "\\\\{{name}}", "a\r", "---",
    "--- user {\"content\": null}", "--- part \"a\"", "--- user {", "--- part [1]", "{{> a/b}}", "\\{{> a}}",
]  # fmt: skip


@pytest.mark.one_python("what is written is so on all")
@given(
    st.lists(st.sampled_from(FRONT), max_size=3, unique=True).map("".join), st.lists(st.sampled_from(LINES), max_size=8)
)
@settings(MANY, max_examples=120)
def test_whatever_is_read_is_written_as_the_same(head: str, lines: list[str]) -> None:
    """What stands in any file that can be read; and what is written once is written so again."""
    try:
        file = read_prompt_file(f"+++\n{head}+++\n".encode() + "\n".join(lines).encode(), "p.md", parts=True)
    except PromptFileError:
        return
    data = write_prompt_file(file)
    assert read_prompt_file(data, "p.md", parts=True) == file
    assert write_prompt_file(read_prompt_file(data, "p.md", parts=True)) == data


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("+++\nplaceholders = false\n+++\n{% if a %}{{b}}", "+++\nplaceholders = false\n+++\n{% if a %}{{b}}\n"),
        ("+++\nlabels = []\n+++\n--- user\nHi", "--- user\nHi\n"),
        ("+++\nlabels = ['a']\n+++\n\n\nHi {{ a }} \\{{#b}}\n\n", "+++\nlabel = \"a\"\n+++\nHi {{ a }} \\{{#b}}\n"),
        ("+++\nplaceholders = 'only'\n+++\nHi {{{a}}}", "+++\nplaceholders = \"only\"\n+++\nHi {{{a}}}\n"),
        ("+++\nplaceholders = 'only'\n+++\nHi {{a}}", "Hi {{a}}\n"),
        ("+++\nconfig = '{\"a\": 1}'\n+++\nHi", "+++\n[config]\na = 1\n+++\nHi\n"),
        ("+++\n[config]\na = 1\n[config.b]\nc = 1\n+++\nHi", "+++\n[config]\na = 1\n\n[config.b]\nc = 1\n+++\nHi\n"),
        ("+++\nkind = 'text'\n+++\n--- system\nHi", "+++\nkind = \"text\"\n+++\n--- system\nHi\n"),
    ],
)  # fmt: skip
def test_one_way_to_write(text: str, written: str) -> None:
    assert write_prompt_file(read(dedent(text))).decode() == written


def test_what_no_file_can_say() -> None:
    """It is told where that stands."""
    text = ({"role": "user", "content": "{{a}}"},)
    with pytest.raises(Unsayable, match=r"can't say null, which stands in the variable 'a'"):
        write_prompt_file(PromptFile(text, variables=(Variable("a", "array", False, [None]),)))
    with pytest.raises(Unsayable, match="`config` are no JSON"):
        write_prompt_file(PromptFile(text, config={"a": float("nan")}))
    with pytest.raises(Unsayable, match="half of a character"):
        write_prompt_file(PromptFile(text, note="\ud800"))
