"""Proves that every method of the vendor's client is here, under the same name and with the same parameters.

The parameters are those of `promptrails` 0.3.0 as `inspect.signature` has them: name, kind and default. Where ours differ, the
table says why; a row that is not needed any more is a failure too.
"""

from __future__ import annotations

import inspect
import json
from importlib import import_module
from importlib import resources as files
from typing import Any, NamedTuple

import promptrails
import pytest

from promptport import promptrails as ours

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
CONTRACT = json.loads((files.files("promptport_api.promptrails") / "contract.json").read_text("utf-8"))
SCHEMAS = CONTRACT["components"]["schemas"]
OPERATIONS = {each["operationId"]: each for item in CONTRACT["paths"].values() for each in item.values()}
# Methods of ours that the vendor's client has not; `iter…`, which goes through all pages, comes with every page.
ADDED = {
    "memories.list": "the document lists it among what memories can do",
    "memories.create": "another page of the document calls it",
    "memories.search": "the document calls it",
}


def newer(attribute: str, method: str, parameter: str = "") -> bool:
    """Whether the contract says that a release after the first one brought a method, or a parameter of its body."""
    operation = OPERATIONS.get(f"{attribute}_{method}", {})
    if not parameter:
        return "x-since" in operation
    media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = media.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return bool(name) and "x-since" in SCHEMAS[name]["properties"].get(parameter, {})


class World(NamedTuple):
    """A client of theirs and one of ours, blocking or for asyncio."""

    theirs: Any
    ours: Any


def worlds() -> dict[str, World]:
    """Both clients, twice. Nothing is sent."""
    return {
        "blocking": World(promptrails.PromptRails("key"), ours.PromptRails("key")),
        "asyncio": World(promptrails.AsyncPromptRails("key"), ours.AsyncPromptRails("key")),
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
            wanted, found = shown(method), shown(mine[name])
            for parameter in [*wanted, *(each for each in found if each not in wanted)]:
                pair = wanted.get(parameter), found.get(parameter)
                if pair[0] != pair[1] and not newer(attribute, name, parameter):
                    assert DIFFERENCES.get((path, parameter), (None, None))[:2] == pair, (path, parameter)
                    used.add((path, parameter))
            positional = [
                [each for each, (kind, _) in side.items() if kind != "KEYWORD_ONLY"] for side in (wanted, found)
            ]
            assert positional[0] == positional[1], path
            stream = inspect.isasyncgenfunction(method)
            assert inspect.iscoroutinefunction(mine[name]) is (inspect.iscoroutinefunction(method) and not stream), path
        added |= {f"{attribute}.{name}" for name in mine if name not in theirs and not newer(attribute, name)}

    assert used == set(DIFFERENCES)
    assert {name for name in added if not name.partition(".")[2].startswith("iter")} == set(ADDED)
    for name in {name for name in added if name.partition(".")[2].startswith("iter")}:
        attribute, _, method = name.partition(".")
        listed = method.replace("iter", "list", 1)
        listed = listed if hasattr(getattr(world.ours, attribute), listed) else method.removeprefix("iter_")
        paged = getattr(getattr(world.ours, attribute), listed)
        assert shown(getattr(getattr(world.ours, attribute), method)) == shown(paged)


def test_the_clients_themselves_take_what_is_documented() -> None:
    """Key, address, timeout and retries, with the documented defaults; the first two may come from the environment."""
    for world in WORLDS.values():
        wanted, found = shown(type(world.theirs)), shown(type(world.ours))
        assert {name: kind for name, (kind, _) in wanted.items()} == {name: found[name][0] for name in wanted}
        assert {name for name, (_, default) in wanted.items() if default != found[name][1]} == {"api_key", "base_url"}


def test_every_public_name_is_there() -> None:
    """What the vendor's package exports, and its documented submodules; the classes of resources under the vendor's names."""
    assert set(promptrails.__all__) <= set(dir(ours)) | set(vars(ours)["__all__"])
    for module in ("agent_config", "async_client", "client", "exceptions", "pagination", "resources", "types"):
        theirs, mine = import_module(f"promptrails.{module}"), import_module(f"promptport.promptrails.{module}")
        defined = {
            name
            for name, each in vars(theirs).items()
            if isinstance(each, type) and (each.__module__ == theirs.__name__ or module == "resources")
        }
        assert [name for name in sorted(defined) if not hasattr(mine, name)] == [], module
    for world in WORLDS.values():
        for attribute, resource in resources(world.theirs).items():
            named = getattr(import_module("promptport.promptrails.resources"), type(resource).__name__)
            assert type(getattr(world.ours, attribute)) is named
    assert ours.VERSION == promptrails.VERSION == "0.3.0"


CONFIGS: dict[str, list[Any]] = {
    "SimpleAgentConfig": [lambda _: ("p",), lambda _: ("p", True, "check", 5, 0.5, "m")],
    "ChainAgentConfig": [lambda of: ([of.PromptLink("p", "r", 0)],), lambda of: ([], True, "check")],
    "MultiAgentConfig": [lambda of: ([of.PromptLink("p", "r", 0), of.PromptLink("q", "s", 1)],)],
    "WorkflowAgentConfig": [
        lambda of: ([of.WorkflowNode("a"), of.WorkflowNode("b", ["a"], "p", "prompt", None, None, None, {"x": None})],)
    ],
    "CompositeAgentConfig": [
        lambda of: ([of.CompositeStep("a", "agent"), of.CompositeStep("b", "agent", ["a"], {"x": None})],)
    ],
}


def test_configs_send_what_theirs_send() -> None:
    """The typed configs: the same arguments, by position and by name, make the same mapping."""
    assert set(CONFIGS) == {each for each in promptrails.__all__ if each.endswith("AgentConfig")} - {"AgentConfig"}
    for name, cases in CONFIGS.items():
        for values in cases:
            theirs = getattr(promptrails, name)(*values(promptrails)).to_dict()
            mine = getattr(ours, name)(*values(ours)).to_dict()
            assert mine == theirs
        assert shown(getattr(ours, name)).keys() == shown(getattr(promptrails, name)).keys()
