"""Langfuse's prompts with their versions: what makes them, changes them, and takes them away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from promptport_local.langfuse.dependencies import Dependency, Resolution, Unresolvable, dependencies_of
from promptport_local.langfuse.errors import not_found, refused
from promptport_local.langfuse.reading import LATEST
from promptport_local.langfuse.state import Json, State
from promptport_local.langfuse.versions import (
    chosen,
    give_labels,
    give_tags,
    stored,
    version_record,
    with_latest,
)

# What the editor calls a variable; clients put more in.
_VARIABLE = re.compile(r"\{\{([^\W\d_]\w*)\}\}")


class Prompts:
    """Prompts, each a name with versions.

    Args:
        state: What the local Langfuse holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def find(self, dependency: Dependency) -> tuple[Json, Json] | None:
        """A prompt and its version of a number or a label; None where there is none."""
        prompt = self._state.prompts.get(dependency.name)
        version = chosen(prompt, dependency.version, dependency.label) if prompt else None
        return None if version is None else (prompt, version)

    def create(self, fields: Json) -> Json:
        """Make a version: what is answered.

        Args:
            fields: What `read_creation` gives.

        Raises:
            Refusal: 400; a rule is broken.
        """
        with self._state.environment.transaction():
            name = fields["name"]
            new: Json = {"name": name, "type": fields["type"], "tags": [], "versions": []}
            prompt: Json = self._state.prompts.get(name) or new
            if prompt["type"] != fields["type"]:
                raise refused(400, f"The prompt {name!r} is of type {prompt['type']}, and so are all its versions.")
            _check_places(fields["prompt"])
            moment = self._state.moment()
            number = max((each["version"] for each in prompt["versions"]), default=0) + 1
            version = version_record(self._state.environment.uuid(), number, fields, moment)
            try:
                Resolution(self.find).resolve(prompt, version)
            except Unresolvable as error:
                raise refused(400, str(error)) from None
            if fields["tags"] is not None:
                give_tags(prompt, fields["tags"], moment)
            prompt["versions"].append(version)
            give_labels(prompt, version, with_latest(fields["labels"]), moment)
            self._state.prompts.put(name, value=prompt)
            return stored(prompt, version)

    def give(self, name: str, number: int, labels: Sequence[str]) -> Json:
        """Give labels to a version, which keeps those that it has: what is answered.

        Raises:
            Refusal: 404; there is no such version.
        """
        with self._state.environment.transaction():
            found = self.find(Dependency(name, number, None))
            if found is None:
                raise not_found(name, number, None)
            prompt, version = found
            give_labels(prompt, version, [*labels, *version["labels"]], self._state.moment())
            self._state.prompts.put(name, value=prompt)
            return stored(prompt, version)

    def delete(self, name: str, number: int | None, label: str | None) -> None:
        """Delete the version of a number or a label; all of them where neither is given.

        Raises:
            Refusal: 404 where there is none; 400 where another prompt refers to what would go.
        """
        with self._state.environment.transaction():
            prompt: Json = self._state.prompts.get(name) or {"versions": []}
            every: list[Json] = prompt["versions"]
            one = chosen(prompt, number, label)
            going = every if (number, label) == (None, None) else [each for each in every if each is one]
            if not going:
                raise not_found(name, number, label)
            staying = [each for each in every if each not in going]
            self._check_dependents(name, going, staying)
            if not staying:
                self._state.prompts.remove(name)
                return
            prompt["versions"] = staying
            if all(LATEST not in each["labels"] for each in staying):
                highest = max(staying, key=lambda each: int(each["version"]))
                give_labels(prompt, highest, with_latest(highest["labels"]), self._state.moment())
            self._state.prompts.put(name, value=prompt)

    def _check_dependents(self, name: str, going: Sequence[Json], staying: Sequence[Json]) -> None:
        """Refuse to take away what another prompt refers to: a version, or a label that would stand nowhere any more."""
        numbers = {each["version"] for each in going}
        left = {label for each in staying for label in each["labels"]} | ({LATEST} if staying else set())
        labels = {label for each in going for label in each["labels"]} - left
        dependents = [
            f"{other['name']!r} version {each['version']}"
            for other in self._state.prompts.all()
            if other["name"] != name
            for each in other["versions"]
            if any(
                one.name == name and (one.version in numbers or one.label in labels)
                for one in dependencies_of(each["prompt"])
            )
        ]
        if dependents:
            raise refused(400, f"Other prompts refer to what would be deleted of {name!r}: {', '.join(dependents)}.")


def _check_places(prompt: Any) -> None:
    """Refuse a chat in which a variable and a place for messages have one name."""
    if isinstance(prompt, str):
        return
    places = {each["name"] for each in prompt if "name" in each}
    variables = {name for each in prompt for name in _VARIABLE.findall(each.get("content", ""))}
    both = sorted(places & variables)
    if both:
        raise refused(400, f"These are variables and places for messages at once: {', '.join(both)}.")
