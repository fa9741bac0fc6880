"""From the arguments of a host to a rendered prompt. Arguments are texts; what a variable has for a type is read as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import ArgumentError
from ..files.json_text import NoJson, read_json
from ..platform import Variable
from ..prompt import Prompt, RenderedPrompt, RenderError
from ..prompt.history import read_history
from ..prompt.values import TYPES
from .arguments import AS_JSON, choices, places_of


class _Unreadable(ValueError):
    """A text is not what its variable takes."""


def rendered(prompt: Prompt, arguments: Mapping[str, Any]) -> RenderedPrompt:
    """Put a host's arguments in.

    Args:
        prompt: The prompt.
        arguments: Texts by the names of arguments; a tool's may be whatever JSON has. An empty text is no value where a text is
            not what the variable takes.

    Raises:
        RenderError: Arguments are missing, unknown, or not what their variables take; it names all of them.
    """
    variables = {each.name: each for each in prompt.variables}
    places = places_of(prompt)
    history: dict[str, Any] = dict.fromkeys(prompt.places, ())
    values: dict[str, object] = {}
    wrong: dict[str, str] = {}
    for name, given in arguments.items():
        try:
            if name in places:
                history[places[name]] = _messages(given)
            elif name not in variables:
                values[name] = given
            elif given != "" or _takes_text(variables[name]):
                values[name] = given  # which is of a wrong type, where it can't be read
                values[name] = _value(variables[name], given)
        except _Unreadable as error:
            wrong[name] = str(error)
    try:
        found = prompt.options(history=history).render(values)
    except RenderError as error:
        raise _about(prompt, error, wrong) from None
    if wrong:
        raise _about(prompt, RenderError(wrong=wrong), wrong)
    return found


def _about(prompt: Prompt, error: RenderError, wrong: Mapping[str, str]) -> RenderError:
    """The same error, with what could not be read in the words of a host."""
    made = RenderError("", error.missing, error.unknown, {**error.wrong, **wrong}, error.unresolved, error.unfilled)
    version = "" if prompt.version is None else f", version {prompt.version}"
    made.message = f"{prompt.name}{version}: {made.message}"
    made.args = (made.message,)
    return made


def _takes_text(variable: Variable) -> bool:
    return variable.type == "string" or variable.type not in TYPES


def _value(variable: Variable, given: Any) -> Any:
    if not isinstance(given, str):
        return given
    words = choices(variable)
    if given in words:
        return words[given]
    if _takes_text(variable):
        return given
    kind = str(variable.type)
    try:
        value = read_json(given)
    except NoJson:
        value = None
    if not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "boolean"):
        raise _Unreadable(f"write {AS_JSON[kind]}")
    return value


def _messages(given: Any) -> Any:
    remedy = 'write a list of messages as JSON, such as [{"role": "user", "content": "Hi."}]'
    if given == "":
        return ()
    try:
        found = read_json(given) if isinstance(given, str) else given
        if not isinstance(found, list):
            raise _Unreadable(remedy)
        return read_history(found)["history"]
    except ArgumentError as error:
        raise _Unreadable(f"{error.message.rstrip('.')}; {remedy}") from None
    except NoJson:
        raise _Unreadable(remedy) from None
