"""The calls of Langfuse that read prompts: a version, and the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from promptport_local.clock import read
from promptport_local.langfuse.dependencies import Dependency, Resolution, Unresolvable
from promptport_local.langfuse.errors import not_found, refused
from promptport_local.langfuse.prompts import Prompts
from promptport_local.langfuse.state import Json, State
from promptport_local.langfuse.versions import PRODUCTION, stored

_USUAL_LIMIT = 10


class Lookup:
    """Reads prompts.

    Args:
        state: What the local Langfuse holds.
        prompts: Finds them.
    """

    def __init__(self, state: State, prompts: Prompts) -> None:
        self._state = state
        self._prompts = prompts

    def get(self, name: str, version: int | None = None, label: str | None = None, resolve: bool = True) -> Json:
        """A version of a prompt; without a number and a label, the one in production.

        Args:
            name: The prompt's name.
            version: The version's number.
            label: A label.
            resolve: Whether what the text refers to is put in.

        Raises:
            Refusal: 404 where there is none; 409 where something can't be put in.
        """
        label = label or PRODUCTION if version is None else None
        with self._state.environment.transaction():
            found = self._prompts.find(Dependency(name, version, label))
            if found is None:
                raise not_found(name, version, label)
            prompt, chosen = found
            active = PRODUCTION in chosen["labels"]
            if not resolve:
                return stored(prompt, chosen, isActive=active, resolutionGraph=None)
            resolution = Resolution(self._prompts.find)
            try:
                said = resolution.resolve(prompt, chosen)
            except Unresolvable as error:
                raise refused(409, str(error)) from None
        root = {"name": name, "version": chosen["version"], "id": chosen["id"]}
        graph = {"root": root, "dependencies": resolution.graph} if resolution.graph else None
        return stored(prompt, {**chosen, "prompt": said}, isActive=active, resolutionGraph=graph)

    def list_prompts(
        self,
        name: str | None = None,
        label: str | None = None,
        tag: str | None = None,
        version: int | None = None,
        changed_from: datetime | None = None,
        changed_before: datetime | None = None,
        page: int = 1,
        limit: int = _USUAL_LIMIT,
    ) -> Json:
        """A page of the prompts, by name, each with the versions that pass the filters.

        Args:
            name: The exact name.
            label: Only versions with this label.
            tag: Only prompts with this tag.
            version: Only versions of this number.
            changed_from: Only versions that were changed then or later.
            changed_before: Only versions that were changed before.
            page: Which page, from 1.
            limit: How many prompts a page has.
        """
        tests: list[Callable[[Json], bool]] = []
        if label is not None:
            tests.append(lambda each: label in each["labels"])
        if version is not None:
            tests.append(lambda each: each["version"] == version)
        if changed_from is not None:
            tests.append(lambda each: read(each["updatedAt"]) >= changed_from)
        if changed_before is not None:
            tests.append(lambda each: read(each["updatedAt"]) < changed_before)
        found = [
            _listed(prompt, versions)
            for prompt in sorted(self._state.prompts.all(), key=lambda each: str(each["name"]))
            if name in (None, prompt["name"])
            and (tag is None or tag in prompt["tags"])
            and (versions := [each for each in prompt["versions"] if all(test(each) for test in tests)])
        ]
        pages = -(-len(found) // limit)
        meta = {"page": page, "limit": limit, "totalPages": pages, "totalItems": len(found)}
        return {"data": found[(page - 1) * limit : page * limit], "meta": meta, "pagination": meta}


def _listed(prompt: Json, versions: list[Any]) -> Json:
    return {
        "name": prompt["name"],
        "type": prompt["type"],
        "versions": [each["version"] for each in versions],
        "labels": sorted({label for each in versions for label in each["labels"]}),
        "tags": prompt["tags"],
        "lastUpdatedAt": max(each["updatedAt"] for each in versions),
        "lastConfig": versions[-1]["config"],
    }
