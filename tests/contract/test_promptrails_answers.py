"""Proves that an answer of PromptRails reads as in the vendor's client, field by field: where it is absent, null, or there."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

import httpx
import pytest
from promptport_api.promptrails import models

from promptport.model import Model
from promptport.promptrails import PromptRails
from promptport.promptrails.errors import PromptRailsError

# Named this way, since a type checker need not have the vendor's package.
types: Any = import_module("promptrails.types")
streams: Any = import_module("promptrails._sse")
vendor: Any = import_module("promptrails")

THEIRS: dict[str, Any] = {
    name: each
    for module in (types, streams)
    for name, each in vars(module).items()
    if dataclasses.is_dataclass(each) and name != "InstallMCPTemplateRequest"  # which is sent
}
MISSING = object()
DIFFERENT: dict[tuple[str, str], str] = {  # what reads otherwise where it is absent, and why
    ("ThinkingEvent", "content"): "a stream's event; theirs can't be made without it, and reads an empty text",
    ("ContentEvent", "content"): "likewise",
    ("ToolStartEvent", "name"): "likewise",
    ("ToolEndEvent", "name"): "likewise",
    ("ErrorEvent", "message"): "likewise; it reads `The execution failed.` in both clients",
}


def their(name: str, data: dict[str, Any]) -> Any:
    """What the vendor's class makes of an answer; an event is made of its fields, as its client does."""
    made = THEIRS[name]
    return made.from_dict(data) if hasattr(made, "from_dict") else made(**data)


def plain(value: Any) -> Any:
    """A value as the other client can be compared with it: by its public attributes, however deep."""
    if isinstance(value, Model) or dataclasses.is_dataclass(value):
        fields = dataclasses.fields(THEIRS[type(value).__name__])
        return {each.name: plain(getattr(value, each.name)) for each in fields}
    return [plain(each) for each in value] if isinstance(value, list) else value


def fields(name: str) -> list[str]:
    """The names on the wire of the fields that both know."""
    known = {each.name for each in dataclasses.fields(THEIRS[name])}
    return [each.wire for each in getattr(models, name).FIELDS if each.attribute in known]


def test_every_class_of_theirs_is_one_of_ours() -> None:
    """With every field that it has."""
    assert len(THEIRS) > 50
    for name, theirs in THEIRS.items():
        ours = {each.attribute for each in getattr(models, name).FIELDS}
        assert {each.name for each in dataclasses.fields(theirs)} <= ours, name
    assert {name for name, _ in DIFFERENT} <= set(THEIRS)


@pytest.mark.parametrize("name", sorted(THEIRS))
def test_what_is_absent(name: str) -> None:
    """Every attribute of an empty answer, and of one without this field, is theirs, and of their type."""
    needed = {
        each.name for each in dataclasses.fields(THEIRS[name])
        if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
    }  # fmt: skip
    ours, theirs = getattr(models, name).from_dict({}), their(name, dict.fromkeys(needed))
    for each in dataclasses.fields(THEIRS[name]):
        if (name, each.name) not in DIFFERENT:
            mine, other = plain(getattr(ours, each.name)), plain(getattr(theirs, each.name))
            assert (mine, type(mine)) == (other, type(other)), each.name
    made = getattr(models, name)  # built by hand, as in a test of an application
    if not needed:
        assert plain(made()) == plain(ours)


@pytest.mark.parametrize("name", sorted(THEIRS))
def test_null_stays_null(name: str) -> None:
    """In both, and an empty value is no absence."""
    for wire in fields(name):
        attribute = getattr(models, name).DECODER.by_wire[wire].attribute
        shape = getattr(models, name).CONTRACT.shape(wire)
        for value in [each for each in (None, "", 0, False) if each is None or shape.takes(each)]:
            ours, theirs = getattr(models, name).from_dict({wire: value}), None
            try:
                theirs = their(name, {wire: value})
            except (TypeError, AttributeError):
                continue  # theirs can't be made of it
            mine, other = getattr(ours, attribute), getattr(theirs, attribute)
            assert (mine, type(mine)) == (other, type(other)), (wire, value)


