"""Proves what becomes of a file of Prompty, of the first and the second release.

`tests/contract/test_formats.py` compares with what Prompty renders.
"""

from __future__ import annotations

import pytest

from promptport.formats.prompty import read_prompty
from promptport.platform import Variable

from .drafts import lines, messages, read

pytestmark = pytest.mark.one_python("texts are read in the same way on all")

FIRST = """\
---
name: Basic
authors: [a]
tags: [x, y]
model:
  api: chat
  configuration:
    type: azure_openai
    api_key: planted
    azure_endpoint: ${env:ENDPOINT}
inputs:
  firstName:
    type: string
    description: Who.
  question: Why?
sample:
  firstName: Jane
  context: Some
template: jinja2
---

system:
You are {{context}}.

user:
{{question}}
"""


def test_first_release() -> None:
    draft, report = read(read_prompty, FIRST)
    assert not report.problems
    assert messages(draft) == [("system", "You are {{context}}."), ("user", "{{question}}")]
    assert draft.variables == [
        Variable("firstName", "string", description="Who."),
        Variable("question"),
        Variable("context"),
    ]
    assert draft.config == {
        "authors": ["a"],
        "model": {"api": "chat", "configuration": {"type": "azure_openai", "azure_endpoint": "${env:ENDPOINT}"}},
        "sample": {"firstName": "Jane", "question": "Why?", "context": "Some"},
    }
    assert (draft.name, list(draft.tags)) == ("Basic", ["x", "y"])
    assert lines(report.notes) == [16, 9, 10]
    assert "planted" not in str(report.notes)


SECOND = """\
---
name: Second
inputs:
  name: {kind: string, default: Bob, enumValues: [Bob, Ann]}
  age: {kind: integer, required: false}
  chat: {kind: thread}
  photo: {kind: image}
---
"""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Hi {{name}}", [("system", "Hi {{name}}"), "chat"]),
        ("\n\nuser:\n\n a \n\n\n# Assistant:\nb\n", [("user", " a "), ("assistant", "b"), "chat"]),
        ("system:\nuser:\nx\nuser: y", [("user", "x\nuser: y"), "chat"]),
        ("user:\nBefore {{chat}} after", [("user", "Before"), "chat", ("user", "after")]),
        ("user:\n{{chat}}\nsystem:\n\n", ["chat", ("system", "")]),
        ("user:\n{% raw %}{{x}}{% endraw %}\n", [("user", "\\{{x}}"), "chat"]),
        (
            "user:\nSee {{photo}}\n",
            [("user", [{"type": "text", "text": "See"}, {"type": "image_url", "image_url": {"url": "{{photo}}"}}])],
        ),
        ("system:\n{{photo}}\n", [("user", [{"type": "image_url", "image_url": {"url": "{{photo}}"}}])]),
    ],
)
def test_messages(body: str, said: object) -> None:
    draft, report = read(read_prompty, SECOND + body)
    assert messages(draft) == said
    assert not report.problems
    assert [each.name for each in draft.variables] == ["name", "age", "photo"]


def test_mustache() -> None:
    """Whose names in three braces are values as well."""
    draft, _ = read(
        read_prompty,
        "---\nname: a\ntemplate: {format: {kind: mustache}, parser: prompty}\n---\nuser:\n{{{a}}}{{! b }}\n",
    )
    assert messages(draft) == [("user", "{{a}}")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hi", 1),
        (f"{SECOND}user:\n{{{{ a | upper }}}}", 10),
        (f"{SECOND}user:\n{{{{chat}}}} {{{{photo}}}}", 10),
        (f"{SECOND}user:\n{{{{chat}}}}\nassistant:\n{{{{chat}}}}", 1),
        (f"{SECOND}user:\n{{{{chat}}}}\nassistant:\n{{{{photo}}}}", 12),
        (f"{SECOND}user:\na\nsystem:\n{{{{- name}}}}", 11),
        (f"{SECOND}user:\nand {{#- x -#}}\nsystem:\nb", 11),
        (f'{SECOND}user:\n{{{{ "system:" }}}}', 9),
        ("---\nname: a\n---\n\n", 4),
        ("---\nname: a---b\n---\nHi", 2),
        ("---\nname: a\ntemplate: fstring\n---\nHi", 3),
        ("---\nname: a\ntemplate: {format: jinja2, parser: other}\n---\nHi", 3),
        ("---\nname: a\ninputs:\n- kind: string\n---\nHi", 4),
        ("---\nname: a\ninputs:\n- name: b\n- name: b\n---\nHi", 5),
        ("---\nname: a\ninputs:\n  b: {kind: audio}\n---\nHi", 4),
        ("---\nname: a\n---\nHi \ue0f2", 4),
    ],
)
def test_refused(text: str, line: int) -> None:
    _, report = read(read_prompty, text)
    assert set(lines(report.problems)) == {line}


def test_pictures_of_the_first_release_are_told() -> None:
    draft, report = read(read_prompty, "---\nname: a\n---\nuser:\n![a cat](cat.png)")
    assert messages(draft) == [("user", "![a cat](cat.png)")]
    assert lines(report.notes) == [5]


def test_inputs_that_lie_elsewhere() -> None:
    """Nothing is looked up, and nothing is lost."""
    draft, report = read(read_prompty, "---\nname: a\ninputs: ${file:inputs.json}\n---\nHi {{b}}")
    assert draft.config == {"inputs": "${file:inputs.json}"}
    assert lines(report.notes) == [3, 3]


def test_nunjucks_is_jinja() -> None:
    draft, _ = read(read_prompty, "---\nname: a\ntemplate: {format: {kind: nunjucks}}\n---\nHi {{ a }}")
    assert messages(draft) == [("system", "Hi {{a}}")]


def test_brackets_are_told() -> None:
    draft, report = read(read_prompty, '---\nname: a\n---\nHi\nuser[name="Bob"]:\nHo')
    assert messages(draft) == [("system", "Hi"), ("user", "Ho")]
    assert lines(report.notes) == [5]
