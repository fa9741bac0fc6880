"""Files of six formats, made after their documents by a seeded program, with what stands in each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, NamedTuple

VALUES: Mapping[str, Any] = {
    "name": "Zoë {{language}}",
    "language": "de\nCH",
    "topic": "{% if a %} \\{{x}} $1",
    "user": {"first": "Ann", "last_name": "--- user"},
    "count": 3,
    "x": "X",
}
MARKUP = 'a < b & "c" > d'  # what two braces of Mustache write as HTML
NAMES = ("name", "language", "topic", "user.first", "user.last_name", "count")
PHOTO = "https://example.com/a.png"
TEXTS = (
    "Hello, ", "You are a friendly assistant.", "# Heading\n\n- one\n- two\n", " and ", "\n", "\n\n", "  indented\n",
    "--- user\n", "+++\n", "\n---\n", '{"a": {"b": 1}}', "{ ", " }", "<|im_start|>", "${HOME} ", "\\", "\\\\ ",
    "ünï→", "`code`", "\n```\nfenced\n```\n", "$ARGUMENTS $1", "a\tb", " trailing  \n", "<% erb %>", "system says: ", "100 %",
    "\\--- user\n", "x" * 90, "user: hi\n", "''", '"quoted"', "{x} ", "\\n ", "1. first\n2. second\n",
)  # fmt: skip


class Case(NamedTuple):
    """A file.

    Attributes:
        format: Its format.
        name: How it is called.
        text: What stands in it.
        refused: The line in which something stands that a prompt file can't say; 0 where all of it can be said.
        values: Values for its placeholders.
        parts: Other files that it names, by their names.
    """

    format: str
    name: str
    text: str
    refused: int = 0
    values: Mapping[str, Any] = VALUES
    parts: Mapping[str, str] = {}


class Making:
    """One file that is made.

    Args:
        random: What chooses.
        foreign: What a prompt file can't say, one of which stands in some files.
    """

    def __init__(self, random: Random, foreign: tuple[str, ...]) -> None:
        self.random = random
        self.text = ""
        self.refused = 0
        self.foreign = random.choice(foreign) if random.random() < 0.2 else ""

    def add(self, *texts: str) -> None:
        """Go on with one of several texts."""
        self.text += self.random.choice(texts)

    def add_foreign(self) -> None:
        """Put in what can't be said, where there is such a thing, once."""
        if self.foreign and not self.refused:
            self.refused = self.text.count("\n") + 1
            self.text += f" {self.foreign}"  # behind a backslash it may be text

    def add_texts(self, *pieces: Callable[[Random], str], most: int = 6) -> None:
        """Go on with texts and other pieces."""
        for _ in range(self.random.randint(1, most)):
            self.add(*TEXTS)
            if self.random.random() < 0.7:
                self.text += self.random.choice(pieces)(self.random)


def _mustache(random: Random, at: int) -> Case:
    made = Making(random, ("{{#name}}x{{/name}}", "{{^name}}x{{/name}}", "{{.}}", "{{a b}}", "{{x|y}}"))
    parts = {"tone": random.choice(("Be kind.\n", "Be kind.", "Be {{name}}.\n"))}
    pieces: list[Callable[[Random], str]] = [
        lambda r: "{{" + r.choice(NAMES) + "}}",
        lambda r: "{{{ " + r.choice(NAMES) + " }}}",
        lambda r: "{{& " + r.choice(NAMES) + "}}",
        lambda r: r.choice(("{{! a comment }}", "\n{{! alone }}\n", "\n  {{! alone\n too }}  \n")),
        lambda r: r.choice(("{{=<% %>=}}<% name %><%={{ }}=%>", "\n{{=| |=}}\n|&topic|\n|={{ }}=|\n")),
        lambda r: r.choice(("{{> tone}}", "\n{{>tone}}\n", "x {{> tone }}")),
    ]
    made.add_texts(*pieces)
    made.add_foreign()
    made.add_texts(*pieces)
    escaped = any(each in made.text + parts["tone"] for each in ("{{name", "<% name", "{{topic"))
    values = VALUES if escaped else {**VALUES, "name": MARKUP, "topic": MARKUP}
    return Case("mustache", f"m{at}.mustache", made.text, made.refused, values, parts if "tone" in made.text else {})


