"""Proves the format of prompt files: what each part means, that any text comes back byte for byte, and where errors lie."""

from __future__ import annotations

import pickle
import re
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from promptport import CallError, Variable
from promptport.files import Problem, PromptFile, PromptFileError
from promptport.files.reading import read
from promptport.prompt.template import Template

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
        read(dedent(text).encode(), file)
    assert [each.file for each in caught.value.problems] == [file] * len(caught.value.problems)
    return [str(each).removeprefix(f"{file}:") for each in caught.value.problems]


def texts(text: str | bytes) -> list[Any]:
    """The roles and texts of a file."""
    data = dedent(text).encode() if isinstance(text, str) else text
    return [(each.get("role", "slot"), each.get("content", each.get("slot"))) for each in read(data, "p.md").messages]


def test_everything_that_a_file_can_say() -> None:
    file = read(dedent(WELCOME).encode(), "welcome.md")

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
    file = read(b"Hi {{name}}, {{ name }} {{other}}.", "p.md")

    assert file == PromptFile(({"role": "user", "content": "Hi {{name}}, {{ name }} {{other}}."},), ("name", "other"))
    assert file.needed == (Variable("name"), Variable("other"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n--- assistant\nb\n--- user\nc\n", [("user", "a"), ("assistant", "b"), ("user", "c")]),
        ("\n \n--- developer\n\n\n a\n\n b \n\n \n", [("developer", " a\n\n b ")]),
        ("---   user \t\na", [("user", "a")]),
        ("--- user\n--- user\n\n", [("user", ""), ("user", "")]),
        ("--- {{history}}\n\n--- user\na", [("slot", "history"), ("user", "a")]),
        ("+++\n+++\na", [("user", "a")]),
        ("+++ \nlabel = 'x'\n+++\t\n+++\na\n---\nb", [("user", "+++\na\n---\nb")]),
        ("\\\na\n\\\n\\ \n", [("user", "\na\n\n ")]),
        ("\\a\\\n\\a\\--- user", [("user", "\\a\\\n\\a\\--- user")]),
        ("\\--- user\n\\\\--- user\n\\---\n\\+++\n\\\\\n\\a", [("user", "--- user\n\\--- user\n---\n+++\n\\\n\\a")]),
    ],
)  # fmt: skip
def test_messages(text: str, expected: list[Any]) -> None:
    """A role begins a message, empty lines around it are dropped, and backslashes keep text what it is."""
    assert texts(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "a ---",
        " --- user",
        "----",
        "--- | ---",
        "---|:--",
        "--- Example 1 ---",
        "--- a/file.py",
        "--- {{title}} ---",
        "--- 2",
        "{{}} {{ }} {{{a}}} {{1, 2}, {3}} {{\"a\": 1}} {a} }} {% if %} {{\\bf x}}",
    ],
)  # fmt: skip
def test_what_is_text(line: str) -> None:
    """Dashes and braces that are nobody's mark stay what they are."""
    assert texts(f"x\n{line}\ny") == [("user", f"x\n{line}\ny")]


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
            mark = re.match(r"\\*(---|\+\+\+)|\\+[ \t]*$", line)
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
    lambda text: not re.search(r"\r(\n|\Z)|\{\{[ \t]*([^\W\d]|[#/^>&!])", re.sub(r"\{\{ *\w[\w.\-]* *\}\}", "", text))
)
MESSAGES = st.lists(st.tuples(st.sampled_from(["system", "user", "assistant", "developer"]), TEXTS), min_size=1)


@given(MESSAGES, st.integers(0, 3))
@example([("user", "\\a\\\n\\a---\n\\")], 0)
@settings(max_examples=500)
def test_any_text_round_trips(messages: list[tuple[str, str]], at: int) -> None:
    """Messages that are written in the format are read back byte for byte, with a history among them."""
    messages.insert(at, ("history", "history"))

    assert texts(written(messages)) == [("slot" if role == "history" else role, text) for role, text in messages]


