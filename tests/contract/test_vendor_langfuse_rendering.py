"""Proves that a text and a chat of Langfuse render as its own client renders them, wherever both take the values.

Templates and values are made by chance, at full size 100,000. Where ours refuses and theirs is silent, or the two write something
else, a table says so, with the reason; `docs/coming-from-langfuse.md` shows it, and each of its rows is run here.
"""

from __future__ import annotations

import ast
import logging
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from langfuse.api import Prompt_Chat, Prompt_Text
from langfuse.model import ChatPromptClient, TextPromptClient
from promptport_api.langfuse import models

from promptport import ArgumentError
from promptport.langfuse.reading import fetched
from promptport.platform import Query
from promptport.prompt import Prompt, RenderError
from promptport.prompt.syntax import is_name

PAGE = (Path(__file__).parents[2] / "docs" / "coming-from-langfuse.md").read_text(encoding="utf-8")
PLACES = {  # what stands in the result of `compile`, by what the page says of it
    "the place itself, and a warning": "{'type': 'placeholder', 'name': 'h'}",
    "{{x}}` is replaced": "'content': '1'",
    "a message of the role `NOT_GIVEN": "'role': 'NOT_GIVEN'",
}
NAMES = ("x", "name", "user_name", "größe", "漢字", "a1")  # those that the editor takes for variables
ODD = ("a-b", "two words", "1st", "{x", "", "x|upper", "#if x", '"a"', "x }", "a.b.")  # those that it takes for text
PIECES = (
    "{",
    "}",
    "{{",
    "}}",
    "{{{",
    "}}}",
    " ",
    "\n",
    "\t",
    "text",
    '{"k": 1}',
    "\\",
    "é",
    "{{x}",
    "{x}}",
    "$1",
    "{% raw %}",
)
VALUES: tuple[Any, ...] = (
    "Alice",
    "",
    " ",
    "{{x}}",
    "{{",
    "}}",
    "{x}",
    "\\1 $1",
    "漢字 🎉",
    "a\nb",
    0,
    -7,
    42,
    1.5,
    1e100,
)


def text(random: Random) -> str:
    """Placeholders of names of both kinds, with white space around some, among stray braces and prose."""
    made = []
    for _ in range(random.randrange(9)):
        if random.random() < 0.55:
            before, after = (random.choice(("", "", "", " ", "\n ", "\t")) for _ in range(2))
            made.append("{{" + before + random.choice(NAMES if random.random() < 0.7 else ODD) + after + "}}")
        else:
            made.append(random.choice(PIECES))
    return "".join(made)


def prompt_of(content: str | list[dict[str, str]]) -> tuple[Any, Prompt]:
    """A prompt as the vendor's client has it, and as ours has."""
    about: dict[str, Any] = {"name": "p", "version": 1, "config": {}, "labels": [], "tags": []}
    answer = {**about, "type": "text" if isinstance(content, str) else "chat", "prompt": content}
    theirs: Any = (
        TextPromptClient(Prompt_Text(**answer)) if isinstance(content, str) else ChatPromptClient(Prompt_Chat(**answer))
    )
    return theirs, Prompt.of(fetched(Query("p"), models.Prompt.from_dict(answer)), "langfuse", "network")


def ours(
    prompt: Prompt, values: Mapping[str, Any], history: Mapping[str, Any] | None = None, **options: Any
) -> list[Any]:
    """What ours renders: messages as dicts, role and text."""
    given: dict[str, Any] = {"history": history} if history else {}
    made = prompt.options(**given, **options).render(values)
    return [dict(each) for each in made.to_openai()]


def rows(heading: str) -> list[list[str]]:
    """The rows of a table of the page, cell by cell, by what its head begins with."""
    table = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[each.strip().removeprefix("`").removesuffix("`") for each in row.strip("|").split(" | ")] for row in table]


def shown(call: Any) -> str:
    """What a call gives, as the page shows it."""
    try:
        made = call()
    except (RenderError, ArgumentError, TypeError, AttributeError) as error:
        return f"an error: {type(error).__name__}: {error}"
    return str(made)


@pytest.mark.parametrize(("template", "values", "theirs", "ours_", "why"), rows("template"))
def test_where_texts_differ(template: str, values: str, theirs: str, ours_: str, why: str) -> None:
    """Theirs is silent, or writes something else: as the page says."""
    given = ast.literal_eval(values)
    one, other = prompt_of(template)
    assert fits(shown(lambda: one.compile(**given) or "nothing"), theirs)
    assert fits(shown(lambda: ours(other, given)[0]["content"]), ours_)
    assert why


@pytest.mark.parametrize(("given", "theirs", "ours_", "why"), rows("messages"))
def test_where_places_differ(given: str, theirs: str, ours_: str, why: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, "langfuse")
    one, other = prompt_of([{"type": "placeholder", "name": "h"}])
    history = {} if given == "none are given" else {"h": ast.literal_eval(given)}
    said = shown(lambda: one.compile(**history, x="1"))
    assert fits(said, theirs) or PLACES[theirs] in said
    said = shown(lambda: ours(other, {}, history))
    assert fits(said, ours_) if ours_ != "as they are" else said == str(history["h"])
    assert why


def fits(said: str, cell: str) -> bool:
    """Whether what was said is what a cell says: the same, or an error of which it has the words."""
    return cell.removeprefix("an error: ") in said if cell.startswith("an error: ") else said == cell


def needed(theirs: Any) -> set[str]:
    """The names that a value is needed for."""
    return {name for name in theirs.variables if is_name(name)}


@pytest.mark.promise("C3")
def test_texts_are_the_same(size: float) -> None:
    """With all that a text needs, strict; with less or more, lenient."""
    random, strict = Random(20261129), 0
    for _ in range(int(100_000 * size)):
        template = text(random)
        theirs, prompt = prompt_of(template)
        values = {name: random.choice(VALUES) for name in theirs.variables if random.random() < 0.9}
        if random.random() < 0.2:
            values[random.choice(NAMES)] = random.choice(VALUES)
        wanted = [{"role": "user", "content": theirs.compile(**values)}]
        assert ours(prompt, values, strict=False) == wanted, (template, values)
        if needed(theirs) <= values.keys() <= set(theirs.variables):
            strict += 1
            assert ours(prompt, values) == wanted, (template, values)
    assert strict > 50_000 * size


@pytest.mark.promise("C3")
def test_chats_are_the_same(size: float) -> None:
    """Messages with values, and places filled with messages that hold no placeholders, the same place twice among them."""
    random = Random(20261130)
    said = [
        [],
        [{"role": "user", "content": "2+2?"}],
        [{"role": "user", "content": "{"}, {"role": "assistant", "content": "4"}],
    ]
    for _ in range(int(20_000 * size)):
        messages: list[dict[str, str]] = [
            {"type": "placeholder", "name": random.choice(("history", "examples"))}
            if random.random() < 0.4 else {"role": random.choice(("system", "user", "tutor")), "content": text(random)}
            for _ in range(random.randrange(1, 5))
        ]  # fmt: skip
        theirs, prompt = prompt_of(messages)
        values = {name: random.choice(VALUES) for name in theirs.variables}
        history = {name: random.choice(said) for name in prompt.places}
        assert ours(prompt, values, history) == theirs.compile(**{**values, **history}), (messages, values, history)
