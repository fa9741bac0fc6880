"""Proves the format of prompt files: what each part means, that any text comes back byte for byte, and where errors lie."""

from __future__ import annotations

import pickle
import re
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from promptport import CallError, Variable
from promptport.files import Problem, PromptFile, PromptFileError
from promptport.files.prompt_file import read_prompt_file

WELCOME = """\
    +++
    description = "Welcomes a customer."
    labels = ["production", "stable"]

    [variables]
    customer_name = "string"
    language = { type = "string", default = "en", description = "What to answer in." }
    "user.plan" = {}

    [config]
    model = "gpt-4o"
    since = 2026-01-15T09:30:00Z
    stop = [{ at = 2026-01-15 }]
    +++
    --- system
    You are a friendly assistant.

    Answer in {{language}}.

    --- {{ history }}

    --- user
    Welcome {{ customer_name }} of {{user.plan}}, {{ language}}.
    """


def told(text: str, file: str = "p.md") -> list[str]:
    """What is wrong with a file, as `LINE:COLUMN: TEXT`."""
    with pytest.raises(PromptFileError) as caught:
        read_prompt_file(dedent(text).encode(), file)
    assert [each.file for each in caught.value.problems] == [file] * len(caught.value.problems)
    return [str(each).removeprefix(f"{file}:") for each in caught.value.problems]


def texts(text: str | bytes) -> list[Any]:
    """The roles and texts of a file."""
    data = dedent(text).encode() if isinstance(text, str) else text
    return [
        (each.get("role", "slot"), each.get("content", each.get("slot")))
        for each in read_prompt_file(data, "p.md").messages
    ]


def test_everything_that_a_file_can_say() -> None:
    file = read_prompt_file(dedent(WELCOME).encode(), "welcome.md")

    assert file == PromptFile(
        (
            {"role": "system", "content": "You are a friendly assistant.\n\nAnswer in {{language}}."},
            {"slot": "history"},
            {"role": "user", "content": "Welcome {{ customer_name }} of {{user.plan}}, {{ language}}."},
        ),
        ("language", "customer_name", "user.plan"),
        (
            Variable("customer_name", "string"),
            Variable("language", "string", False, "en", "What to answer in."),
            Variable("user.plan"),
        ),
        {"model": "gpt-4o", "since": "2026-01-15T09:30:00+00:00", "stop": [{"at": "2026-01-15"}]},
        ("production", "stable"),
        "Welcomes a customer.",
    )
    assert file.needed == file.variables
    assert not file.draft


def test_all_of_it_can_be_left_out() -> None:
    file = read_prompt_file(b"Hi {{name}}, {{ name }} {{other}}.", "p.md")

    assert file == PromptFile(
        ({"role": "user", "content": "Hi {{name}}, {{ name }} {{other}}."},), ("name", "other"), kind="text"
    )
    assert file.needed == (Variable("name"), Variable("other"))


def test_bytes() -> None:
    """A byte order mark and CRLF are tolerated; nothing else is changed, whatever else ends lines elsewhere."""
    assert texts(b"\xef\xbb\xbf+++\r\nlabel = 'x'\r\n+++\r\n--- user\r\na\r\n\r\nb\r\n") == [("user", "a\n\nb")]
    odd = "a\rb\x0bc\x0cd\x1ce\x85f\u2028g\x00h\ufeff"
    assert texts(odd.encode()) == [("user", odd)]


def written(messages: list[tuple[str, str]]) -> bytes:
    """Messages in the format, by its description alone."""
    lines = []
    for role, text in messages:
        block = text.split("\n")
        full = [at for at, line in enumerate(block) if line.strip(" \t")] or [len(block)]
        lines.append(f"--- {role}" if role != "history" else "--- {{history}}")
        for at, line in enumerate(block if role != "history" else ()):
            edge = not full[0] <= at <= full[-1]
            mark = re.match(r"\\*\s*(---|\+\+\+)|\\+[ \t]*$", line)
            lines.append("\\" + line if edge or mark else line)
    return "\n".join([*lines, ""]).encode()


