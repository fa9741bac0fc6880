"""Prompts that the server was given, as Promptic has them: an experiment a version."""

from __future__ import annotations

from promptport_local.promptic.resources import Json
from promptport_local.prompts import Prompt, Version


def component_of(prompt: Prompt) -> Json:
    """A prompt as a component with experiments that are over, to be seeded; the version in production is deployed."""
    return {"name": prompt.name, "experiments": [_experiment(prompt, each) for each in prompt.versions]}


def _experiment(prompt: Prompt, version: Version) -> Json:
    # Promptic has no developer: who says that is its system.
    messages = [{**each, "role": "system" if each["role"] == "developer" else each["role"]} for each in version.said]
    fields = {"targetModel": version.config.get("model"), "provider": version.config.get("provider")}
    return {
        "name": f"version {version.number}",
        **{name: value for name, value in fields.items() if value is not None},
        "taskType": "textGeneration",
        "promptMessages": messages,
        "iterations": [{"promptMessages": messages}],
        "deployed": version is prompt.live,
    }
