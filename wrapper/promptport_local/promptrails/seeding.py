"""Adding to the local PromptRails what is given as data: by tests, the control surface, the fixture and prompt files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.clock import read, written
from promptport_local.errors import Refusal
from promptport_local.promptrails.errors import message_of
from promptport_local.promptrails.given import versions_of
from promptport_local.promptrails.keys import Keys
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.seeds import FORMER, check_seed
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions
from promptport_local.promptrails.vfs_paths import normalized
from promptport_local.promptrails.vfs_tree import FileTree
from promptport_local.prompts import Prompt

# What may be seeded beside the fields of a resource.
_TEXTS = {"credentials": "value", "agent_triggers": "secret"}
_BESIDE = {**_TEXTS, "agent_versions": "prompt_ids"}


class Seeding:
    """Adds records, keys and options.

    Args:
        state: What is held.
        records: The records as clients see them.
        versions: The versions of agents, prompts and data sources.
        files: The agents' files.
        keys: The API keys.
    """

    def __init__(self, state: State, records: Records, versions: Versions, files: FileTree, keys: Keys) -> None:
        self._state = state
        self._records = records
        self._versions = versions
        self._files = files
        self._keys = keys

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data, in place of what has the same id.

        Args:
            data: Lists of records by the names of `promptrails.resources`, in the order of that table, each of any of the
                fields that it is shown with (but records inside of it): what is left out is as in a record that a client
                makes. A version that `is_current` takes the place of the one that was; a credential may have a `value`,
                a trigger a `secret`; what leads to a file is made, and what stands at its path goes. Triggers may be
                named `webhook_triggers` too.
                Besides `keys`, each of `token`, `active` (False for one that was revoked: 401), `allowed` (False for
                one that may not be used from here: 403) and `scopes` (what it may do; all without them); and `options`,
                an object with the fields of `Options`.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        check_seed(data)
        with self._state.environment.transaction():
            for key in data.get("keys", []):
                self._keys.put(**key)
            for name in RESOURCES:
                for key in (name, *(former for former, today in FORMER.items() if today == name)):
                    for index, given in enumerate(data.get(key, [])):
                        self._put(name, given, f"promptrails.{key}.{index}")
        for option, value in data.get("options", {}).items():
            setattr(self._state.options, option, value)

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given; one whose name is held already gets their versions in place of its own.

        PromptRails' versions have a system and a user prompt. What else there is is kept: an assistant's prompt and the
        settings of the model as `config`, the variables as `input_schema`. The version in production is current.
        """
        with self._state.environment.transaction():
            for prompt in prompts:
                held = self._state.all("prompts", name=prompt.name)
                owner = held[0] if held else self._state.add("prompts", name=prompt.name)
                if prompt.live is not None and prompt.live.description:
                    self._state.put("prompts", {**owner, "description": prompt.live.description})
                for each in self._state.all("prompt_versions", prompt_id=owner["id"]):
                    self._state.remove("prompt_versions", each["id"])
                for given in versions_of(prompt):
                    self._versions.create("prompt_versions", owner["id"], given)

    def _put(self, name: str, given: Json, where: str) -> None:
        """Keep a record of a seed.

        Raises:
            ValueError: It is not one; the text says where in the seed it stands.
        """
        resource = RESOURCES[name]
        allowed = {*self._records.fields.names(name), _BESIDE.get(name)}
        if strange := sorted(set(given) - allowed):
            raise ValueError(f"{where} holds a field that is not known: {', '.join(strange)}")
        fields = {key: value for key, value in given.items() if key != "prompt_ids"}
        try:
            self._records.fields.check(name, {"id": "", **fields})
            for key, value in fields.items():
                if key.endswith("_at") and value is not None:
                    fields[key] = written(read(value))
            if not isinstance(fields.get(_TEXTS.get(name, ""), ""), str):
                raise ValueError(f"{_TEXTS[name]} must be string")
            if resource.parent is not None and resource.parent.known:
                self._state.need(resource.parent.resource, str(given.get(resource.parent.field)))
            kept = resource.derive(fields) if resource.derive else fields
            if name == "agent_files":
                self._files.clear(kept["agent_id"], normalized(kept.get("path", "")), kept.get("id"))
        except Refusal as refusal:
            raise ValueError(f"{where}: {message_of(refusal)}") from None
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from None
        former = self._state.find(name, fields.get("id")) or {}
        hidden = {key: value for key, value in former.items() if key.startswith("_")}
        if "promote_version" in resource.operations.values() and resource.parent is not None:
            beside = {key: fields[key] for key in ("id", "created_at", "prompts") if key in fields}
            current = {"set_current": fields.get("is_current", False)}
            self._versions.create(name, fields[resource.parent.field], {**given, **current}, **beside)
        else:
            self._state.add(name, **{**hidden, **kept})
