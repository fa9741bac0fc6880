"""Read a contract and resolve it to the form that the templates, the wheel and the local platform use."""

from __future__ import annotations

import copy
import hashlib
import json
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
REPEATABLE = frozenset({"get", "put", "delete", "options", "head"})

Json = dict[str, Any]


def load(path: Path) -> Json:
    """Read a contract, resolved, in the order in which it is written.

    Parameters, request bodies and responses stand inline afterwards; schemas stay references, since they may refer to
    themselves. Each operation carries its own `security`, `servers`, `x-repeatable` and `x-unwrap`, wherever they were stated.

    Args:
        path: A YAML file with an OpenAPI 3.1 document.

    Raises:
        ValueError: A reference has no target, or an operation has no id or no tag.
    """
    document: Json = YAML(typ="safe").load(path)
    document["x-sha256"] = hashlib.sha256(_dump(document).encode()).hexdigest()
    document["components"].setdefault("schemas", {})
    for template, item in document["paths"].items():
        shared = item.pop("parameters", [])
        servers = item.pop("servers", document["servers"])
        for method in METHODS:
            if method in item:
                operation = item[method]
                if not operation.get("operationId") or not operation.get("tags"):
                    raise ValueError(f"{path.name}: {method.upper()} {template} needs an operationId and a tag")
                operation["parameters"] = [
                    _target(document, each) for each in [*shared, *operation.get("parameters", [])]
                ]
                operation.setdefault("servers", servers)
                operation.setdefault("security", document.get("security", []))
                operation.setdefault("x-repeatable", method in REPEATABLE)
                if "requestBody" in operation:
                    operation["requestBody"] = _target(document, operation["requestBody"])
                operation["responses"] = {
                    status: _target(document, answer) for status, answer in operation["responses"].items()
                }
                for status, answer in operation["responses"].items():
                    if status.startswith("2") and "x-unwrap" in answer:
                        operation.setdefault("x-unwrap", answer["x-unwrap"])
    return document


def hidden(node: Any) -> bool:
    """Whether this is an operation that the local platform serves and no client of ours sends (`x-hidden`)."""
    return isinstance(node, dict) and "operationId" in node and bool(node.get("x-hidden"))


def packed(document: Json) -> str:
    """The resolved contract as it lies in the package: JSON, sorted, with the hash of its source in `x-sha256`."""
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _dump(document: Json) -> str:
    return json.dumps(document, sort_keys=True, ensure_ascii=False)


def _target(document: Json, node: Json) -> Json:
    """The object that a reference stands for; anything else is answered as it is."""
    reference = node.get("$ref")
    if reference is None:
        return node
    found: Any = document
    for part in reference.removeprefix("#/").split("/"):
        if not isinstance(found, dict) or part not in found:
            raise ValueError(f"nothing stands at {reference}")
        found = found[part]
    return copy.deepcopy(_target(document, found))
