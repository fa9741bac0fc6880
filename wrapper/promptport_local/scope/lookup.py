"""The calls of Scope's prompt API: which version of a prompt is answered."""

from __future__ import annotations

from typing import Any

from promptport_local.scope.errors import refused
from promptport_local.scope.prompts import Prompts
from promptport_local.scope.state import Json, State

_RUBY_NAMES = {"id": "version_id", "version_number": "version"}
_PYTHON_ONLY = ("is_production", "updated_at")
_RUBY_ONLY = ("name", "tags", "created_by", "promoted_at", "promoted_by")


class Lookup:
    """Chooses versions for callers. A prompt is named by its name or its id.

    Args:
        state: What the local Scope holds.
        prompts: The prompts.
    """

    def __init__(self, state: State, prompts: Prompts) -> None:
        self._state = state
        self._prompts = prompts

    def get_production(self, application: Json, prompt: str) -> Json:
        """The version of a prompt that is in production.

        Args:
            application: The caller's, from `authenticate`; only its organisation's prompts are found.
            prompt: The prompt's name, or its id.

        Raises:
            Refusal: 404, `prompt_not_found` or `no_production_version`.
        """
        found = self._sought(application, prompt)
        for version in found["versions"]:
            if version["is_production"]:
                return self._shown(found, version)
        raise refused(404, "no_production_version", f"No version of the prompt {prompt!r} is in production.")

    def get_latest(self, application: Json, prompt: str) -> Json:
        """The newest version of a prompt, whatever its status.

        Raises:
            Refusal: 404, `prompt_not_found`; or `version_not_found` where the prompt has no version.
        """
        found = self._sought(application, prompt)
        if not found["versions"]:
            raise refused(404, "version_not_found", f"The prompt {prompt!r} has no version.")
        return self._shown(found, found["versions"][-1])

    def get_version(self, application: Json, prompt: str, version_id: str) -> Json:
        """One version of a prompt, by its exact id.

        Raises:
            Refusal: 404, `prompt_not_found` or `version_not_found`.
        """
        found = self._sought(application, prompt)
        for version in found["versions"]:
            if version["id"] == version_id:
                return self._shown(found, version)
        raise refused(404, "version_not_found", f"The prompt {prompt!r} has no version {version_id!r}.")

    def _sought(self, application: Json, prompt: str) -> Json:
        found = self._prompts.find(application["org_id"], prompt)
        if found is None:
            raise refused(404, "prompt_not_found", f"There is no prompt {prompt!r}.")
        return found

    def _shown(self, prompt: Json, version: Json) -> Json:
        """A version as it is answered, in the spelling that `options` choose."""
        every: dict[str, Any] = {"prompt_id": prompt["id"], "name": prompt["name"], **version}
        spelling = self._state.options.spelling
        if spelling == "python":
            return {name: value for name, value in every.items() if name not in _RUBY_ONLY}
        ruby = {other: every[name] for name, other in _RUBY_NAMES.items()}
        if spelling == "both":
            return {**every, **ruby}
        return {**ruby, **{name: every[name] for name in every if name not in (*_RUBY_NAMES, *_PYTHON_ONLY)}}
