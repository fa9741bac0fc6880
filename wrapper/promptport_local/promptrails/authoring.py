"""What people do on PromptRails' pages: versions of prompts, and which of them is current."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from promptport_local import authoring
from promptport_local.authoring import DRAFT, PRODUCTION, Impossible, PromptView, VersionView
from promptport_local.promptrails.given import input_schema
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions

_ROLES = {"system": "system_prompt", "user": "user_prompt"}
_SETTINGS = (
    *("llm_model_id", "fallback_llm_model_id", "temperature", "max_tokens", "top_p"),
    *("output_schema", "config", "cache_timeout"),
)


class Authoring(authoring.Authoring):
    """Versions of prompts, by the labels of their authors. `production` is the current version; a `draft` is none.

    Args:
        state: What is held.
        versions: Makes and promotes versions.
    """

    labels: ClassVar[Sequence[str] | None] = (PRODUCTION, DRAFT)
    moved: ClassVar[Sequence[str] | None] = (PRODUCTION,)
    lacks: ClassVar[Mapping[str, str]] = {
        "ab_tests": "PromptRails has no A/B tests of prompts: the current version answers every call.",
        "tokens": "PromptRails has no tokens that expire: its clients send the API key itself.",
    }

    def __init__(self, state: State, versions: Versions) -> None:
        self._state = state
        self._versions = versions

    def prompts(self) -> list[PromptView]:
        """The prompts of the workspace."""
        with self._state.environment.transaction():
            return [PromptView(each["name"], self._view(each)) for each in self._state.all("prompts")]

    def publish(self, name: str, messages: Sequence[Json], labels: Sequence[str]) -> str:
        """Make a version, with the settings of the one before and what that declares of its variables."""
        authoring.check_roles("PromptRails", messages, tuple(_ROLES), one_each=True)
        chosen = authoring.chosen_labels("PromptRails", labels, self.labels)
        if len(set(chosen)) > 1:
            raise Impossible("A version of PromptRails is current or a draft, not both.")
        said = {str(each["role"]): each["content"] for each in messages}
        with self._state.environment.transaction():
            prompt = self._find(name) or self._state.add("prompts", name=name)
            held = self._state.all("prompt_versions", prompt_id=prompt["id"])
            before: Json = held[-1] if held else {}
            declared = _declared(before.get("input_schema"))
            found = authoring.placeholders(messages)
            numbers = [each["version"] for each in held]
            label = {"version": str(max(map(int, numbers)) + 1)} if all(map(_is_number, numbers)) and numbers else {}
            given = {
                **{key: before[key] for key in _SETTINGS if before.get(key) is not None},
                **{field: said.get(role, "") for role, field in _ROLES.items()},
                **label,
                "input_schema": input_schema(
                    [declared.get(each) or {"name": each, "type": "string", "required": True} for each in found]
                ),
                "set_current": PRODUCTION in chosen,
            }
            return str(self._versions.create("prompt_versions", prompt["id"], given)["version"])

    def label(self, name: str, version: str, label: str) -> None:
        """Make a version the current one."""
        if label != PRODUCTION:
            raise Impossible(f"PromptRails moves the label {PRODUCTION} alone, not {label!r}.")
        with self._state.environment.transaction():
            prompt = self._find(name)
            if prompt is None:
                raise ValueError(f"PromptRails holds no prompt {name!r}")
            authoring.version_of(PromptView(name, self._view(prompt)), version)
            held = self._state.all("prompt_versions", prompt_id=prompt["id"])
            found = next(each for each in reversed(held) if version in (each["version"], each["id"]))
            self._versions.promote("prompt_versions", prompt["id"], found["id"])

    def _find(self, name: str) -> Json | None:
        found = self._state.all("prompts", name=name)
        if len(found) > 1:
            raise ValueError(
                f"PromptRails holds {len(found)} prompts {name!r}: {', '.join(each['id'] for each in found)}"
            )
        return found[0] if found else None

    def _view(self, prompt: Json) -> list[VersionView]:
        held = self._state.all("prompt_versions", prompt_id=prompt["id"])
        return [_version(each) for each in reversed(held)]


def _version(version: Json) -> VersionView:
    messages = [{"role": role, "content": version[key]} for role, key in _ROLES.items() if version.get(key)]
    declared = _declared(version.get("input_schema"))
    return VersionView(
        version["version"] or version["id"],
        messages,
        [PRODUCTION] if version["is_current"] else [],
        list(declared) or authoring.placeholders(messages),
        created=version.get("created_at"),
        title=version.get("message") or None,
    )


def _declared(schema: Any) -> dict[str, Json]:
    """The variables that a JSON schema declares, by name."""
    known = schema if isinstance(schema, dict) else {}
    properties, required = known.get("properties"), known.get("required")
    return {
        name: {**about, "name": name, "required": isinstance(required, list) and name in required}
        for name, about in (properties if isinstance(properties, dict) else {}).items()
        if isinstance(about, dict)
    }


def _is_number(label: str) -> bool:
    return label.isdecimal()
