"""Variables of a prompt as MCP's arguments, which are texts that have a description and may be required."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mcp import types

from ..platform import Variable
from ..prompt import Prompt, RenderError

MOST = 100  # values of a completion, as MCP has it
SHOWN = 20  # values of an enumeration that a description names
AS_JSON: Mapping[str, str] = {  # what is written as JSON, and how it looks
    "number": "a number, such as 1.5",
    "integer": "a whole number, such as 3",
    "boolean": "true or false",
    "array": 'a list as JSON, such as ["a", "b"]',
    "object": 'an object as JSON, such as {"name": "value"}',
}
_PLACE = 'Messages that go before, as JSON, such as [{"role": "user", "content": "Hi."}].'


def arguments_of(prompt: Prompt) -> list[types.PromptArgument]:
    """What a prompt takes: its variables, and its places for messages, which may stay empty."""
    needed = _needed(prompt)
    found = [
        types.PromptArgument(name=each.name, description=_description(each) or None, required=each.name in needed)
        for each in prompt.variables
    ]
    places = (types.PromptArgument(name=name, description=_PLACE, required=False) for name in places_of(prompt))
    return [*found, *places]


def places_of(prompt: Prompt) -> dict[str, str]:
    """The places of a prompt by the names of their arguments, which are their own but where a variable has that name."""
    taken = {each.name for each in prompt.variables}
    found: dict[str, str] = {}
    for place in prompt.places:
        name = place
        while name in taken:
            name += "_messages"
        taken.add(name)
        found[name] = place
    return found


def completed(prompt: Prompt, name: str, begin: str) -> list[str] | None:
    """The values of an argument that begin so; None where the prompt has no such argument.

    Args:
        prompt: The prompt.
        name: The argument.
        begin: What has been typed; case does not count.
    """
    variables = {each.name: each for each in prompt.variables}
    if name not in variables:
        return [] if name in places_of(prompt) else None
    begin = begin.casefold()
    return [each for each in choices(variables[name]) if each.casefold().startswith(begin)]


def choices(variable: Variable) -> dict[str, Any]:
    """The values that a variable can have, by the texts that stand for them; empty where it can have any."""
    if variable.enum is not None:
        return {written(each): each for each in variable.enum}
    return {"true": True, "false": False} if variable.type == "boolean" else {}


def written(value: Any) -> str:
    """A value as the text of an argument."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _needed(prompt: Prompt) -> set[str]:
    """The variables that can't be left out. Who renders knows: a declared one need not stand in the text."""
    try:
        Prompt.render(prompt.options(history=dict.fromkeys(prompt.places, ())))
    except RenderError as error:
        return {*error.missing, *(each.partition(".")[0] for each in error.missing)}
    return set()


def _description(variable: Variable) -> str:
    return " ".join(_sentences(variable))


def _sentences(variable: Variable) -> Iterator[str]:
    if said := variable.description.strip():
        yield said if said[-1] in ".!?:" else f"{said}."
    if variable.enum is not None:
        yield f"One of: {_listed([*choices(variable)])}."
    elif looks := AS_JSON.get(variable.type or ""):
        yield f"It is {looks}."
    if variable.default is not None:
        yield f"Default: {written(variable.default)}."


def _listed(words: Sequence[str]) -> str:
    more = len(words) - SHOWN
    return ", ".join(words[:SHOWN]) + (f", and {more} more" if more > 0 else "")