def examples() -> Iterator[tuple[str, Callable[[Any], Any], Any]]:
    """The answers of the contract, by the call of both clients that reads them."""
    contract = json.loads(
        import_module("importlib.resources").files("promptport_api.promptrails").joinpath("contract.json").read_text()
    )
    for path, item in contract["paths"].items():
        for method, each in item.items():
            for status in ("200", "201"):
                answer = each.get("responses", {}).get(status, {}) if isinstance(each, dict) else {}
                content = answer.get("content", {}).get("application/json", {})
                if method == "get" and "example" in content:
                    yield each["operationId"], arguments(path), content["example"]


def arguments(path: str) -> Callable[[Any], Any]:
    """What calls a method with a value for each part of its path."""
    count = path.count("{")
    return lambda method: method(*["x"] * count)


def methods(client: Any, name: str) -> Any:
    """The method of a client for an operation; None where it has none."""
    for resource in sorted((each for each in dir(client) if name.startswith(f"{each}_")), key=len, reverse=True):
        return getattr(getattr(client, resource), name.removeprefix(f"{resource}_"), None)
    return None


CALLS = {
    name: (call, example)
    for name, call, example in examples()
    if methods(vendor.PromptRails(api_key="k"), name) is not None
}
LEAVES: list[Any] = [None, True, 0, -1, 1.5, "", "ünïcode ☃", "2026-01-15T09:00:00Z", [], {}, [None], {"": None}, ["x"]]


def odd(chance: random.Random, depth: int = 3) -> Any:
    """JSON of any shape."""
    if depth and chance.random() < 0.5:
        return [odd(chance, depth - 1) for _ in range(chance.randrange(3))]
    if depth and chance.random() < 0.5:
        return {chance.choice(["id", "data", "items", "x", "keys"]): odd(chance, depth - 1) for _ in range(3)}
    return chance.choice(LEAVES)


def changed(value: Any, chance: random.Random, top: bool = True) -> Any:
    """An answer of which some parts below its envelope are of another kind, missing, or new."""
    if not top and chance.random() < 0.2:
        return odd(chance)
    if isinstance(value, dict):
        kept = {
            name: changed(each, chance, top and name == "data")
            for name, each in value.items() if top or chance.random() > 0.1
        }  # fmt: skip
        return kept | ({"new": odd(chance)} if chance.random() < 0.2 else {})
    return [changed(each, chance, False) for each in value] if isinstance(value, list) else value


def answering(bodies: list[Any]) -> httpx.MockTransport:
    """Answers the bodies, one after the other."""
    left = iter(bodies)
    return httpx.MockTransport(lambda request: httpx.Response(200, json=next(left)))


@pytest.mark.promise("C9")
@pytest.mark.parametrize("name", sorted(CALLS))
def test_c9_what_theirs_reads_ours_reads(name: str, size: float) -> None:
    """C9: for odd JSON of any shape below the envelope, ours raises nowhere where the vendor's client doesn't."""
    call, example = CALLS[name]
    chance = random.Random(name)
    bodies = [example, *(changed(example, chance) for _ in range(int(1_000 * size)))]
    theirs = vendor.PromptRails(api_key="k", max_retries=0)
    theirs._http._client.close()
    theirs._http._client = httpx.Client(base_url="https://promptrails.example", transport=answering(bodies))
    read = 0
    with PromptRails("k", transport=answering(bodies), max_retries=0) as ours:
        for _ in bodies:
            try:
                other = call(methods(theirs, name))
            except Exception as failed:  # whatever it is: it is theirs
                other = failed
            if isinstance(other, Exception):
                with suppress(PromptRailsError):
                    call(methods(ours, name))
                continue
            read += 1
            assert json.dumps(_raw(call(methods(ours, name))))  # it raises nothing, and what came can be gone through
    assert read > len(bodies) // 4
    assert len(CALLS) > 40


def _raw(value: Any) -> Any:
    """What came, of an answer of ours."""
    if isinstance(value, Model):
        return value.to_dict()
    return [_raw(each) for each in value] if isinstance(value, list) else value
