"""A small contract, a recording of a package that is as it says, and what the watch tells where one of them is another."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from generator import contract
from generator.places import Refusals

from tools.vendors.as_of import as_of
from tools.vendors.compare import compare
from tools.vendors.difference import Difference
from tools.vendors.driven.declared import signature
from tools.vendors.expected import Expected
from tools.vendors.methods import Compared
from tools.vendors.release import release
from tools.vendors.set_aside import SetAside

Json = dict[str, Any]
THING = {"$ref": "#/components/schemas/Thing"}


def answering(schema: Json, **more: Any) -> Json:
    """The answers of an operation."""
    return {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}, **more}}


def enveloped(schema: Json) -> Json:
    """Answers in an envelope."""
    return answering({"type": "object", "properties": {"data": schema}}, **{"x-unwrap": "data"})


PATH = [{"name": "thing_id", "in": "path", "required": True, "schema": {"type": "string"}}]
DOCUMENT: Json = {
    "openapi": "3.1.0",
    "info": {"title": "Acme", "version": "1.0"},
    "x-package": "acme-sdk",
    "x-releases": ["1.0", "1.1"],
    "servers": [{"url": "https://acme.example"}],
    "tags": [{"name": "things", "description": "Things."}],
    "paths": {
        "/things": {
            "get": {
                "operationId": "things_list",
                "tags": ["things"],
                "parameters": [{"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}}],
                "responses": enveloped({"type": "array", "items": THING}),
            },
            "post": {
                "operationId": "things_create",
                "tags": ["things"],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ThingCreate"}}},
                },
                "responses": enveloped(THING),
            },
        },
        "/things/{thing_id}": {
            "get": {"operationId": "things_get", "tags": ["things"], "parameters": PATH, "responses": enveloped(THING)},
            "delete": {
                "operationId": "things_drop",
                "tags": ["things"],
                "parameters": PATH,
                "responses": {"204": {"description": "Gone."}},
                "x-until": "1.0",
            },
        },
        "/things/{thing_id}/part": {
            "get": {
                "operationId": "things_part",
                "tags": ["things"],
                "parameters": PATH,
                "responses": enveloped({"$ref": "#/components/schemas/Part"}),
                "x-since": "1.1",
            }
        },
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "colour": {"type": "string", "enum": ["red", "blue"], "x-values": {"blue": {"x-since": "1.1"}}},
                    "dueAt": {"type": "string"},
                    "old": {"type": "string", "x-until": "1.0"},
                },
            },
            "Part": {"type": "object", "properties": {"size": {"type": "number"}}},
            "ThingCreate": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "note": {"type": "string", "default": ""}},
            },
        }
    },
}


Thing: TypeAlias = Any  # as annotations have it
Part: TypeAlias = Any


def listing(*, page: int = 1) -> list[Thing]:
    return []


def creating(*, name: str, note: str = "") -> Thing: ...
def getting(thing_id: str) -> Thing: ...
def parting(thing_id: str) -> Part: ...


Made = tuple[Callable[..., Any], Json, list[str]]  # the method, its request, what it reads


def sent(method: str, path: str, body: Any = None, **query: Any) -> Json:
    """A request, as the recording server keeps it."""
    text = None if body is None else json.dumps(body)
    return {"method": method, "path": path, "query": [[key, str(each)] for key, each in query.items()], "body": text}


# The package at 1.1.
METHODS: dict[str, Made] = {
    "things.list": (listing, sent("GET", "/things", page=7), ["data", "data.[].id"]),
    "things.create": (creating, sent("POST", "/things", {"name": "name-1", "note": "note-1"}), ["data", "data.id"]),
    "things.get": (getting, sent("GET", "/things/thing_id-1"), ["data", "data.id", "data.dueAt"]),
    "things.part": (parting, sent("GET", "/things/thing_id-1/part"), ["data", "data.size"]),
}
TYPES: dict[str, Json] = {
    "acme.types.Thing": {
        "kind": "dataclass",
        "fields": {
            "id": {"type": "str"},
            "colour": {"type": "Literal['red', 'blue']"},
            "due_at": {"type": "str | None"},
        },
    },
    "acme.types.Part": {"kind": "typed dict", "fields": {"size": {"type": "float"}}},
}
KNOWN = frozenset(("Acme", "Thing", "Part"))


def recorded(
    methods: Mapping[str, Made | None] | None = None, types: Mapping[str, Json | None] | None = None,
    names: Iterable[str] = ("Acme", "Thing", "Part"), homes: Mapping[str, str] | None = None, number: str = "1.1",
) -> Json:  # fmt: skip
    """The recording of the package, with other methods and types; None takes one away."""
    every = {name: each for name, each in {**METHODS, **(methods or {})}.items() if each}
    calls = [
        {
            "client": "acme.Acme",
            "method": name,
            "positional": [],
            "arguments": {each["name"]: _sample(each) for each in signature(made)["parameters"]},
            "requests": [request],
            "read": dict.fromkeys(read, True),
        }
        for name, (made, request, read) in every.items()
    ]
    client = {"asyncio": False, "methods": {name: signature(made) for name, (made, _, _) in every.items()}}
    surface = {
        "modules": {"acme": {"names": sorted(names), "homes": dict(homes or {})}, "acme.types": {"names": []}},
        "functions": {},
        "clients": {"acme.Acme": client},
        "types": {name: each for name, each in {**TYPES, **(types or {})}.items() if each},
    }
    return {"package": "acme-sdk", "release": number, "import": "acme", "surface": surface, "calls": calls}


def _sample(parameter: Json) -> Any:
    return 7 if parameter.get("type") == "int" else f"{parameter['name']}-1"


def document(change: Callable[[Json], object] | None = None) -> Json:
    """The contract, resolved, with a change."""
    made = copy.deepcopy(DOCUMENT)
    if change:
        change(made)
    refusals = Refusals()
    found = contract.resolved(made, refusals)
    assert refusals.all == []
    return found


def compared(
    recording: Json | None = None, change: Callable[[Json], object] | None = None, aside: SetAside | None = None,
    known: frozenset[str] = KNOWN,
) -> Compared:  # fmt: skip
    """What a comparison goes by."""
    seen = release(recording or recorded())
    made = document(change)
    return Compared(seen, Expected(as_of(made, made["x-releases"], seen.number)), aside or SetAside({}, {}), known)


def differences(
    recording: Json | None = None, change: Callable[[Json], object] | None = None, aside: SetAside | None = None,
    known: frozenset[str] = KNOWN,
) -> list[tuple[str, str, str]]:  # fmt: skip
    """What differs: the kind, the part, and the line."""
    return [brief(each) for each in compare(compared(recording, change, aside, known))]


def brief(each: Difference) -> tuple[str, str, str]:
    """A difference without its detail."""
    return each.kind, each.part, each.line