@given(
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.lists(st.sampled_from([*PIECES, "{{", "}}", "#"])).map("".join)
)
def test_placeholders_are_the_renderers(text: str) -> None:
    """A file that is read has the placeholders that rendering finds; else its errors lie within the text."""
    try:
        file = read(text.encode(), "p.md")
    except PromptFileError as error:
        lines = text.replace("\r\n", "\n").split("\n")
        for each in error.problems:
            assert 1 <= each.line <= len(lines)
            assert 1 <= each.column <= len(lines[each.line - 1]) + 1
    else:
        rendered = Template([each["content"] for each in file.messages if "content" in each])
        assert file.placeholders == rendered.names


FRONT = [
    "+++\n", "\n", "[variables]\n", "[variables.a]\n", "a", "b.c", "'a.b'", " = ", "'string'", "type", "default", "required",
    "true", "1", "1.5", "nan", "[", "]", "{", "}", ",", "labels", "label", "[config]\n", "x", "{{a}}", "'''", "2026-01-01",
    "'latest'", "[[variables]]\n", "variables", "\r\n", "\t", "#c\n", "description",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRONT), max_size=14).map("".join), st.binary(max_size=3))
@settings(max_examples=500)
def test_whatever_stands_there_is_read_or_told(head: str, tail: bytes) -> None:
    """There is no other failure than an error with places that the file has."""
    data = f"+++\n{head}\n+++\n{{{{a}}}}".encode() + tail
    problems: tuple[Problem, ...] = ()
    try:
        assert read(data, "p.md").placeholders
    except PromptFileError as error:
        problems = error.problems
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    assert all(1 <= each.line <= len(lines) for each in problems)
    assert all(1 <= each.column <= len(lines[each.line - 1]) + 1 for each in problems)


NO_MESSAGE = "begins no message"
NO_PLACEHOLDER = "is no placeholder: a placeholder is `{{name}}`"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["1:1: There is no text"]),
        (" \n\n", ["2:1: There is no text"]),
        ("--- {{history}}", ["1:1: There is no text"]),
        ("+++\nlabel = 'a'\n", ["1:1: The front matter that begins here has no end"]),
        ("---\nlabel: a\n---\nHi", ["1:1: Front matter is TOML between two lines `+++`"]),
        ("--- sytem\na", [f"1:1: `--- sytem` {NO_MESSAGE} (did you mean `--- system`?)"]),
        ("---user\na", [f"1:1: `---user` {NO_MESSAGE} (did you mean `--- user`?)"]),
        ("a\n--- System prompt\nb", [f"2:1: `--- System prompt` {NO_MESSAGE} (did you mean `--- system`?)"]),
        ("a\n--- tool", [f"2:1: `--- tool` {NO_MESSAGE}: `--- system`, `--- user`, `--- assistant`, `--- developer` and `---"]),
        ("a\n--- {{histroy}}\n", [f"2:1: `--- {{{{histroy}}}}` {NO_MESSAGE} (did you mean `--- {{{{history}}}}`?)"]),
        ("--- {{history}}\n\n x\n--- user\na", ["3:1: Text can't follow the place of a history"]),
        ("--- {{history}}\n--- user\na\n--- {{history}}", ["4:1: A prompt has one place for a history"]),
        ("a {{na me}}", [f"1:3: `{{{{na me}}}}` {NO_PLACEHOLDER}"]),
        ("a\n b{{name", ["2:3: `{{name` has no end in its line"]),
        ("{{a{{b}} {{\tc}}", ["1:1: `{{a", "1:10: `{{\tc}}` is no placeholder"]),
        ("{{#if a}}{{a}}{{/if}}", ["1:1: `{{#if a}}`", "1:15: `{{/if}}`"]),
        ("{{name|upper}} {{a b}} ", ["1:1: `{{name|upper}}`", "1:16: `{{a b}}`"]),
    ],
)  # fmt: skip
def test_errors_in_messages(text: str, problems: list[str]) -> None:
    """What was meant to be more than text is told with its place and a guess."""
    found = told(text)

    assert [each[: len(problem)] for each, problem in zip(found, problems, strict=True)] == problems


