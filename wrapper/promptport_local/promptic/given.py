"""Prompts that the server was given, as Promptic has them: an experiment a version."""

from __future__ import annotations

from promptport_local.promptic.resources import Json
from promptport_local.prompts import Prompt, Version, text_of


def component_of(prompt: Prompt) -> Json:
    """A prompt as a component with experiments that are over, to be seeded; the version in production is deployed."""
    return {"name": prompt.name, "experiments": [_experiment(prompt, each) for each in prompt.versions]}


def _experiment(prompt: Prompt, version: Version) -> Json:
    # Promptic has texts alone, of three roles: what a developer says is its system's, and what a tool answers is none of them.
    messages = [
        {"role": "system" if each["role"] == "developer" else each["role"], "content": text}
        for each in version.said
        if each["role"] != "tool" and (text := text_of(each)) is not None
    ]
    fields = {"targetModel": version.settings.get("model"), "provider": version.settings.get("provider")}
    return {
        "name": f"version {version.number}",
        **{name: value for name, value in fields.items() if value is not None},
        "taskType": "textGeneration",
        "promptMessages": messages,
        "iterations": [{"promptMessages": messages}],
        "deployed": version is prompt.live,
    }
