"""Prompts within prompts: which others a text refers to, and what it says with them put in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from promptport_local.langfuse.state import Json

_TAG = re.compile(r"@@@langfusePrompt:(.*?)@@@", re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,15}")
_DEEPEST = 5  # the prompt itself and four below
# Nobody's prompt has as many; without a bound, four levels of some lines each would say more than memory holds.
MOST, LONGEST = 10_000, 5_000_000


class Unresolvable(Exception):
    """What a prompt refers to can't be put in. The text says why."""


@dataclass(frozen=True)
class Dependency:
    """What a tag in a text refers to.

    Attributes:
        name: The prompt.
        version: The version's number; None where a label is given.
        label: The label of the version.
    """

    name: str
    version: int | None
    label: str | None

    def __str__(self) -> str:
        chosen = f"version {self.version}" if self.label is None else f"the label {self.label!r}"
        return f"{self.name!r} with {chosen}"


Find = Callable[[Dependency], "tuple[Json, Json] | None"]


def dependencies_of(prompt: Any) -> Iterator[Dependency]:
    """What a text or the messages of a chat refer to, in order."""
    for text in [prompt] if isinstance(prompt, str) else [each.get("content", "") for each in prompt]:
        for match in _TAG.finditer(text):
            found = _read(match[1])
            if found is not None:
                yield found


class Resolution:
    """Puts into one version of a prompt what it refers to.

    Args:
        find: Finds a prompt and the version that a tag means; None where there is none.

    Attributes:
        graph: By the id of a version, the versions that were put into it.
    """

    def __init__(self, find: Find) -> None:
        self._find = find
        self._count = 0
        self.graph: dict[str, list[Json]] = {}

    def resolve(self, prompt: Json, version: Json) -> Any:
        """What a version says with everything put in: the text, or the messages.

        Raises:
            Unresolvable: Something is not there, no text, a circle, or nested too deeply.
        """
        said, path = version["prompt"], (prompt["name"],)
        if isinstance(said, str):
            return self._put_in(said, version["id"], path)
        return [
            {**each, "content": self._put_in(each["content"], version["id"], path)} if "content" in each else each
            for each in said
        ]

    def _put_in(self, text: str, holder: str, path: tuple[str, ...]) -> str:
        def replace(match: re.Match[str]) -> str:
            dependency = _read(match[1])
            return match[0] if dependency is None else self._text(dependency, holder, path)

        resolved = _TAG.sub(replace, text)
        if len(resolved) > LONGEST:
            raise Unresolvable("With all that it refers to, the prompt is too long.")
        return resolved

    def _text(self, dependency: Dependency, holder: str, path: tuple[str, ...]) -> str:
        found = self._find(dependency) if _findable(dependency) else None
        if found is None:
            raise Unresolvable(f"The prompt {dependency} is not there.")
        prompt, version = found
        self._count += 1
        if prompt["type"] != "text":
            raise Unresolvable(f"The prompt {dependency} is a chat: texts alone can be put in.")
        if prompt["name"] in path:
            raise Unresolvable(f"The prompts go round in a circle: {' -> '.join([*path, prompt['name']])}.")
        if len(path) == _DEEPEST or self._count > MOST:
            raise Unresolvable(f"The prompts are nested too deeply: {' -> '.join([*path, prompt['name']])}.")
        put_in = {"id": version["id"], "name": prompt["name"], "version": version["version"]}
        below = self.graph.setdefault(holder, [])
        if put_in not in below:
            below.append(put_in)
        return self._put_in(version["prompt"], version["id"], (*path, prompt["name"]))


def _read(inner: str) -> Dependency | None:
    """What stands in a tag; None where it is none, which stays as it is."""
    parts = inner.split("|")
    if len(parts) != 2 or not parts[0].startswith("name="):
        return None
    kind, _, rest = parts[1].partition("=")
    name, value = parts[0].split("=")[1], rest.split("=")[0]
    if kind == "version" and _NUMBER.fullmatch(value):
        return Dependency(name, int(value), None)
    return Dependency(name, None, value) if kind == "label" else None


def _findable(dependency: Dependency) -> bool:
    """Whether a text is in JSON what it is: Langfuse looks for tags there, and finds no name that is written otherwise."""
    return all(
        json.dumps(each, ensure_ascii=False) == f'"{each}"' for each in (dependency.name, dependency.label or "")
    )
