"""What the words of a history lead to: operations, arguments, fields, values, by the names that a contract has for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .names import python_name, tag_name, with_tag
from .reading import Json
from .words import named


def find(operations: Iterable[Json], given: str) -> Json | None:
    """The operation that an id means, as it is written or as it is in Python."""
    for each in operations:
        if given == each.get("operationId") or _called(given, each) == _called(each.get("operationId"), each) != "":
            return each
    return None


def _called(given: Any, operation: Json) -> str:
    try:
        return with_tag(str(given), tag_name(operation["tags"][0]))
    except (ValueError, LookupError):
        return ""


def path_of(operation: Json) -> str:
    """An operation as a program writes it: `executions.approve`."""
    tag, name = tag_name(operation["tags"][0]), _called(operation["operationId"], operation)
    return name if tag == "client" else f"{tag}.{name.removeprefix(f'{tag}_')}"


def replacements(node: Json) -> list[str]:
    """What `x-replaced-by` names."""
    given = node.get("x-replaced-by", [])
    return [given] if isinstance(given, str) else list(given)


def members(schemas: Json, schema: Any, met: tuple[str, ...] = ()) -> Json:
    """The fields of a schema by their names, with those of what it refers to and of its parts."""
    if not isinstance(schema, dict):
        return {}
    found: Json = {}
    if "$ref" in schema:
        name = named(schema["$ref"], "schemas")
        found |= members(schemas, schemas.get(name), (*met, name)) if name not in met else {}
    for each in schema.get("allOf", ()):
        found |= members(schemas, each, met)
    found |= schema.get("properties", {})
    return found


def listed(schemas: Json, schema: Any, word: str, met: tuple[str, ...] = ()) -> Any:
    """What a word (`enum`, `x-values`) says of a value, wherever in its schema it stands; None where it stands nowhere."""
    if not isinstance(schema, dict):
        return None
    if word in schema:
        return schema[word]
    parts = [each for key in ("allOf", "anyOf", "oneOf") for each in schema.get(key, ())]
    if "$ref" in schema and (name := named(schema["$ref"], "schemas")) not in met:
        parts.append(schemas.get(name))
        met = (*met, name)
    parts += [schema["items"]] if "items" in schema else []
    return next((found for each in parts if (found := listed(schemas, each, word, met)) is not None), None)


def arguments(schemas: Json, operation: Json) -> Json:
    """What an operation takes, by names on the wire: its parameters, and the fields of its body."""
    found: Json = {}
    for media in operation.get("requestBody", {}).get("content", {}).values():
        found |= members(schemas, media.get("schema"))
    return found | {each["name"]: each for each in operation.get("parameters", ()) if "name" in each}


def python(wire: str, node: Any) -> str:
    """What an argument or a field is called in Python; its name on the wire where it can't be called so."""
    try:
        return python_name(wire, node.get("x-python-name") if isinstance(node, dict) else None)
    except ValueError:
        return wire
