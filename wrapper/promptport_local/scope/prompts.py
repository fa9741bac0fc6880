"""Scope's prompts with their versions: how they get there, and how they are found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from promptport_local.scope.ids import prompt_id, ulid
from promptport_local.scope.state import ORGANISATION, Json, State
from promptport_local.scope.versions import version_record, with_production


class Prompts:
    """Prompts. One is named by its name or its id, wherever one is asked for.

    Args:
        state: What the local Scope holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def find(self, org_id: str, prompt: str, by_name: bool = False) -> Json | None:
        """An organisation's prompt, by its id where the text has the form of one, else by its name.

        Args:
            org_id: The organisation.
            prompt: The id or the name.
            by_name: Whether it is a name whatever its form.
        """
        ident = None if by_name else prompt_id(prompt)
        if ident is not None:
            owner, prompt = self._state.names.get(ident) or (None, prompt)
            if owner != org_id:
                return None
        found: Json | None = self._state.prompts.get(org_id, prompt)
        return found

    def need(self, org_id: str, prompt: str, by_name: bool = False) -> Json:
        """An organisation's prompt, found as `find` does.

        Raises:
            ValueError: There is none.
        """
        found = self.find(org_id, prompt, by_name)
        if found is None:
            raise ValueError(f"{org_id} has no prompt {prompt!r}")
        return found

    def put(self, name: str, versions: Sequence[Json] = (), org_id: str = ORGANISATION, id: str | None = None) -> None:
        """Keep a prompt, in place of the organisation's prompt with this name, whose id it takes over.

        Raises:
            ValueError: The id is no id of a prompt, or taken; or the versions do not fit together.
        """
        held = self.find(org_id, name, by_name=True)
        ident = prompt_id(id) if id is not None else held["id"] if held else self._mint()
        if ident is None:
            raise ValueError(f"the id of a prompt is prompt_ and a ULID, not {id!r}")
        if self._state.names.get(ident) not in (None, [org_id, name]):
            raise ValueError(f"the id {ident} is another prompt's")
        if held:
            self._state.names.remove(held["id"])
        self._state.names.put(ident, value=[org_id, name])
        prompt: Json = {"id": ident, "name": name, "org_id": org_id, "versions": []}
        try:
            chosen = with_production(versions)
        except ValueError as error:
            raise ValueError(f"the prompt {name!r}: {error}") from None
        for each in chosen:
            self._append(prompt, {"status": "published", **each})
        self._state.prompts.put(org_id, name, value=prompt)

    def put_version(self, prompt: str, org_id: str = ORGANISATION, **fields: Any) -> None:
        """Add a version to a prompt; one that is in production takes the place of the one that was.

        Raises:
            ValueError: There is no such prompt, or the version does not fit in.
        """
        record = self.need(org_id, prompt)
        production = fields.get("is_production", False)
        if production:
            for each in record["versions"]:
                each["is_production"] = False
        self._append(record, {"status": "published" if production else "draft", **fields})
        self._state.prompts.put(org_id, record["name"], value=record)

    def promote(self, prompt: str, version_id: str, org_id: str = ORGANISATION, by: str | None = None) -> None:
        """Put a version into production, published if it was not; the one that was there stays published.

        Raises:
            ValueError: There is no such prompt or version.
        """
        record = self.need(org_id, prompt)
        if all(each["id"] != version_id for each in record["versions"]):
            raise ValueError(f"the prompt {prompt!r} has no version {version_id!r}")
        moment = self._state.environment.moment()
        for each in record["versions"]:
            each["is_production"] = each["id"] == version_id
            if each["is_production"]:
                each.update(status="published", promoted_at=moment, promoted_by=by, updated_at=moment)
        self._state.prompts.put(org_id, record["name"], value=record)

    def _append(self, prompt: Json, fields: Json) -> None:
        """Add a version to a prompt's record."""
        taken = {each["id"] for each in prompt["versions"]}
        before = prompt["versions"][-1]["version_number"] if prompt["versions"] else 0
        number = fields.get("version_number", before + 1)
        if number <= before:
            raise ValueError(
                f"the prompt {prompt['name']!r}: version {number} stands behind version {before}; numbers rise"
            )
        # No random id: a prompt file that is read again at the next start keeps the ids of its versions.
        ident = fields.get("id") or next(each for n in count(number) if (each := f"version-{n}") not in taken)
        if ident in taken:
            raise ValueError(f"the prompt {prompt['name']!r} has two versions {ident!r}")
        prompt["versions"].append(version_record(ident, number, fields, self._state.environment.moment))

    def _mint(self) -> str:
        environment = self._state.environment
        # With a seed and a file the same digits come again after a restart.
        while True:
            ident = f"prompt_{ulid(environment.now(), environment.random)}"
            if self._state.names.get(ident) is None:
                return ident
