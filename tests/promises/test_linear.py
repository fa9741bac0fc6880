"""Proves that nothing which reads foreign text takes time by the square of its length."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from statistics import median
from time import thread_time

import pytest

from promptport.errors import Error
from promptport.files.formatting import formatted
from promptport.files.prompt_file import PromptFile, read_prompt_file
from promptport.files.writing import write_prompt_file
from promptport.http.response import Response
from promptport.http.rules import words
from promptport.http.secrets import Secrets
from promptport.http.wire import headers_of
from promptport.model import Unreadable, load
from promptport.platform import Variable
from promptport.prompt.rewriting import rewritten
from promptport.prompt.template import Template

SECRETS = Secrets("pp_a/very+long=key&with%signs", "another-secret", "Bearer-like-token")

Read = Callable[[int], Callable[[], object]]


def file(head: Callable[[int], str], text: Callable[[int], str] = lambda n: "Hi.") -> Read:
    """A prompt file with so many of something in its front matter, or in its text."""

    def made(count: int) -> Callable[[], object]:
        data = f"+++\n{head(count)}\n+++\n{text(count)}".encode()
        return lambda: read_prompt_file(data, "p.md")

    return made


def lines(line: str) -> Callable[[int], str]:
    """So many lines; `@` in one stands for its number."""
    return lambda count: "\n".join(line.replace("@", str(at)) for at in range(count))


def hidden(text: Callable[[int], str]) -> Read:
    """A text whose secrets are hidden."""

    def made(count: int) -> Callable[[], object]:
        found = text(count)
        return lambda: SECRETS.hide(found)

    return made


def page(text: str) -> Read:
    """A page that says why it is an error."""

    def made(count: int) -> Callable[[], object]:
        answer = Response(500, {"content-type": "text/html"}, (text * count).encode())
        return lambda: words(answer, SECRETS.hide)

    return made


def decoded(text: Callable[[int], str]) -> Read:
    """An answer's JSON."""

    def made(count: int) -> Callable[[], object]:
        data = text(count).encode()
        return lambda: load(data)

    return made


def template(text: Callable[[int], str], syntax: str) -> Read:
    """A template with so many declared variables."""

    def made(count: int) -> Callable[[], object]:
        declared = [Variable(f"{{{'a' * (at % 50)}{at}}}") for at in range(count)]
        found = text(count)
        return lambda: Template([found], syntax, declared).render({"x": 1, "y": 2})

    return made


