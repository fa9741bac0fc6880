"""An OpenAPI document by its operations, in the words of 3.1."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from generator.grammar import METHODS
from generator.places import Refusals
from generator.upgrade import upgraded, version

from tools.report.entry import Json

# The parser in C where there is one: documents of vendors have tens of thousands of lines.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unreadable(Exception):
    """A file is no document that can be compared."""


class Operation(NamedTuple):
    """An operation of a document.

    Attributes:
        name: How the document calls it.
        parameters: Its parameters, by where they stand and what they are called; those of a path by their number.
        bodies: The schemas of what is sent, by media type.
        answers: The schemas of its successes, by media type.
    """

    name: str
    parameters: dict[str, Json]
    bodies: dict[str, Json]
    answers: dict[str, Json]


class Document:
    """A document.

    Args:
        content: What it says, in the words of OpenAPI 3.1.

    Attributes:
        title: What it calls itself.
        schemas: Its schemas, by name.
        operations: Its operations, by verb and path, where `{}` stands for each parameter.
    """

    def __init__(self, content: Json) -> None:
        self._content = content
        self.title = (
            f"{content.get('info', {}).get('title', 'a document')} {content.get('info', {}).get('version', '')}".strip()
        )
        self.schemas: Json = content.get("components", {}).get("schemas", {})
        self.operations = dict(self._operations())

    @classmethod
    def read(cls, path: Path) -> Document:
        """Read a document.

        Args:
            path: A file of YAML or JSON, packed by gzip where its name ends in `.gz`.

        Raises:
            Unreadable: It is not there, or is no OpenAPI of 3.0 or 3.1.
        """
        try:
            raw = path.read_bytes()
            content = yaml.load(gzip.decompress(raw) if path.suffix == ".gz" else raw, LOADER)
        except (OSError, EOFError, yaml.YAMLError, UnicodeDecodeError) as problem:
            raise Unreadable(f"{path} can't be read: {problem}") from None
        refusals = Refusals()
        if not isinstance(content, dict) or not isinstance(content.get("paths"), dict):
            raise Unreadable(f"{path} is no OpenAPI document: it has no paths.")
        spoken = version(content, refusals)
        if not spoken:
            raise Unreadable(f"{path}: {refusals.all[0]}.")
        # What 3.0 passes over is the vendor's affair: nothing is generated of it here.
        return cls(upgraded(content, refusals) if spoken == "3.0" else content)

    def _operations(self) -> Iterator[tuple[str, Operation]]:
        for path, item in self._content["paths"].items():
            known = self._there(item)
            for verb in METHODS & known.keys():
                about = known[verb]
                given = [self._there(each) for each in (*known.get("parameters", ()), *about.get("parameters", ()))]
                bodies = self._there(about.get("requestBody") or {})
                answers = [
                    self._there(each) for status, each in about.get("responses", {}).items() if str(status)[0] == "2"
                ]
                yield (
                    f"{verb.upper()} {re.sub(r'{[^{}]*}', '{}', path)}",
                    Operation(
                        about.get("operationId", ""),
                        dict(_parameters(path, given)),
                        _schemas([bodies]),
                        _schemas(answers),
                    ),
                )

    def _there(self, node: Any) -> Json:
        """What a reference leads to; else the node itself."""
        met = 0
        while isinstance(node, dict) and isinstance(node.get("$ref"), str) and met < 20:
            found: Any = self._content
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(found, dict) else {}
            node, met = found, met + 1
        return node if isinstance(node, dict) else {}


def _parameters(path: str, given: list[Json]) -> Iterator[tuple[str, Json]]:
    """Parameters by name; what a path's are called is nobody's affair, so they have numbers."""
    order = re.findall(r"{([^{}]*)}", path)
    for each in given:
        name, place = each.get("name", ""), each.get("in", "")
        if place == "path" and name in order:
            yield f"path {order.index(name) + 1}", {**each, "required": True}
        elif place == "header" and name.lower() in ("accept", "authorization", "content-type"):
            continue  # OpenAPI passes them over
        else:
            yield f"{place} {name.lower() if place == 'header' else name}", each


def _schemas(contents: list[Json]) -> dict[str, Json]:
    """The schemas of bodies or answers, by media type; several of one type are any of them."""
    found: dict[str, list[Json]] = {}
    for content in contents:
        for media, about in content.get("content", {}).items():
            found.setdefault(media.split(";")[0].strip().lower(), []).append(about.get("schema") or {})
    return {media: schemas[0] if len(schemas) == 1 else {"anyOf": schemas} for media, schemas in found.items()}
