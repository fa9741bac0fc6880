"""The check of a contract, which tells all that is refused at once; only what passes is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData

from . import contract
from .annotated import Annotated
from .checks import check, check_names
from .grammar import DATA, KINDS, METHODS
from .identity import inlined
from .normal import Normal
from .parsed import ModelClass, classes, parsed
from .places import Place, Refusal, Refusals, at
from .quoting import identifier
from .reading import Json
from .rules import Rules
from .source import Source
from .view import View
from .words import Words, named

STAND_INS: Mapping[str, Any] = {  # for what every document has
    "info": {"title": "A contract", "version": "1"}, "paths": {}, "servers": [{"url": "https://host.example"}],
}  # fmt: skip


# What of an operation can be wrong while the rest of it is looked at.
ALONE = (
    "operationId",
    "tags",
    "summary",
    "description",
    "requestBody",
    "responses",
    "deprecated",
    "security",
    "servers",
)


class Examined(NamedTuple):
    """A contract that can be generated.

    Attributes:
        source: Where it was read.
        document: The contract, resolved.
        view: What the templates ask.
        data: What the generator's own parser made of it.
        classes: The classes of `models`.
    """

    source: Source
    document: Json
    view: View
    data: GeneratorData
    classes: list[ModelClass]


def examine(path: Path, config: Config) -> tuple[Source, Examined | None]:
    """Check a contract.

    Args:
        path: Where it is.
        config: How the generator's own parser is to read it.

    Returns:
        What was read, with all that is refused of it; and what to generate, where nothing is.
    """
    source = Source(path)
    refusals = source.refusals
    with refusals.at():
        identifier(path.stem)
    if not source.document:
        return source, None
    document = inlined(source.document)
    words = Words(document, refusals)
    words.check()
    if any(place[:1] in (("x-package",), ("x-releases",)) for place in words.broken):
        return source, None  # whatever names a release would be refused for that
    document = stood_in(document, words.broken)
    before = len(refusals.all)
    Rules(without(*parted(document, words.broken)), refusals, not words.broken).check()
    places = words.broken | {each.place for each in refusals.all[before:]}
    document = without(stood_in(document, places), places)
    found = _seen(source, contract.resolved(document, refusals), config)
    return source, None if refusals else found


def _seen(source: Source, document: Json, config: Config) -> Examined | None:
    """What the templates will ask is asked, and what fails is left out, until all that is left can be generated."""
    refusals, rest = source.refusals, document
    while True:
        found, left = Refusals(), rest
        with found.at():
            check_names(rest, found)
            if not found:
                view = View(*Normal(Annotated(rest).document, found).plain())
                if not found:
                    check(view, found)
                if not found:
                    data = parsed(view, config)
                    known = classes(data, view, found)
                    if not found:
                        return Examined(source, document, view, data, known)
        refusals.all += found.all
        rest = without(rest, {each.place for each in found.all})
        if rest == left:
            return None


def owned(place: Place) -> Place | None:
    """The operation, or the component, that can't be looked at further for what stands at a place; None for all of it."""
    if place[:1] == ("paths",) and len(place) > 1:
        return place[:3] if len(place) > 2 and place[2] in METHODS else place[:2]
    return place[:3] if place[:1] == ("components",) and len(place) > 2 else None


def stood_in(document: Json, places: set[Place]) -> Json:
    """A document in which something right stands in parts that are of no operation and no component: the rest is looked at."""
    found = dict(document)
    for place in places:
        if owned(place) is None:
            section = found.get("components") if place[:1] == ("components",) else None
            if len(place) == 2 and isinstance(section, dict):
                found["components"] = {name: each for name, each in section.items() if name != place[1]}
            elif place:
                found.pop(str(place[0]), None)
    return {**found, **{name: each for name, each in STAND_INS.items() if not found.get(name)}} if places else found


def parted(document: Json, places: set[Place]) -> tuple[Json, set[Place]]:
    """A document without single parts of operations, so that the others are looked at, and the places that this is not about."""
    paths = {template: dict(item) if isinstance(item, dict) else item for template, item in document["paths"].items()}
    rest = set(places)
    for place in places:
        if len(place) > 3 and place[0] == "paths" and place[2] in METHODS and place[3] in ALONE:
            operation = paths[str(place[1])][place[2]]
            others = {word: each for word, each in operation.items() if word != place[3]}
            paths[str(place[1])][place[2]] = others | ({"responses": {}} if place[3] == "responses" else {})
            rest.remove(place)
    return document | {"paths": paths}, rest


def without(document: Json, places: set[Place]) -> Json:
    """A document without what owns some places, and without what refers to that."""
    removed = {owner for each in places if (owner := owned(each))}
    if not removed:
        return document
    size = -1
    while size != len(removed):
        size = len(removed)
        components = {
            ("components", section, name) for _, section, name in (each for each in removed if each[0] == "components")
        }
        removed |= {
            place
            for place, node in _owners(document)
            if place not in removed and not components.isdisjoint(_references(node))
        }
    found: Json = document | {"paths": {}, "components": {}}
    for template, item in document["paths"].items():
        if ("paths", template) not in removed:
            found["paths"][template] = {
                key: each for key, each in item.items() if ("paths", template, key) not in removed
            }
    for section, each in document.get("components", {}).items():
        found["components"][section] = each
        if isinstance(each, dict):
            rest = {name: value for name, value in each.items() if ("components", section, name) not in removed}
            found["components"][section] = rest
    return found


def _owners(document: Json) -> Iterator[tuple[Place, Any]]:
    for template, item in document["paths"].items():
        for method, each in item.items() if isinstance(item, dict) else ():
            if method in METHODS:
                yield ("paths", template, method), each
            elif method == "parameters":
                yield ("paths", template), each
    for section, names in document.get("components", {}).items():
        for name, each in names.items() if isinstance(names, dict) and section in KINDS["components"] else ():
            yield ("components", section, name), each


def _references(node: Any) -> Iterator[Place]:
    """The components that a part of a document refers to, in whatever way."""
    if isinstance(node, list):
        for each in node:
            yield from _references(each)
    elif isinstance(node, dict):
        for key, each in node.items():
            if key not in DATA:
                yield from _references(each)
    elif isinstance(node, str) and node.startswith("#/components/"):
        section = node.split("/")[2]
        try:
            with at():
                yield ("components", section, named(node, section))
        except Refusal:
            pass