def _jinja_pieces() -> list[Callable[[Random], str]]:
    return [
        lambda r: "{{ " + r.choice(NAMES) + " }}",
        lambda r: "{{" + r.choice(NAMES) + "}}",
        lambda r: "{{- " + r.choice(NAMES) + " -}}",
        lambda r: "{{ user['first'] }}",
        lambda r: r.choice(("{# note #}", "{#- note -#}", "\n{# two\nlines #}\n")),
        lambda r: r.choice(("{% raw %}{{ x }} {% if %}{% endraw %}", "{%- raw -%}\n {{#y}} \n{%- endraw -%}")),
        lambda r: r.choice(('{{ "{{" }} ', "{{ 'it''s' }}", '{{ "a\\n" "b" }}', "{{ '{%' -}} ")),
    ]


def _jinja(random: Random, at: int) -> Case:
    made = Making(
        random, ("{{ name | upper }}", "{% if name %}x{% endif %}", "{{ f(1) }}", "{% set a = 1 %}", "{{ user.items }}")
    )
    include = random.choice(("{% include 'tone.j2' %}", "\n{%- include 'tone.j2' -%}\n"))
    pieces = [*_jinja_pieces(), lambda r: include]
    made.add_texts(*pieces)
    made.add_foreign()
    made.add_texts(*pieces)
    parts = {"tone": random.choice(("Be kind.\n", "Be {{ name }}.\n\n"))} if "tone" in made.text else {}
    ending = ".j2" if parts else random.choice((".j2", ".jinja", ".jinja2"))
    return Case("jinja", f"j{at}{ending}", made.text, made.refused, VALUES, parts)


def _prompty(random: Random, at: int) -> Case:
    mustache = random.random() < 0.3
    foreign = ("{{#name}}x{{/name}}",) if mustache else ("{{ name | upper }}", "{% for a in b %}x{% endfor %}")
    made = Making(random, foreign)
    made.text = (
        random.choice(HEADS_OF_PROMPTY)
        + ("template:\n  format:\n    kind: mustache\n  parser:\n    kind: prompty\n" if mustache else "")
        + "---\n"
    )
    pieces = [lambda r: "{{{" + r.choice(NAMES) + "}}}"] if mustache else _jinja_pieces()
    made.add("", "\n", "Before any role.\n")
    for at_role in range(random.randint(1, 4)):
        made.add("system:\n", "user:\n", "assistant:\n", "# Developer:\n", " User :\n", 'user[name="Bob"]:\n')
        made.add("", "\n", "\n\n")
        if at_role == 1 and not mustache:
            made.add("{{ chat }}\n", "Look. {{ photo }}\n", "Before {{ chat }} after\n")
        else:
            made.add_texts(*pieces, most=3)
        made.add_foreign()
        made.add("\n", "\n\n\n")
    return Case(
        "prompty", f"p{at}.prompty", made.text, made.refused, _without(VALUES, "name", "default: Bob" in made.text)
    )


HEADS_OF_PROMPTY = (
    """---
name: Basic
description: A prompt.
inputs:
  chat: {kind: thread}
  photo: {kind: image}
""",
    """---
name: Typed
metadata:
  authors: [a, b]
inputs:
  chat:
    kind: thread
  photo:
    kind: image
  name:
    kind: string
    description: Who it is.
    default: Bob
  count: {kind: integer}
model:
  id: gpt-4o
  options:
    temperature: 0.5
""",
    """---
name: List
inputs:
  - name: chat
    kind: thread
  - {name: photo, kind: image}
  - {name: topic, kind: string}
""",
)
HEADS_OF_DOTPROMPT = (
    "",
    """---
model: vendor/model
---
""",
    """# A licence

---
name: asked
description: Asks.
model: vendor/model
config:
  temperature: 0.3
  stop: [a, b]
input:
  schema:
    name: string, who it is
    language?: string
    count: integer
    user(object, the user):
      first: string
      last_name: string
    kind?(enum, a kind): [A, B]
  default:
    language: en
output:
  format: json
---
""",
    """---
input:
  schema:
    type: object
    properties:
      name: {type: string, description: Who.}
    required: [name]
tools: [search]
ext.key: 1
---
""",
)


