"""Proves that a file in one form says what it said, and is in this form the second time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promptport.files import PromptFileError
from promptport.files.formatting import formatted
from promptport.files.prompt_file import read_prompt_file
from promptport.files.writing import write_prompt_file

HEADS = [
    "", "+++\n+++\n", "+++\nlabel = 'a' # why\n+++\n", "+++\n[config]\na.b = 1_000\nc = '#'\n+++\n",
    "+++\nkind = 'text'\n+++\n",
    "+++\nplaceholders = false\n+++\n", "+++\nplaceholders = 'only'\nnote = '''\na\n'''\n+++\n",
    "\ufeff+++\r\ntags = []\r\n+++  \r\n",
]  # fmt: skip
LINES = [
    "--- user", "---   user\t ",
    "--- user  {\"name\":\"{{a}}\"} ", "---  {{ history }}",
    "--- image   https://a/{{ name }} ",
    "--- part {\"type\":\"text\"}", "", "  ", "\t", "{{name}}", "{{> a/b}}", "\\{{> a}}", "\\", "\\--- user", "a \r", "\\{{#a}}",
    "---",
    "a: b", "\ufeff", "```", "user:", "--- assistant {\"tool_calls\":[]}", "--- message {\"role\": \"\\u00e9\"}",
    "{{{a}}}", " a ",
]  # fmt: skip


@pytest.mark.one_python("what is written is so on all")
@given(st.sampled_from(HEADS), st.lists(st.sampled_from(LINES), max_size=8), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_says_the_same_and_stays(head: str, lines: list[str], end: str) -> None:
    """Whatever the file was; and what is written by us is in this form."""
    data = (head + end.join(lines)).encode()
    try:
        said = read_prompt_file(data, "p.md", parts=True)
    except PromptFileError:
        return
    once = formatted(data, "p.md")
    assert read_prompt_file(once, "p.md", parts=True) == said
    assert formatted(once, "p.md") == once
    written = write_prompt_file(said)
    assert formatted(written, "p.md") == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffHi \r\nyou\r\n\r\n", "Hi \nyou\n"),
        ("---  user \n\n\nHi\n--- {{ history }}\n\n--- user {\"name\":\"a\"}\nHo",
         "--- user\nHi\n\n--- {{history}}\n\n--- user {\"name\": \"a\"}\nHo\n"),
        ("+++\ntags=['a']\nlabel='x'\n+++\n\nHi {{> a}} \\{{#b}}",
         "+++\nlabel = \"x\"\ntags = [\"a\"]\n+++\nHi {{> a}} \\{{#b}}\n"),
        ("+++\ntags=['a'] # why\nlabel='x'\n+++\nHi", "+++\ntags=['a'] # why\nlabel='x'\n+++\nHi\n"),
        ("+++\nplaceholders=false\n+++\n{{a}}", "+++\nplaceholders = false\n+++\n{{a}}\n"),
        ("+++\nkind='chat'\n+++\n--- user\nHi", "+++\nkind = \"chat\"\n+++\n--- user\nHi\n"),
        ("+++\n+++\n---\na: b\n---\n", "+++\n+++\n---\na: b\n---\n"),
    ],
)  # fmt: skip
def test_one_form(text: str, expected: str) -> None:
    assert formatted(text.encode(), "p.md").decode() == expected


def test_a_malformed_file_is_told() -> None:
    with pytest.raises(PromptFileError, match=r"p\.md:1:1"):
        formatted(b"{{#a}}", "p.md")
