"""Proves what is a message, a placeholder or text, and where each error is told."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.files import PromptFileError
from promptport.files.prompt_file import read_prompt_file
from promptport.prompt.template import Template

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n--- assistant\nb\n--- user\nc\n", [("user", "a"), ("assistant", "b"), ("user", "c")]),
        ("\n \n--- developer\n\n\n a\n\n b \n\n \n", [("developer", " a\n\n b ")]),
        ("---   user \t\na", [("user", "a")]),
        ("--- user\n--- user\n\n", [("user", ""), ("user", "")]),
        ("--- {{history}}\n\n--- user\na", [("slot", "history"), ("user", "a")]),
        ("+++\n+++\na", [("user", "a")]),
        ("+++ \nlabel = 'x'\n+++\t\n\\+++\na\n---\nb", [("user", "+++\na\n---\nb")]),
        ("--- {{examples}}\n--- user\na\n--- {{ history }}", [("slot", "examples"), ("user", "a"), ("slot", "history")]),
        ("\\system: a\n\\\\system: b\n\\  --- user", [("user", "system: a\n\\system: b\n  --- user")]),
        ("a\n  \\--- user", [("user", "a\n  \\--- user")]),
        ("\\{{a}} \\\\{{a}} \\\\\\{{ a }} \\{", [("user", "\\{{a}} \\\\{{a}} \\\\\\{{ a }} \\{")]),
        ("\\{{#if a}} \\{% a %} \\\\\\<% a %>", [("user", "{{#if a}} {% a %} \\<% a %>")]),
        ("\\{{{a}}} {\\{{a}}}", [("user", "{\\{{a}}} {\\{{a}}}")]),
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
        " ---",
        "- user",
        "-- user story",
        "User: Hi",
        "Assistant:",
        "a system: x",
        "```\nsystem: x\n -- user\n```",
        "----",
        "--- | ---",
        "---|:--",
        "--- Example 1 ---",
        "--- a/file.py",
        "--- {{title}} ---",
        "--- 2",
        "{{}} {{ }} {{1, 2}, {3}} {{\"a\": 1}} {a} }} {% x {{\\bf x}} {{.5}} <| <%",
        "{a} ${a} $a <a> [[a]] 50 % of {#id} {{-1}} {{...}} {{|}} #if (X) a[0] </s> [% of all]",
    ],
)  # fmt: skip
def test_what_is_text(line: str) -> None:
    """Dashes and braces that are nobody's mark stay what they are."""
    assert texts(f"x\n{line}\ny") == [("user", f"x\n{line}\ny")]


@given(
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.lists(st.sampled_from([*PIECES, "{{", "}}", "#"])).map("".join)
)
def test_placeholders_are_the_renderers(text: str) -> None:
    """A file that is read has the placeholders that rendering finds; else its errors lie within the text."""
    try:
        file = read_prompt_file(text.encode(), "p.md")
    except PromptFileError as error:
        lines = text.replace("\r\n", "\n").split("\n")
        for each in error.problems:
            assert 1 <= each.line <= len(lines)
            assert 1 <= each.column <= len(lines[each.line - 1]) + 1
    else:
        rendered = Template([each["content"] for each in file.messages if "content" in each], "escaped")
        assert file.placeholders == rendered.names


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
        ("--- {{history}}\n\n x\n--- user\na", ["3:1: Text can't follow a place for messages"]),
        ("--- {{history}}\n--- user\na\n--- {{history}}", ["4:1: A prompt has one place for `history`: there is one already"]),
        ("a {{na me}}", [f"1:3: `{{{{na me}}}}` {NO_PLACEHOLDER}"]),
        ("a\n b{{name", ["2:3: `{{name` has no end in its line"]),
        ("{{a{{b}} {{\tc}}", ["1:1: `{{a{{b}}`", "1:10: `{{\\tc}}` has other blanks than spaces in it"]),
        ("{{#if a}}{{a}}{{/if}}", ["1:1: `{{#if a}}`", "1:15: `{{/if}}`"]),
        ("{{name|upper}} {{a b}} ", ["1:1: `{{name|upper}}`", "1:16: `{{a b}}`"]),
    ],
)  # fmt: skip
def test_errors_in_messages(text: str, problems: list[str]) -> None:
    """What was meant to be more than text is told with its place and a guess."""
    found = told(text)

    assert [each[: len(problem)] for each, problem in zip(found, problems, strict=True)] == problems


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('--- user {"a": }', "1:16: What stands behind `user` is no JSON: expecting value."),
        ('--- user {"role": "system"}', "1:10: `role` is no field of a message here: `--- message` takes it."),
        ('--- user {"content": null}\n\nHi', "3:1: The content stands in the JSON above"),
        ('--- user {"content": null}\n--- image https://a', "2:1: A part belongs to a message whose content stands below it"),
        ("--- user\na\n--- {{history}}\n--- image https://a", "4:1: A part belongs to a message"),
        ("--- image https://a/{{#b}}", "1:11: `{{#b}}` is no placeholder"),
        ('--- part {"type": "text", "text": "{% if a %}"}', "1:10: `{% if a %}` is a statement of Jinja"),
        ("a\n--- part {}\n{{na me}}", "3:1: `{{na me}}` is no placeholder"),
        ("+++\nkind = 'text'\n+++\na\n--- image https://a", "2:1: A prompt of the kind `text` is one text"),
        ("{{> a}}", "1:1: `{{> a}}` would put in another file"),
    ],
)  # fmt: skip
def test_errors_in_tools_and_parts(text: str, problem: str) -> None:
    (found,) = told(text)
    assert found.startswith(problem)


def test_parts_of_a_message() -> None:
    """An image at the top is the user's; a text is put in between; what front matter says of braces counts in JSON, too."""
    file = read_prompt_file(b'--- image https://a\nSee.\n--- part {"type": "text"}\n\\\n--- part "{{b}}"', "p.md")
    assert file.messages == (
        {
            "role": "user",
            "content": [
                {"type": "image_url", "image_url": {"url": "https://a"}},
                {"type": "text", "text": "See."},
                {"type": "text", "text": ""},
                "{{b}}",
            ],
        },
    )
    assert file.placeholders == ("b",)
    plain = read_prompt_file(b'+++\nplaceholders = false\n+++\n--- user {"content": "{{b}}"}', "p.md")
    assert (plain.messages[0]["content"], plain.placeholders) == ("\\{{b}}", ())