PIECES = [
    "{{name}}",
    "{{ a.b-c }}",
    "{",
    "}",
    "--- user",
    "---",
    "+++",
    "--- x",
    "\\",
    "\n",
    " ",
    "\t",
    "--- {{history}}",
    "é",
    "\r",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES)).map("".join), st.text(st.characters(exclude_categories=["Cs"]))
).filter(
    lambda text: (
        not re.search(
            r"\r(\n|\Z)|\{\{\s*([-+~*@?$]?\s*[^\W\d]|[#/^>&!.])",
            re.sub(r"(?<!\{)\{\{ *[^\W\d][\w.\-]* *\}\}", "", text),
        )
    )
)
# On a busy machine one example may take long; that is no sign of a bad test.
MANY = settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MESSAGES = st.lists(st.tuples(st.sampled_from(["system", "user", "assistant", "developer"]), TEXTS), min_size=1)


@given(MESSAGES, st.integers(0, 3))
@example([("user", "\\a\\\n\\a---\n\\")], 0)
@MANY
def test_any_text_round_trips(messages: list[tuple[str, str]], at: int) -> None:
    """Messages that are written in the format are read back byte for byte, with a history among them."""
    messages.insert(at, ("history", "history"))

    assert texts(written(messages)) == [("slot" if role == "history" else role, text) for role, text in messages]


FRONT = [
    "+++\n", "\n", "[variables]\n", "[variables.a]\n", "a", "b.c", "'a.b'", " = ", "'string'", "type", "default", "required",
    "true", "1", "1.5", "nan", "[", "]", "{", "}", ",", "labels", "label", "[config]\n", "x", "{{a}}", "'''", "2026-01-01",
    "'latest'", "[[variables]]\n", "variables", "\r\n", "\t", "#c\n", "description",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRONT), max_size=14).map("".join), st.binary(max_size=3))
@MANY
def test_whatever_stands_there_is_read_or_told(head: str, tail: bytes) -> None:
    """There is no other failure than an error with places that the file has."""
    data = f"+++\n{head}\n+++\n{{{{a}}}}".encode() + tail
    problems: tuple[Problem, ...] = ()
    try:
        assert read_prompt_file(data, "p.md").placeholders
    except PromptFileError as error:
        problems = error.problems
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    assert all(1 <= each.line <= len(lines) for each in problems)
    assert all(1 <= each.column <= len(lines[each.line - 1]) + 1 for each in problems)


def test_undeclared_placeholders() -> None:
    """Where a file declares variables, it declares all of them; one that is declared and not used is no error."""
    head = "+++\n[variables]\nlanguage = 'string'\nother = 'string'\n+++\n"

    assert told(head + "a\n--- user\n{{ langauge }} and {{x}}") == [
        "8:1: langauge is not declared in [variables] (did you mean language?).",
        "8:20: x is not declared in [variables].",
    ]
    assert texts(head + "{{language}}") == [("user", "{{language}}")]
    assert told("+++\nvariables = {}\n+++\n{{x}}") == ["4:1: x is not declared in [variables]."]


def test_everything_at_once_and_in_order() -> None:
    """All that is wrong is told in one error, which crosses processes."""
    with pytest.raises(PromptFileError) as caught:
        read_prompt_file(b"+++\nlabl = 1\n+++\n--- sytem\n{{a b}}", "dir/p.md")

    error = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(caught.value, CallError)
    assert (error.kind, str(error), error.problems) == ("unreadable", str(caught.value), caught.value.problems)
    assert [line.partition(" ")[0] for line in str(error).split("\n")] == [
        "dir/p.md:2:1:", "dir/p.md:4:1:", "dir/p.md:5:1:"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"\xff", 1, 1), ("é\nxé".encode() + b"\xe9", 2, 3), (b"\xef\xbb\xbfa\xff", 1, 2), (b"a\r\nb\n\xc3", 3, 1)],
)
def test_text_that_is_not_utf_8(data: bytes, line: int, column: int) -> None:
    with pytest.raises(PromptFileError) as caught:
        read_prompt_file(data, "p.md")
    assert caught.value.problems == (("p.md", line, column, "The text is not UTF-8."),)


def test_parts_of_a_declared_object_need_no_declaration() -> None:
    """A misspelt one of an object is told when values are put in; of a text there are no parts."""
    head = b"+++\n[variables]\nuser = { type = 'object' }\nname = 'string'\n+++\n"
    assert read_prompt_file(head + b"{{user.name}}", "p.md").placeholders == ("user.name",)
    for wrong in (b"{{name.first}}", b"{{usr.name}}"):
        with pytest.raises(PromptFileError, match="is not declared"):
            read_prompt_file(head + wrong, "p.md")