def _dotprompt(random: Random, at: int) -> Case:
    made = Making(
        random,
        ("{{#if name}}x{{/if}}", "{{upper name}}", "{{this}}", '{{section "a"}}', "{{user.[0]}}", "{{json name}}"),
    )
    made.text = random.choice(HEADS_OF_DOTPROMPT)
    pieces: list[Callable[[Random], str]] = [
        lambda r: "{{" + r.choice(NAMES) + "}}",
        lambda r: "{{{" + r.choice(NAMES) + "}}}",
        lambda r: "{{~ " + r.choice(NAMES) + " ~}}",
        lambda r: "{{&" + r.choice(NAMES) + "}}{{this.name}}",
        lambda r: r.choice(("{{! note }}", " {{!-- a {{ b }} --}}", "\n{{!-- alone --}}\n", "\n  {{~! note ~}} \n")),
        lambda r: r.choice(
            ("\\{{x}}", "\\\\{{name}}", " {{{{raw}}}} {{x}} {{{{/raw}}}}", "\n{{{{raw}}}}\n{{#if}}\n{{{{/raw}}}}\n")
        ),
        lambda r: r.choice(
            ("{{media url=photo}}", '{{media url="https://example.com/b.png" contentType="image/png"}}')
        ),
        lambda r: r.choice(("{{> tone}}", "\n{{>tone}}\n")),
    ]
    history = False
    for _ in range(random.randint(1, 4)):
        made.add("", '{{role "system"}}', '\n{{role "user"}}\n', "{{role 'model'}}", '{{ role "user" }} \n')
        if not history and random.random() < 0.3:
            history = True
            made.add("{{history}}", "\n{{history}}\n")
        made.add_texts(*pieces, most=3)
        made.add_foreign()
    made.text += "End."
    if "kind?" in made.text:
        made.text += " {{kind}}"  # which has no value, and no default
    parts = {"tone": random.choice(("Be kind.", "Be {{name}}.\n"))} if "tone" in made.text else {}
    given = _without(VALUES, "language", "language: en" in made.text)
    return Case("dotprompt", f"d{at}.prompt", made.text, made.refused, given, parts)


def _without(values: Mapping[str, Any], name: str, there: bool) -> Mapping[str, Any]:
    """The values without one that has a default."""
    return {each: value for each, value in values.items() if not there or each != name}


def _langfuse(random: Random, at: int) -> Case:
    def text() -> str:
        made = Making(random, ("",))
        made.text = "Text. "
        made.add_texts(
            lambda r: "{{" + r.choice(NAMES[:3]) + "}}",
            lambda r: "{{ " + r.choice(NAMES[:3]) + "\n}}",
            lambda r: r.choice(
                ("{{{name}}}", "{{a b}}", "{{}}", "{{#if x}}", "{{x {{name}}", "\\{{topic}}", "{{name", "name}}")
            ),
        )
        return made.text

    chat = random.random() < 0.5
    said: Any = text()
    if chat:
        said = [
            {"role": random.choice(("system", "user", "assistant")), "content": text()}
            for _ in range(random.randint(1, 4))
        ]
        if random.random() < 0.5:
            said.insert(random.randint(0, len(said)), {"type": "placeholder", "name": "history"})
    row = {
        "name": f"folder/l{at}", "version": random.randint(1, 3), "type": "chat" if chat else "text", "prompt": said,
        "config": random.choice(({}, {"model": "m", "stop": None}, [1, "a"], "text")), "labels": ["production", "latest"],
        "tags": ["a"], "commitMessage": random.choice((None, "Why.")),
    }  # fmt: skip
    refused = 0
    if random.random() < 0.1:
        row["prompt"], refused = random.choice((None, {"a": 1}, [{"role": "user"}])), 1
    return Case("langfuse", f"l{at}.json", json.dumps(random.choice(([row], {"data": [row]}, row))), refused)


def _markdown(random: Random, at: int) -> Case:
    head = random.choice((
        "", "---\nname: a\ndescription: Says.\nvariables: [name, topic, language]\n---\n",
        "---\ndescription: Says a thing, as: that\nmodel: m\n---\n",
        "---\nvariables:\n  name: {type: string, description: Who.}\n  topic: string\n  language:\n    default: en\n---\n",
    ))  # fmt: skip
    made = Making(random, ("",))
    made.text = "Text. "
    made.add_texts(lambda r: "{{" + r.choice(NAMES[:3]) + "}}", lambda r: "{{ " + r.choice(NAMES[:3]) + " }}")
    return Case("markdown", f"t{at}.md", head + made.text)


MAKERS = (_dotprompt, _prompty, _markdown, _jinja, _mustache, _langfuse)


def corpus(seed: int, count: int) -> Iterator[Case]:
    """Files of the six formats in turn."""
    random = Random(seed)
    for at in range(count):
        yield MAKERS[at % len(MAKERS)](random, at)