READ: dict[str, Read] = {
    "wrong_keys": file(lines("k@ = 1")),
    "wrong_variables": file(lambda n: "[variables]\n" + lines("k@ = 1")(n)),
    "good_variables_then_one_wrong": file(lambda n: "[variables]\n" + lines('k@ = "string"')(n) + "\nx = 1"),
    "long_list_then_one_wrong": file(lambda n: "[config]\na = [\n" + "1,\n" * n + "]\n[variables]\nx = 1"),
    "dotted_key": file(lambda n: ".".join("a" * n) + " = 1"),
    "nested": file(lambda n: "[config]\na = " + "[" * n + "]" * n),
    "nested_tables": file(lambda n: "[config]\na = " + "{a = " * n + "1" + "}" * n),
    "open_text": file(lambda n: 'a = """' + '\\"""' * n),
    "no_end": file(lambda n: "a = 1\n" * n + "b"),
    "braces": file(lambda n: "", lambda n: "{{#a " * n),
    "braces_with_a_far_end": file(lambda n: "", lambda n: "{{#a " * n + "}}"),
    "spaces": file(lambda n: "", lambda n: "{{" + " " * n),
    "undeclared": file(lambda n: "[variables]\n" + lines('k@ = "string"')(n), lines("{{l@}}")),
    "histories": file(lambda n: "", lines("--- {{history}}")),
    "messages": file(lambda n: "", lines("--- user\nHi @.")),
    "parts_of_a_prompt": file(lambda n: "", lambda n: "{{> a " * n),
    "parts_without_an_end": file(lambda n: "", lambda n: "{{> " + "a" * n),
    "images": file(lambda n: "", lambda n: "--- image " + "{{ a" * n),
    "images_of_a_message": file(lambda n: "", lines("--- image https://a/@")),
    "json_behind_a_role": file(lambda n: "", lambda n: '--- user {"a": ' * n),
    "deep_json": file(lambda n: "", lambda n: "--- part " + "[" * n),
    "keys_twice": file(
        lambda n: "", lambda n: "--- user {" + ", ".join(f'"k{at}": 1' for at in range(n)) + ', "k0": 1}'
    ),
    "texts_in_json": file(lambda n: "", lambda n: '--- part ["' + "{{#a " * n + '"]'),
    "values": file(lambda n: f"[variables]\na = {{ enum = [{'1,' * n}] }}"),
    "written": lambda n: (
        lambda: write_prompt_file(PromptFile(({"role": "user", "content": "\\{{a}} {% a %} --- user\n" * (n // 8)},)))
    ),
    "formatted": lambda n: lambda: formatted(("--- user\n\n{{a}}\n" * (n // 8)).encode(), "p.md"),
    "rewritten": lambda n: lambda: rewritten("{a}{{b}}" * (n // 4), ["a", "b"], "braces", "escaped"),
    "no_messages": file(lambda n: "", lines("--- usr")),
    "titles": page("<title"),
    "headings": page("<h1"),
    "spaces_on_a_page": page(" \n\t"),
    "plain": hidden(lambda n: "a" * n),
    "backslashes": hidden(lambda n: "\\" * n),
    "single_escapes": hidden(lambda n: "\\a" * n),
    "percents": hidden(lambda n: "%25" * n),
    "apart": hidden(lambda n: "%41 " * n),
    "entities": hidden(lambda n: "&amp;" * n),
    "half_entities": hidden(lambda n: "&" + "amp;" * n),
    "units": hidden(lambda n: "".join(f"\\u{at % 65_536:04x}" for at in range(n))),
    "half_pairs": hidden(lambda n: "\\ud800" * n),
    "secrets": hidden(lambda n: "another-secret " * n),
    "half_secrets": hidden(lambda n: "another-secre" * n),
    "lists": decoded(lambda n: json.dumps([[]] * n)),
    "brackets_in_a_text": decoded(lambda n: json.dumps("[" * n + "]" * n)),
    "turned_brackets": decoded(lambda n: json.dumps(["]["] * n)),
    "deep": decoded(lambda n: "[" * n + "]" * n),
    "deep_without_end": decoded(lambda n: '{"a":' * n),
    "long_number": decoded(lambda n: "1" * n),
    "template": template(lambda n: "{x}{y}" * n, "braces"),
    "open_braces": template(lambda n: "{" * n + "}" * n, "braces"),
    "words": template(lambda n: "{{a}} {{b}}" * n, "words"),
    "headers": lambda n: lambda: headers_of([(b"Same", b"x" * 20)] * n),
}


def seconds(read: Callable[[], object]) -> float:
    """How long it takes, whether or not it is refused."""
    began = thread_time()
    with suppress(Error, Unreadable):
        read()
    return thread_time() - began


@pytest.mark.alone
@pytest.mark.one_python("an algorithm that is linear is so on all")
@pytest.mark.promise("D18")
@pytest.mark.parametrize("name", READ)
def test_reading_is_linear(name: str, size: float) -> None:
    """Twice as much takes at most 2.5 times as long, unless it takes but a moment."""
    count = 3_000 if size < 1 else 30_000
    once, twice = READ[name](count), READ[name](2 * count)
    if (took := seconds(twice)) < count * 1e-5:
        return
    growth = median(seconds(twice) / seconds(once) for _ in range(5))
    print(f"D18: {name}: {took * 1000:.0f} ms for {2 * count:,}, twice as much takes {growth:.2f} times as long")
    assert growth <= 2.5
