"""Proves that every method of the vendor's client is here, under the same name and with the same parameters.

The parameters are those of `promptrails` 0.3.0 as `inspect.signature` has them: name, kind and default. Where ours differ, the
table says why; a row that is not needed any more is a failure too.
"""

from __future__ import annotations

import inspect
from typing import Any, NamedTuple

import promptrails  # type: ignore[import-untyped] # it has no types
import pytest
from promptport_api.promptrails import client as ours

NEEDED = inspect.Parameter.empty
METADATA = "the document passes `metadata`"
VERSION = "the documents leave `version` out; the platform gives a label"
BOOLEAN = "another page of the document passes it"
Shown = dict[str, tuple[str, object]]
# (method, parameter): what it is in theirs, what it is in ours, and why. None stands for no such parameter.
DIFFERENCES: dict[tuple[str, str], tuple[object, object, str]] = {
    ("agents.execute", "metadata"): (None, ("KEYWORD_ONLY", None), METADATA),
    ("agents.create_version", "version"): (("KEYWORD_ONLY", NEEDED), ("KEYWORD_ONLY", None), VERSION),
    ("prompts.create_version", "version"): (("KEYWORD_ONLY", NEEDED), ("KEYWORD_ONLY", None), VERSION),
    ("scores.create", "bool_value"): (None, ("KEYWORD_ONLY", None), BOOLEAN),
}
# Methods of ours that the vendor's client has not; `iter…`, which goes through all pages, comes with every page.
ADDED = {
    "memories.list": "the document lists it among what memories can do",
    "memories.create": "another page of the document calls it",
    "memories.search": "the document calls it",
}
BY_HAND = {"a2a.send_message", "a2a.get_task", "a2a.cancel_task"}


class World(NamedTuple):
    """A client of theirs and one of ours, blocking or for asyncio."""

    theirs: Any
    ours: Any


def worlds() -> dict[str, World]:
    """Both clients, twice. Nothing is sent."""
    sender: Any = None
    return {
        "blocking": World(promptrails.PromptRails("key"), ours.Client(sender)),
        "asyncio": World(promptrails.AsyncPromptRails("key"), ours.AsyncClient(sender)),
    }


WORLDS = worlds()


def resources(client: object) -> dict[str, object]:
    """The resources of the vendor's client, by attribute."""
    return {name: each for name, each in vars(client).items() if type(each).__name__.endswith("Resource")}


def methods(resource: object) -> dict[str, Any]:
    """The public methods of a resource."""
    return {name: each for name, each in inspect.getmembers(resource, callable) if not name.startswith("_")}


def shown(method: Any) -> Shown:
    """The parameters of a method: kind and default by name. What collects the rest has no name that a caller could use."""
    found = inspect.signature(method).parameters.values()
    return {"**" if each.kind is each.VAR_KEYWORD else each.name: (each.kind.name, each.default) for each in found}


def test_nothing_is_left_out() -> None:
    """23 resources and 110 methods, as they were counted."""
    for world in WORLDS.values():
        found = resources(world.theirs)
        assert len(found) == 23
        assert sum(len(methods(each)) for each in found.values()) == 110


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_every_method_has_the_documented_parameters(world: World) -> None:
    """Name, kind and default of every parameter, and the order of those that go by position."""
    used, added = set(), set()
    for attribute, resource in resources(world.theirs).items():
        mine = methods(getattr(world.ours, attribute))
        theirs = methods(resource)
        for name, method in theirs.items():
            path = f"{attribute}.{name}"
            if path in BY_HAND:
                continue
            wanted, found = shown(method), shown(mine[name])
            for parameter in [*wanted, *(each for each in found if each not in wanted)]:
                pair = wanted.get(parameter), found.get(parameter)
                if pair[0] != pair[1]:
                    assert DIFFERENCES.get((path, parameter), (None, None))[:2] == pair, (path, parameter)
                    used.add((path, parameter))
            positional = [
                [each for each, (kind, _) in side.items() if kind != "KEYWORD_ONLY"] for side in (wanted, found)
            ]
            assert positional[0] == positional[1], path
            stream = inspect.isasyncgenfunction(method)
            assert inspect.iscoroutinefunction(mine[name]) is (inspect.iscoroutinefunction(method) and not stream), path
        added |= {f"{attribute}.{name}" for name in mine if name not in theirs}

    assert used == set(DIFFERENCES)
    assert {name for name in added if not name.partition(".")[2].startswith("iter")} == set(ADDED)
    for name in {name for name in added if name.partition(".")[2].startswith("iter")}:
        attribute, _, method = name.partition(".")
        paged = getattr(getattr(world.ours, attribute), method.replace("iter", "list", 1))
        assert shown(getattr(getattr(world.ours, attribute), method)) == shown(paged)
