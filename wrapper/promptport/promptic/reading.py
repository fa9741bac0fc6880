"""Promptic's prompts in the terms of all platforms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..platform import Fetched, Query
from .errors import PrompticAPIError

if TYPE_CHECKING:
    from promptport_api.promptic.models import ComponentList, DeployedPrompt


KINDS: Mapping[str, str] = {"single": "text", "multi_message": "chat"}


def fetched(query: Query, prompt: DeployedPrompt) -> Fetched:
    """A prompt that Promptic answered.

    Raises:
        PrompticAPIError: It has no text.
    """
    found: Mapping[str, Any] = prompt  # whatever came
    names = {"model": "model", "provider": "provider", "schema": "schemaSnapshot"}
    config = {name: found[wire] for name, wire in names.items() if found.get(wire) is not None}
    number = found.get("iterationId")
    kind = next((kind for form, kind in KINDS.items() if form == found.get("promptFormat")), "")
    return Fetched(query.name, _messages(found), id=None if number is None else str(number), config=config, kind=kind)


def _messages(prompt: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    messages, text = prompt.get("promptMessages"), prompt.get("prompt")
    if isinstance(messages, list) and messages and all(map(_is_message, messages)):
        return tuple(messages)
    if isinstance(text, str):
        return ({"role": "user", "content": text},)
    raise unreadable("get_deployed_prompt", "neither `promptMessages`, a list of messages, nor `prompt`, a text")


def _is_message(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("role"), str) and isinstance(value.get("content"), str)


def names(components: ComponentList) -> Mapping[str, str]:
    """The names of components, by their ids. What has no id can't be asked for, and is passed over.

    Raises:
        PrompticAPIError: There is no list.
    """
    found: Any = components["data"]
    if not isinstance(found, list):
        raise unreadable("list_components", "no `data`, a list")
    named = (each for each in found if isinstance(each, dict) and isinstance(each.get("id"), str))
    return {each["id"]: each["name"] if _is_name(each.get("name")) else each["id"] for each in named}


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def unreadable(operation: str, lacks: str) -> PrompticAPIError:
    """The error of an answer that lacks what nothing can be done without."""
    facts: dict[str, Any] = {"kind": "unreadable", "platform": "promptic", "operation": operation}
    return PrompticAPIError(0, f"The platform's answer has {lacks}.", **facts)
