"""Prompts of files as PromptRails has them."""

from __future__ import annotations

from collections.abc import Iterator

from promptport.local.promptrails.kind import Json
from promptport.local.prompts import PromptFile


def fields_of_file(prompt: PromptFile) -> Iterator[Json]:
    """The versions of a prompt file, oldest first, as a client would give them."""
    live = [index for index, each in enumerate(prompt.versions) if each.get("status", "production") == "production"]
    for index, version in enumerate(prompt.versions):
        assistant = version.get("assistant_prompt")
        yield {
            "system_prompt": version.get("system_prompt") or "",
            "user_prompt": version.get("user_prompt") or "",
            "input_schema": input_schema(version.get("variables", [])),
            "config": {**version.get("model_config", {}), **({"assistant_prompt": assistant} if assistant else {})},
            "set_current": live[-1:] == [index],
        }


def input_schema(variables: list[Json]) -> Json:
    """A JSON schema of variables, each of `name` and any of `type`, `required`, `default` and `description`."""
    names = ("type", "default", "description")
    properties = {
        each["name"]: {name: each[name] for name in names if each.get(name) is not None} for each in variables
    }
    required = [each["name"] for each in variables if each.get("required")]
    return {"type": "object", "properties": properties, "required": required} if variables else {}
