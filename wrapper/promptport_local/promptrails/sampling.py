"""Which model a version of an agent runs on, and how it samples: said by the version, its config, or its prompt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.promptrails.figures import Figures
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State

_SETTINGS = ("temperature", "top_p", "top_k", "max_tokens")
# What names a model: in the version's `model_config`, and in configs and versions of prompts.
_MODELS = (("model_id", "llm_model_id"), ("fallback_model_id", "fallback_llm_model_id"))


class Sampling:
    """Settles what several places may say; the first that says something is heard.

    They are, in this order, the version's `model_config`, its `config`, and the current version of its first prompt.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def figures(self, version: Mapping[str, Any], usual: Figures) -> Figures:
        """What a run of a version takes: on its model, which writes no more than it is let."""
        model = self._model(version)
        limit = self._settings(version).get("max_tokens")
        wrote = min(usual.wrote, max(int(limit), 0)) if isinstance(limit, int) else usual.wrote
        return usual._replace(model=str(model["model_id"]) if model else usual.model, wrote=wrote)

    def span(self, version: Mapping[str, Any], model: str) -> Json:
        """What the span of a model's call tells of it.

        Args:
            version: The version that ran.
            model: The model's name.
        """
        prompt = self._prompt(version)
        known = self._state.all("llm_models", model_id=model)
        return {
            "attributes": self._settings(version),
            "model_name": model,
            "llm_model_id": known[0]["id"] if known else None,
            "prompt_id": prompt["id"] if prompt else None,
            "prompt_name": prompt["name"] if prompt else "",
        }

    def _model(self, version: Mapping[str, Any]) -> Json | None:
        """The first model that is known among those that are named, those that take over after all others."""
        places = self._places(version)
        for names in _MODELS:
            for ident in (place[name] for place in places for name in names if isinstance(place.get(name), str)):
                model = self._state.find("llm_models", ident)
                if model is not None:
                    return model
        return None

    def _settings(self, version: Mapping[str, Any]) -> Json:
        places = self._places(version)
        found = {name: next((each[name] for each in places if each.get(name) is not None), None) for name in _SETTINGS}
        return {name: value for name, value in found.items() if value is not None}

    def _places(self, version: Mapping[str, Any]) -> list[Json]:
        prompt = self._prompt(version) or {}
        content = self._state.find("prompt_versions", prompt.get("_current"))
        places = (version.get("model_config"), version.get("config"), content)
        return [each for each in places if isinstance(each, dict)]

    def _prompt(self, version: Mapping[str, Any]) -> Json | None:
        links = version.get("prompts") or []
        return self._state.find("prompts", links[0].get("prompt_id")) if links else None
