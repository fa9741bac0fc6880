"""Proves that an answer of PromptRails reads as in the vendor's client, field by field: where it is absent, null, or there."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module, resources
from typing import Any

import httpx
import pytest
from generator import contract
from promptport_api.promptrails import models

from promptport.model import Model
from promptport.promptrails import PromptRails
from promptport.promptrails.errors import PromptRailsError
from tools.vendors.vendor import Vendor, VendorError

from .driven import vendor_of

# Named this way, since a type checker need not have the vendor's package.
vendor: Any = import_module("promptrails")
RELEASES = ("0.3.0", "0.9.2")
# What no answer has: a program makes them, and sends them.
SENT = {"InstallMCPTemplateRequest", "ModelConfig", "RunBudget", "ApprovalPolicy", "GuardrailSpec"}
DIFFERENT: dict[tuple[str, str], str] = {  # what reads otherwise where it is absent, and why
    ("ThinkingEvent", "content"): "a stream's event; theirs can't be made without it, and reads an empty text",
    ("ContentEvent", "content"): "likewise",
    ("ToolStartEvent", "name"): "likewise",
    ("ToolEndEvent", "name"): "likewise",
    ("ErrorEvent", "message"): "likewise; it reads `The execution failed.` in both clients",
}

# What programs iterate over, add up or compare: null reads there as what is absent (wire/promptrails-0.9.md 7, C12 to C14).
NULL_IS_ABSENT = {
    *(f"AgentVersion.{each}" for each in ("guardrails", "sub_agents", "tools")),
    *("AgentExecution.children", "ScannerMeta.config_fields", "Trace.level", "Trace.tags"),
    *("AgentTrigger.source", "AgentTriggerCreateResponse.source"),
    *("AgentVFSFile.last_writer_kind", "AgentVFSFile.size_bytes", "AgentVFSGrepMatch.line_number"),
    *(f"TraceSummary.{each}" for each in ("total_traces", "total_tokens", "total_cost", "avg_duration_ms")),
    *(f"TraceSummary.{each}" for each in ("error_count", "unique_models", "unique_sessions")),
}


class Theirs:
    """The types of answers of one release, in its process.

    Attributes:
        release: Which one.
        types: The fields of its types, by name.
    """

    def __init__(self, release: str, package: Vendor) -> None:
        self.release = release
        self._package = package
        self._homes: dict[str, str] = {}
        self.types: dict[str, Any] = {}
        for full, about in package.surface()["types"].items():
            home, _, name = full.rpartition(".")
            if about["kind"] == "dataclass" and home in ("promptrails.types", "promptrails._sse") and name not in SENT:
                self._homes[name] = home
                self.types[name] = about["fields"]

    def read(self, name: str, data: dict[str, Any]) -> dict[str, Any]:
        """What a type makes of an answer, by attribute; an event is made of its fields, as the client does."""
        full = f"{self._homes[name]}.{name}"
        of_it = {"arguments": [data]} if self._homes[name] == "promptrails.types" else {"named": data}
        made = {"$new": f"{full}.from_dict" if "arguments" in of_it else full, **of_it}
        return {each: self.plain(value) for each, value in self._package.make(made).items() if each in self.types[name]}

    def plain(self, value: Any) -> Any:
        """A value as both can be compared by, however deep."""
        if isinstance(value, Model):
            return {each: self.plain(getattr(value, each)) for each in self.types[type(value).__name__]}
        if isinstance(value, dict) and "$type" in value:
            return {each: self.plain(value[each]) for each in self.types[value["$type"].rpartition(".")[2]]}
        return [self.plain(each) for each in value] if isinstance(value, list) else value

    def needed(self, name: str) -> set[str]:
        """The fields without which one can't be made."""
        return {each for each, about in self.types[name].items() if about["required"]}


@pytest.fixture(scope="module", params=RELEASES)
def theirs(request: pytest.FixtureRequest) -> Iterator[Theirs]:
    """The types of each release."""
    with vendor_of("promptrails", request.param) as package:
        yield Theirs(request.param, package)


def written(value: Any) -> str:
    """A value as a text that is the same for the same value of the same type: 1 is neither True nor 1.0."""
    return json.dumps(value, sort_keys=True)


def test_every_class_of_theirs_is_one_of_ours(theirs: Theirs) -> None:
    """With every field that it has."""
    assert len(theirs.types) > 40
    for name, fields in theirs.types.items():
        assert fields.keys() <= {each.attribute for each in getattr(models, name).FIELDS}, name


def test_what_is_absent(theirs: Theirs) -> None:
    """Every attribute of an empty answer, and of one without this field, is theirs, and of their type."""
    for name, fields in theirs.types.items():
        needed = theirs.needed(name)
        ours, other = getattr(models, name).from_dict({}), theirs.read(name, dict.fromkeys(needed))
        for each in fields:
            if (name, each) not in DIFFERENT:
                assert written(theirs.plain(getattr(ours, each))) == written(other[each]), (name, each)
        if not needed:  # built by hand, as in a test of an application
            assert theirs.plain(getattr(models, name)()) == theirs.plain(ours), name


def test_null_stays_null(theirs: Theirs) -> None:
    """In both, and an empty value is no absence."""
    filled = set()
    for name, known in theirs.types.items():
        of_it = getattr(models, name)
        absent = theirs.read(name, dict.fromkeys(theirs.needed(name)))
        for field in [each for each in of_it.FIELDS if each.attribute in known]:
            shape = of_it.CONTRACT.shape(field.wire)
            for value in [each for each in (None, "", 0, False) if each is None or shape.takes(each)]:
                try:
                    other = theirs.read(name, {field.wire: value})[field.attribute]
                except VendorError:
                    continue  # theirs can't be made of it
                mine = theirs.plain(getattr(of_it.from_dict({field.wire: value}), field.attribute))
                if written(mine) != written(other):
                    assert (value, written(mine)) == (None, written(absent[field.attribute])), (name, field.wire, value)
                    filled.add(f"{name}.{field.attribute}")
    assert filled == (NULL_IS_ABSENT if theirs.release != "0.3.0" else set())


def examples() -> Iterator[tuple[str, Callable[[Any], Any], Any]]:
    """The answers of the contract, by the call of both clients that reads them."""
    file = resources.files("promptport_api.promptrails") / "contract.json"
    for path, item in contract.unpacked(file.read_text("utf-8"))["paths"].items():
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
