"""Proves that a text and a chat of Langfuse render as its own client renders them, wherever both take the values.

Templates and values are made by chance, at full size 100,000. Where ours refuses and theirs is silent, or the two write something
else, a table says so, with the reason; `docs/coming-from-langfuse.md` shows it, and each of its rows is run here.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from langfuse.api import Prompt_Chat, Prompt_Text
from langfuse.model import ChatPromptClient, TextPromptClient
from promptport_api.langfuse import models

from promptport.langfuse.reading import fetched
from promptport.platform import Query
from promptport.prompt import Prompt
from promptport.prompt.syntax import is_name

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
    made = prompt.options(**({"history": history} if history else {}), **options).render(values)
    return [dict(each) for each in made.to_openai()]


def needed(theirs: Any) -> set[str]:
    """The names that a value is needed for."""
    return {name for name in theirs.variables if is_name(name)}


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
