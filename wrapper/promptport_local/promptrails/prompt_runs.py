"""Runs of prompts by themselves: their templates are filled in, and nothing stays behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from promptport_local.promptrails.errors import refused
from promptport_local.promptrails.figures import RUN, Figures
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions

_VARIABLE = re.compile(r"\{\{\s*([^{}\s]+)\s*\}\}")


class PromptRuns:
    """Runs prompts, without any model.

    Args:
        state: What is held.
        versions: The versions of the prompts.
    """

    def __init__(self, state: State, versions: Versions) -> None:
        self._state = state
        self._versions = versions

    def preview(self, prompt_id: str, input: Mapping[str, Any], version_id: str | None = None) -> Json:
        """What a prompt would answer.

        Raises:
            Refusal: 404; there is no such prompt, or no such version of it.
        """
        prompt = self._state.need("prompts", prompt_id)
        version = self._versions.chosen("prompt_versions", prompt, version_id) or {}
        return self._generate(prompt, version, input)

    def run(self, prompt_id: str, input: Mapping[str, Any] | None = None, **settings: Any) -> Json:
        """What a prompt answers with settings of its own, in place of those of its current version.

        Args:
            prompt_id: The prompt.
            input: The values of its variables.
            settings: What a version of a prompt has too: `user_prompt`, `llm_model_id`, `max_tokens` and so on.

        Raises:
            Refusal: 404; there is no such prompt.
        """
        prompt = self._state.need("prompts", prompt_id)
        version = self._versions.chosen("prompt_versions", prompt) or {}
        given = {name: value for name, value in settings.items() if value is not None}
        return self._generate(prompt, {**version, **given}, input or {})

    def _generate(self, prompt: Json, version: Mapping[str, Any], input: Mapping[str, Any]) -> Json:
        if self._state.options.failure is not None:
            raise refused(500, "execution_failed", self._state.options.failure)
        chance = self._state.environment.random
        wrote = chance.randint(30, 200)
        limit = version.get("max_tokens")
        figures = Figures(
            self._model(version),
            chance.randint(50, 300),
            wrote if limit is None else max(min(wrote, int(limit)), 0),
            0.0,
            chance.randint(150, 1500),
        )
        asked = render(version.get("user_prompt") or prompt["name"], {**_usual(version), **input})
        return {
            "content": f"This is a simulated answer to: {asked}",
            "token_usage": figures.usage,
            "cost": round(figures.read * 0.000003 + figures.wrote * 0.000015, 6),
            "duration_ms": figures.milliseconds,
            "model": figures.model,
            "trace_id": self._state.digits(32),
        }

    def _model(self, version: Mapping[str, Any]) -> str:
        """The name of the model that a version runs on: its own, or the one that takes over where that is not known."""
        for field in ("llm_model_id", "fallback_llm_model_id"):
            model = self._state.find("llm_models", version.get(field))
            if model is not None:
                return str(model["model_id"])
        return RUN.model


def render(template: str, values: Mapping[str, Any]) -> str:
    """A template with its variables filled in; one that has no value stays as it is written."""
    return _VARIABLE.sub(lambda found: str(values[found[1]]) if found[1] in values else found[0], template)


def _usual(version: Mapping[str, Any]) -> Json:
    """The values that a version's variables have where none is given."""
    schema = version.get("input_schema")
    properties = schema.get("properties") if isinstance(schema, dict) else None
    return {
        name: about["default"]
        for name, about in (properties if isinstance(properties, dict) else {}).items()
        if isinstance(about, dict) and "default" in about
    }