@pytest.mark.parametrize(
    ("head", "problems"),
    [
        ("label = ", ["2:9: The front matter is no TOML: Invalid value."]),
        ("a = 1\n[config\n", ["3:8: The front matter is no TOML"]),
        ("a = '''x\ny", ["3:2: The front matter is no TOML: Expected \"'''\"."]),
        ("a = " + "[" * 5000, ["2:5005: The front matter is no TOML: it is nested too deeply"]),
        ("a = " + "1" * 5000, ["2:5005: The front matter is no TOML"]),
        ("labl = 'a'", ["2:1: `labl` is no key of a prompt (did you mean label?): there are description,"]),
        ("  'labl' = 'a'", ["2:3: `labl` is no key"]),
        ("label = 'a'\n\n[varables]\na = 'string'", ["4:2: `varables` is no key of a prompt (did you mean variables?)"]),
        ("label = 1", ["2:1: `label` must be a text"]),
        ("label = ''", ["2:1: A label is a text that is not empty"]),
        ("label = 'latest'", ["2:1: `latest` is no label to give"]),
        ("labels = [\n  'a',\n  2\n]", ["2:1: A label is a text"]),
        ("labels = 'a'", ["2:1: `labels` must be a list of texts"]),
        ("label = 'a'\nlabels = ['b']", ["2:1: `label` is short for `labels`"]),
        ("description = ['a']", ["2:1: `description` must be a text"]),
        ("config = 'a'", ["2:1: `config` must be a table"]),
        ("[config]\na = 1\nb = {c = inf}", ["4:1: inf is a number that JSON"]),
        ("variables = ['a']", ["2:1: `variables` must be a table"]),
        ("[variables]\na = 1", ["3:1: A variable is a type"]),
        ("[variables]\na = 'strng'", ["3:1: 'strng' is no type (did you mean string?): there are string, number,"]),
        ("[variables]\n'a b' = 'string'", ["3:1: No placeholder can name 'a b'"]),
        ("[variables.a]\ntype = 'list'", ["3:1: 'list' is no type"]),
        ("[variables.a]\ntype = 1", ["3:1: `type` must be a text"]),
        ("[variables]\nb = 'string'\na = { tpye = 'string' }", ["4:7: `tpye` is no key of a variable (did you mean type?)"]),
        ("[variables.a.b]\ntype = 'string'",
            ["2:14: `b` is no key of a variable: a name with a dot is quoted, as in [variables.\"a.b\"]."]),
        ("[variables.a]\ntype = 'integer'\ndefault = 'x'", ["4:1: The default is of a wrong type: str, not integer"]),
        ("[variables.a]\ntype = 'integer'\ndefault = true", ["4:1: The default is of a wrong type: bool, not integer"]),
        ("[variables.a]\ndefault = []", ["3:1: The default is of a wrong type: list, not a text, number"]),
        ("[variables.a]\nrequired = false", ["3:1: The variable a is not required and has no default: give it one"]),
        ("[variables.a]\nrequired = true\ndefault = 1", ["3:1: The variable a is required and has a default"]),
        ("[variables.a]\nrequired = 'yes'", ["3:1: `required` must be true or false"]),
        ("[variables.a]\ndescription = 1", ["3:1: `description` must be a text"]),
        ("x = 1\n[variables]\na = 'x'\n[config]\ny = nan", ["2:1: `x`", "4:1: 'x' is no type", "6:1: nan is a number"]),
    ],
)  # fmt: skip
def test_errors_in_front_matter(head: str, problems: list[str]) -> None:
    """Each names the key's own place; the text below is looked at all the same."""
    found = told(f"+++\n{head}\n+++\nHi.")

    assert [each[: len(problem)] for each, problem in zip(found, problems, strict=True)] == problems


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
        read(b"+++\nlabl = 1\n+++\n--- sytem\n{{a b}}", "dir/p.md")

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
        read(data, "p.md")
    assert caught.value.problems == (("p.md", line, column, "The text is not UTF-8."),)
