"""Read a contract and resolve it to the form that the templates, the wheel and the local platform use."""

from __future__ import annotations

import copy
import hashlib
import json
import math
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from places import Place, Refusal, at
from quoting import short
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
REPEATABLE = frozenset({"get", "put", "delete", "options", "head"})
MOST = 300_000  # values
DEEPEST = 80  # levels; Python's parser has no more than 100 for a literal

Json = dict[str, Any]


def load(path: Path) -> Json:
    """Read a contract, resolved, in the order in which it is written.

    Parameters, request bodies and responses stand inline afterwards; schemas stay references, since they may refer to
    themselves. Each operation carries its own `security`, `servers`, `x-repeatable` and `x-unwrap`, wherever they were stated.

    Args:
        path: A YAML file with an OpenAPI 3.1 document.

    Raises:
        ValueError: It is no JSON, a reference has no target, or an operation has no id or no tag.
    """
    return resolved(read(path))


def read(path: Path) -> Json:
    """Read a contract as it is written.

    Raises:
        Refusal: It is no YAML, or holds what JSON can't express.
    """
    try:
        document: Json = YAML(typ="safe").load(path)
    except YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or str(problem)
        raise Refusal(f"this is no YAML: {' '.join(what.split())}", line=mark.line + 1 if mark else 1) from None
    except (ValueError, RecursionError) as problem:
        raise Refusal(f"this can't be read: {problem}", line=1) from None
    if not isinstance(document, dict):
        raise Refusal("this is no OpenAPI document")
    _check(document, (), [], count())
    document["x-sha256"] = hashlib.sha256(_dump(document).encode()).hexdigest()
    return document


def _check(node: Any, place: Place, above: list[int], met: Iterator[int]) -> None:
    """Refuse what is no JSON: dates, numbers without end, keys that are no strings, halves of characters, loops."""
    if len(above) > DEEPEST or id(node) in above:
        raise Refusal(
            f"this is nested deeper than {DEEPEST} levels, or in itself: write it as a schema of its own", place
        )
    if next(met) > MOST:
        raise Refusal(
            "this is too much, or names itself too often by anchors: write schemas, and references to them", place
        )
    inside: list[tuple[Any, Any]] = []
    if isinstance(node, dict):
        inside = list(node.items())
    elif isinstance(node, list):
        inside = list(enumerate(node))
    for key, each in inside:
        if isinstance(node, dict):
            _check_scalar(key, place)
            if not isinstance(key, str):
                raise Refusal(f"{short(key)} is a key that is no string: write it in quotes", place)
        _check(each, (*place, key), [*above, id(node)], met)
    if not isinstance(node, dict | list):
        _check_scalar(node, place)


def _check_scalar(value: Any, place: Place) -> None:
    if isinstance(value, str):
        if any("\ud800" <= each <= "\udfff" for each in value):
            raise Refusal(f"{short(value)} holds half of a character: write the whole one", place)
    elif (
        value is not None
        and not isinstance(value, bool | int)
        and not (isinstance(value, float) and math.isfinite(value))
    ):
        raise Refusal(f"{short(value)} is no JSON value: write it as a string, in quotes", place)


def resolved(document: Json) -> Json:
    """Resolve what `read` answers, in place.

    Raises:
        Refusal: A reference has no target, or an operation has no id or no tag.
    """
    document["components"].setdefault("schemas", {})
    for template, item in document["paths"].items():
        shared = item.pop("parameters", [])
        servers = item.pop("servers", document["servers"])
        for method in METHODS:
            if method in item:
                with at("paths", template, method):
                    _resolve(document, item[method], method, shared, servers)
    return document


def _resolve(document: Json, operation: Json, method: str, shared: list[Json], servers: list[Json]) -> None:
    if not operation.get("operationId") or not operation.get("tags"):
        raise ValueError("an operation needs an operationId and a tag")
    operation["parameters"] = [_target(document, each) for each in [*shared, *operation.get("parameters", [])]]
    operation.setdefault("servers", servers)
    operation.setdefault("security", document.get("security", []))
    operation.setdefault("x-repeatable", method in REPEATABLE)
    if "requestBody" in operation:
        operation["requestBody"] = _target(document, operation["requestBody"])
    operation["responses"] = {status: _target(document, answer) for status, answer in operation["responses"].items()}
    for status, answer in operation["responses"].items():
        if status.startswith("2") and "x-unwrap" in answer:
            operation.setdefault("x-unwrap", answer["x-unwrap"])


def hidden(node: Any) -> bool:
    """Whether this is an operation that the local platform serves and no client of ours sends (`x-hidden`)."""
    return isinstance(node, dict) and "operationId" in node and bool(node.get("x-hidden"))


def packed(document: Json) -> str:
    """The resolved contract as it lies in the package: JSON, sorted, with the hash of its source in `x-sha256`."""
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _dump(document: Json) -> str:
    return json.dumps(document, sort_keys=True, ensure_ascii=False)


def _target(document: Json, node: Json, met: tuple[str, ...] = ()) -> Json:
    """The object that a reference stands for; anything else is answered as it is."""
    reference = node.get("$ref") if isinstance(node, dict) else ""
    if reference is None:
        return node
    found: Any = document
    for part in str(reference).removeprefix("#/").split("/"):
        if not isinstance(found, dict) or part not in found or reference in met:
            raise ValueError(f"nothing stands at {short(reference)}: write #/components/KIND/NAME")
        found = found[part]
    if not isinstance(found, dict):
        raise ValueError(f"nothing stands at {short(reference)}: write #/components/KIND/NAME")
    return copy.deepcopy(_target(document, found, (*met, reference)))
