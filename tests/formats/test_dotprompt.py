"""Proves what becomes of a file of dotprompt.

`tests/contract/test_formats.py` compares with what dotprompt renders.
"""

from __future__ import annotations

import pytest

from promptport.formats.dotprompt import read_dotprompt
from promptport.formats.reading import file_of
from promptport.platform import Variable

from .drafts import lines, messages, read

pytestmark = pytest.mark.one_python("texts are read in the same way on all")

HEAD = """\
---
name: greet
description: Greets.
model: vendor/model
config:
  temperature: 0.5
input:
  schema:
    name: string, who
    tags(array): string
  default:
    name: Bob
    other: 1
output: {format: json}
tools: [search]
x.key: 1
---
"""


def test_head() -> None:
    """Nothing of it is lost: what is no variable is a setting."""
    draft, report = read(read_dotprompt, f"# A licence\n\n{HEAD}Hi {{{{name}}}}, {{{{others}}}}")
    assert not report.problems
    assert (draft.name, draft.description, draft.kind) == ("greet", "Greets.", "text")
    assert draft.config == {
        "temperature": 0.5, "model": "vendor/model", "output": {"format": "json"}, "tools": ["search"], "x.key": 1,
        "input": {"schema": {"name": "string, who", "tags(array)": "string"}},
    }  # fmt: skip
    assert file_of(draft).variables == (
        Variable("name", "string", False, "Bob", "who"),
        Variable("tags", "array"),
        Variable("other", None, False, 1),
        Variable("others"),
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Hi", [("user", "Hi")]),
        ("\n{{role 'system'}}\nBe kind.\n{{role 'user'}} \n", [("system", "\nBe kind.\n")]),
        (
            "a{{role 'model'}}b{{history}}c{{role 'user'}}d",
            [("user", "a"), ("assistant", "b"), "history", ("assistant", "c"), ("user", "d")],
        ),
        (
            "See {{media url=a}}\n{{media url='https://b'}}!",
            [
                (
                    "user",
                    [
                        {"type": "text", "text": "See "},
                        {"type": "image_url", "image_url": {"url": "{{a}}"}},
                        {"type": "image_url", "image_url": {"url": "https://b"}},
                        {"type": "text", "text": "!"},
                    ],
                )
            ],
        ),
    ],
)
def test_messages(body: str, said: object) -> None:
    draft, _ = read(read_dotprompt, f"---\nmodel: m\n---\n\n{body}\n\n")
    assert messages(draft) == said


def test_without_a_head_all_is_text() -> None:
    draft, _ = read(read_dotprompt, "\nHi\n")
    assert messages(draft) == [("user", "\nHi\n")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nmodel: m\n---\n\nHi\n{{#if a}}", 6),
        ("---\nmodel: m\nconfig:\n  model: n\n---\nHi", 2),
        ("---\nconfig: x\n---\nHi", 2),
        ("---\ninput: x\n---\nHi", 2),
        ("---\ninput:\n  default: x\n---\nHi", 3),
        ("---\ninput:\n  schema: {a b: string}\n---\nHi", 3),
        ("{{history}}\n{{history}}", 2),
        ("a\n<<<dotprompt:role:system>>>", 2),
        ("---\na: 1\nHi", 1),
    ],
)
def test_refused(text: str, line: int) -> None:
    _, report = read(read_dotprompt, text)
    assert lines(report.problems) == [line]
