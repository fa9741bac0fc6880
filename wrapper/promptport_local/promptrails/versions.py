"""Versions of agents, prompts and data sources: which is current, how they are labelled, and promotion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from promptport_local.promptrails.errors import bad_request, not_found
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json, Parent
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.state import State


class Versions:
    """The versions of everything that has some. One at most is current; its owner knows it.

    Args:
        state: What is held.
        records: The records as clients see them.
    """

    def __init__(self, state: State, records: Records) -> None:
        self._state = state
        self._records = records

    def create(self, name: str, owner_id: str, given: Mapping[str, Any], **fields: Any) -> Json:
        """Make a version; with `set_current` it becomes the current one.

        Args:
            name: The resource, such as `prompt_versions`.
            owner_id: What it is a version of.
            given: What the client gave: the fields of the resource, `set_current`, and `prompt_ids` for an agent.
            fields: Further fields, which no client gives, such as `id`.

        Returns:
            The version as it is shown. One without a label gets the next that is free.

        Raises:
            Refusal: 404; there is no such owner. 400; a field is of a wrong type.
        """
        state = self._state
        if not isinstance(given.get("set_current", False), bool):
            raise bad_request("set_current must be boolean", {"set_current": "must be boolean"})
        with state.environment.transaction():
            shown = self._records.create(name, given, owner_id, **fields)
            version = state.need(name, shown["id"])
            version["version"] = version["version"] or self._free_label(name, owner_id)
            if "prompts" in version and not version["prompts"]:
                version["prompts"] = list(self._links(version, given))
            state.put(name, version)
            if given.get("set_current"):
                self._make_current(name, owner_id, version)
            return self._records.view(name, version)

    def promote(self, name: str, owner_id: str, version_id: str) -> Json:
        """Make a version the current one.

        Raises:
            Refusal: 404; there is no such version, or it is of another owner.
        """
        with self._state.environment.transaction():
            version = self._of(name, owner_id, version_id)
            self._make_current(name, owner_id, version)
            return self._records.view(name, version)

    def chosen(self, name: str, owner: Json, version_id: str | None = None) -> Json | None:
        """The version with this id, or else the current one; None where none is current.

        Raises:
            Refusal: 404; there is no such version, or it is of another owner.
        """
        if version_id is not None:
            return self._of(name, owner["id"], version_id)
        return self._state.find(name, owner.get("_current"))

    def _of(self, name: str, owner_id: str, version_id: str) -> Json:
        version = self._state.find(name, version_id)
        if version is None or version[_owner(name).field] != owner_id:
            raise not_found(RESOURCES[name].noun)
        return version

    def _make_current(self, name: str, owner_id: str, version: Json) -> None:
        owner = self._state.need(_owner(name).resource, owner_id)
        former = self._state.find(name, owner.get("_current"))
        if former is not None:
            self._state.put(name, {**former, "is_current": False})
        version["is_current"] = True
        self._state.put(name, version)
        self._state.put(_owner(name).resource, {**owner, "_current": version["id"]})

    def _free_label(self, name: str, owner_id: str) -> str:
        taken = {each["version"] for each in self._state.all(name, **{_owner(name).field: owner_id})}
        return next(label for number in count() if (label := f"1.0.{number}") not in taken)

    def _links(self, version: Json, given: Mapping[str, Any]) -> Iterator[Json]:
        """The prompts that a version of an agent links: those of its config, or those that are given beside it."""
        config = version["config"] or {}
        links = config.get("prompt_ids") or given.get("prompt_ids") or []
        if not links and isinstance(config.get("prompt_id"), str):
            links = [{"prompt_id": config["prompt_id"], "role": "main", "sort_order": 0}]
        for link in links if isinstance(links, list) else []:
            # A config without a type is whatever its author likes; what is no link in it is none.
            if not self._records.fields.problems("PromptLink", link):
                names = ("prompt_id", "role", "sort_order")
                own = {"id": self._state.mint(), "agent_version_id": version["id"]}
                yield {**own, **{name: link[name] for name in names}}


def _owner(name: str) -> Parent:
    owner = RESOURCES[name].parent
    assert owner is not None
    return owner
