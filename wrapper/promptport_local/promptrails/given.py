"""Prompts that the server was given as PromptRails has them."""

from __future__ import annotations

from collections.abc import Iterator

from promptport_local.promptrails.resource import Json
from promptport_local.prompts import Prompt


def versions_of(prompt: Prompt) -> Iterator[Json]:
    """The versions of a prompt, oldest first, as a client would give them."""
    for version in prompt.versions:
        assistant = version.text("assistant")
        yield {
            "version": str(version.number),
            "system_prompt": version.text("system", "developer") or "",
            "user_prompt": version.text("user") or "",
            "input_schema": input_schema(version.variables),
            "config": {**version.settings, **({"assistant_prompt": assistant} if assistant else {})},
            **({"message": version.note} if version.note else {}),
            "set_current": version is prompt.live,
        }


def input_schema(variables: list[Json]) -> Json:
    """A JSON schema of variables, each of `name` and any of `type`, `enum`, `required`, `default` and `description`."""
    names = ("type", "enum", "default", "description")
    properties = {
        each["name"]: {name: each[name] for name in names if each.get(name) is not None} for each in variables
    }
    required = [each["name"] for each in variables if each.get("required")]
    return {"type": "object", "properties": properties, "required": required} if variables else {}
