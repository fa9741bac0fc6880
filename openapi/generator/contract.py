"""A contract resolved to the form that the templates, the wheel and the local platform use."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .grammar import METHODS as METHODS
from .names import tag_name, with_tag
from .places import Refusal, Refusals, at
from .reading import Json as Json
from .source import Source, refuse
from .words import named

REPEATABLE = frozenset({"get", "put", "delete", "options", "head"})


def load(path: Path) -> Json:
    """Read a contract, resolved, in the order in which it is written.

    Parameters, request bodies and responses stand inline afterwards; schemas stay references, since they may refer to
    themselves. Each operation carries its own `security`, `servers`, `x-repeatable` and `x-unwrap`, wherever they were stated.

    Args:
        path: A YAML file with an OpenAPI document.

    Raises:
        Refusal: It is no JSON, a reference has no target, or an operation has no id or no tag.
    """
    source = Source(path)
    refuse([source])
    found = resolved(source.document, source.refusals)
    refuse([source])
    return found


def resolved(document: Json, refusals: Refusals) -> Json:
    """Resolve a document, in place.

    Args:
        document: A document whose words are right.
        refusals: Where what can't be resolved is kept; such an operation is left out.
    """
    document.setdefault("components", {}).setdefault("schemas", {})
    servers = document["servers"] = [_server(each) for each in document.get("servers", [])]
    for template, item in document["paths"].items():
        shared = item.pop("parameters", [])
        own = [_server(each) for each in item.pop("servers", [])] or servers
        for method in METHODS:
            if method in item:
                operation, complete = item.pop(method), False
                with refusals.at("paths", template, method):
                    _resolve(document, operation, method, shared, own)
                    complete = True
                if complete:
                    item[method] = operation
    return document


def _resolve(document: Json, operation: Json, method: str, shared: list[Json], servers: list[Json]) -> None:
    for word in ("operationId", "tags"):
        if not operation.get(word):
            raise Refusal("an operation needs an operationId and a tag", (word,))
    if not hidden(operation):
        for number, each in enumerate(operation["tags"]):
            with at("tags", number):
                operation["tags"][number] = tag_name(each)
        with at("operationId"):
            operation["operationId"] = with_tag(operation["operationId"], operation["tags"][0])
    own = []
    for number, each in enumerate(operation.get("parameters", [])):
        with at("parameters", number):
            own.append(target(document, each, "parameters"))
    taken = {(each["name"], each["in"]) for each in own}
    inherited = [target(document, each, "parameters") for each in shared]
    operation["parameters"] = [*(each for each in inherited if (each["name"], each["in"]) not in taken), *own]
    operation["servers"] = [_server(each) for each in operation.get("servers", [])] or servers
    operation.setdefault("security", document.get("security", []))
    operation.setdefault("x-repeatable", method in REPEATABLE)
    if "requestBody" in operation:
        with at("requestBody"):
            operation["requestBody"] = target(document, operation["requestBody"], "requestBodies")
    for status, answer in operation["responses"].items():
        with at("responses", status):
            operation["responses"][status] = target(document, answer, "responses")
    for status, answer in operation["responses"].items():
        if status.startswith("2") and "x-unwrap" in answer:
            operation.setdefault("x-unwrap", answer["x-unwrap"])


def _server(server: Json) -> Json:
    """A server whose variables have their defaults; callers who want another give its address."""
    url = str(server["url"])
    for name, variable in server.get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(variable["default"]))
    return {key: each for key, each in server.items() if key != "variables"} | {"url": url.rstrip("/")}


def hidden(node: Any) -> bool:
    """Whether this is an operation that the local platform serves and no client of ours sends (`x-hidden`)."""
    return isinstance(node, dict) and "operationId" in node and bool(node.get("x-hidden"))


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """The operations that clients send: the path of each, its verb in small letters, and itself."""
    for template, item in document["paths"].items():
        for method in METHODS:
            if method in item and not hidden(item[method]):
                yield template, method, item[method]


def by_id(document: Json) -> dict[str, Json]:
    """The operations that clients send by their ids, each with `path` and `method`."""
    return {
        each["operationId"]: each | {"path": template, "method": method.upper()}
        for template, method, each in operations(document)
    }


def packed(document: Json) -> str:
    """The resolved contract as it lies in the package: JSON, sorted, with the hash of its source in `x-sha256`.

    An answer that is one of the components refers to it, since every operation has the same failures.
    """
    components = document["components"].get("responses", {})
    shared = {json.dumps(each): {"$ref": f"#/components/responses/{name}"} for name, each in components.items()}

    def answers(operation: Any) -> Any:
        if not isinstance(operation, dict) or "responses" not in operation:
            return operation
        found = {status: shared.get(json.dumps(each), each) for status, each in operation["responses"].items()}
        return operation | {"responses": found}

    paths = {path: {key: answers(each) for key, each in item.items()} for path, item in document["paths"].items()}
    return json.dumps(document | {"paths": paths}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def unpacked(text: str) -> Json:
    """A packed contract, resolved again."""
    document: Json = json.loads(text)
    for item in document["paths"].values():
        for method in item.keys() & METHODS:
            answers = item[method]["responses"]
            item[method]["responses"] = {
                status: target(document, each, "responses") for status, each in answers.items()
            }
    return document


def target(document: Json, node: Json, section: str, met: tuple[str, ...] = ()) -> Json:
    """The object that a reference into a section of the components stands for; anything else is answered as it is.

    Raises:
        ValueError: Nothing stands there.
    """
    reference = node.get("$ref") if isinstance(node, dict) else None
    if reference is None:
        return node
    name = named(str(reference), section)
    found = document["components"].get(section, {}).get(name)
    if not isinstance(found, dict) or name in met:
        raise ValueError(f"nothing stands at {reference!r}: write #/components/{section}/NAME")
    return copy.deepcopy(target(document, found, section, (*met, name)))
