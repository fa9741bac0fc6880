"""The releases of a vendor that a contract covers, and what of the contract one of them has.

A contract lists them as `x-releases`, oldest first. Whatever is not of all of them says so: `x-since` is the first release that
has it, `x-until` the last one; values are marked by name in `x-values`, beside their schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from promptport_local.errors import ReleaseError
from promptport_local.schemas import Json

# What holds data, in which a name such as `x-since` would mean nothing.
_DATA = frozenset({"example", "examples", "default", "enum", "const", "x-values", "x-examples"})
# What holds things by names that are anybody's choice.
_NAMED = frozenset(
    {
        "properties",
        "patternProperties",
        "$defs",
        "paths",
        "responses",
        "content",
        "headers",
        "parameters",
        "requestBodies",
    }
    | {"schemas", "securitySchemes"}
)


@dataclass(frozen=True)
class Release:
    """One release among those that a contract covers.

    Attributes:
        name: Which one, such as `0.9.2`.
        known: All of them, oldest first.
    """

    name: str
    known: tuple[str, ...]

    def has(self, marks: Any) -> bool:
        """Whether something is of this release, by its marks; what has none is of all."""
        if not isinstance(marks, Mapping):
            return True
        since, until = marks.get("x-since", self.known[0]), marks.get("x-until", self.known[-1])
        at = self.known.index
        return at(since) <= at(self.name) <= at(until)

    def since(self, release: str) -> bool:
        """Whether it is a release, or a later one."""
        return self.has({"x-since": release})


def releases_of(document: Json) -> tuple[str, ...]:
    """The releases that a contract covers, the oldest first; one that tells none apart is of the release in its `info`."""
    return tuple(document.get("x-releases") or (document["info"]["version"],))


def release_of(platform: str, document: Json, name: str) -> Release:
    """One of the releases that a contract covers.

    Raises:
        ReleaseError: It covers no such release; the text lists those it does.
    """
    known = releases_of(document)
    if name not in known:
        raise ReleaseError(f"{platform} has no release {name!r}; there {_are(known)}")
    return Release(name, known)


def read_releases(texts: Iterable[str]) -> dict[str, str]:
    """What `promptport serve --as` was given, such as `promptrails=0.3.0`, by platform.

    Raises:
        ReleaseError: A text is not of this form, or a platform is to be two releases.
    """
    found: dict[str, str] = {}
    for text in texts:
        platform, equals, release = text.partition("=")
        if not (platform and equals and release):
            raise ReleaseError(f"{text!r} says no release; give a platform and its release, such as promptrails=0.3.0")
        if found.setdefault(platform, release) != release:
            raise ReleaseError(f"{platform} can't be {found[platform]} and {release} at once; start two servers")
    return found


class DocumentView:
    """A contract as of one release: a copy without the operations, parameters, fields and values that are not of it.

    Args:
        document: The contract, with what all releases have.
        release: The release.
    """

    def __init__(self, document: Json, release: Release) -> None:
        self._document = document
        self.release = release

    def made(self) -> Json:
        """The copy."""
        made: Json = self._copied(self._document, named=False)
        lost = {*self._schemes(self._document)} - {*self._schemes(made)}
        for item in (made, *(each for path in made.get("paths", {}).values() for each in path.values())):
            if lost and isinstance(item, dict) and "security" in item:
                item["security"] = [each for each in item["security"] if not lost.intersection(each)]
        return made

    def has(self, item: Any) -> bool:
        """Whether an item is of the release; one that refers to what is not of it is not of it either."""
        while self.release.has(item):
            if not (isinstance(item, dict) and isinstance(item.get("$ref"), str)):
                return True
            item = followed(self._document, item["$ref"])
        return False

    def foreign_values(self, schema: Json) -> list[str]:
        """The values of a schema that are not of the release."""
        return [value for value, marks in schema.get("x-values", {}).items() if not self.release.has(marks)]

    def _copied(self, node: Any, *, named: bool) -> Any:
        if isinstance(node, list):
            return [self._copied(each, named=False) for each in node if self.has(each)]
        if not isinstance(node, dict):
            return node
        made = {}
        for name, value in node.items():
            if not named and name in _DATA:
                made[name] = value
            elif name == "components" and not named:
                # A schema that only another release refers to does no harm, and the backend may know it.
                made[name] = {kind: self._component(kind, those) for kind, those in value.items()}
            elif self.has(value):
                made[name] = self._copied(value, named=not named and name in _NAMED)
        return made if named else self._judging(node, made)

    def _component(self, kind: str, those: Any) -> Any:
        if kind == "securitySchemes" or not isinstance(those, dict):
            return self._copied(those, named=True)
        return {name: self._copied(each, named=False) for name, each in those.items()}

    def _judging(self, node: Json, made: Json) -> Json:
        """A schema that asks for no field that the release lacks, for all that it promises, and takes no value unknown to it."""
        if isinstance(made.get("required"), list):  # that of a parameter is a truth value
            lost = {name for name, _ in _properties(node)} - {name for name, _ in _properties(made)}
            made["required"] = [each for each in made["required"] if each not in lost]
        promised = [name for name, each in _properties(made) if isinstance(each, dict) and each.get("x-promised")]
        if promised:
            made["required"] = sorted({*made.get("required", ()), *promised})
        foreign = self.foreign_values(node)
        if foreign and "enum" in made:
            made["enum"] = [each for each in made["enum"] if each not in foreign]
        elif foreign:
            made["allOf"] = [*made.get("allOf", ()), {"not": {"enum": foreign}}]
        return made

    @staticmethod
    def _schemes(document: Json) -> Json:
        found: Json = document.get("components", {}).get("securitySchemes", {})
        return found


def _properties(schema: Json) -> Iterable[tuple[str, Any]]:
    found = schema.get("properties")
    return found.items() if isinstance(found, dict) else ()


def _are(releases: tuple[str, ...]) -> str:
    return f"are {', '.join(releases)}" if len(releases) > 1 else f"is {releases[0]}"


def followed(document: Json, reference: str) -> Any:
    """What a reference of a contract stands for."""
    found: Any = document
    for step in steps_of(reference):
        found = found[step]
    return found


def steps_of(reference: str) -> tuple[str, ...]:
    """A reference of a contract as a path in it."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in reference.removeprefix("#/").split("/"))
