"""What the schema of something new is likely to be: guessed from its annotation, else from what was sent."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from generator.contract import Json

LOOK = "x-look"  # becomes a comment, for the person who takes a draft over
PLAIN = {
    "str": "string", "int": "integer", "float": "number", "bool": "boolean", "datetime": "string", "UUID": "string",
    "dict": "object", "Dict": "object", "Mapping": "object", "MutableMapping": "object",
}  # fmt: skip
LISTS = ("list", "List", "Sequence", "Iterable", "Collection", "tuple", "Tuple", "set")
WRAPPERS = ("Optional", "Required", "NotRequired", "Annotated", "Awaitable", "Iterator", "AsyncIterator")


class Known(NamedTuple):
    """The names that an annotation may hold.

    Attributes:
        models: The schemas that may be referred to.
        values: The enumerations of the package, by name, with their values.
    """

    models: Collection[str]
    values: Mapping[str, Sequence[str]]


def schema(annotation: str, known: Known, example: Any = None) -> Json:
    """A schema for what is annotated so.

    Args:
        annotation: The annotation, as text; empty where there is none.
        known: The names that it may hold.
        example: A value of it, which counts where the annotation says nothing.
    """
    try:
        found = _of(ast.parse(annotation, mode="eval").body, known) if annotation else {}
    except SyntaxError:
        found = {}
    if found in ({}, {"type": "null"}):
        found = {**_of_value(example), LOOK: "guessed from what was sent"} if example is not None else {}
    return found or {"description": annotation or "Anything.", LOOK: "of which type?"}


def _of(tree: ast.expr, known: Known) -> Json:
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        return _of(ast.parse(tree.value, mode="eval").body, known)
    if isinstance(tree, ast.BinOp):
        return _either([_of(each, known) for each in (tree.left, tree.right)])
    if isinstance(tree, ast.Constant) and tree.value is None:
        return {"type": "null"}
    if not isinstance(tree, ast.Subscript):
        return _plain(last_name(tree), known)
    word, inner = last_name(tree.value), tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]
    if word == "Literal":
        values = [ast.literal_eval(each) for each in inner]
        return {**_of_value(values[0]), "enum": values}
    if word == "Union":
        return _either([_of(each, known) for each in inner])
    if word == "Optional":
        return _either([_of(inner[0], known), {"type": "null"}])
    if word in WRAPPERS:
        return _of(inner[0], known)
    if word in LISTS:
        return {"type": "array", "items": _of(inner[0], known)}
    return _plain(word, known)


def _plain(word: str, known: Known) -> Json:
    if word in known.models:
        return {"$ref": f"#/components/schemas/{word}"}
    if word in LISTS:
        return {"type": "array", "items": {}}
    if word in known.values:
        return {"type": "string", "enum": [*known.values[word]]}
    if word == "bytes":
        return {"type": "string", "format": "binary"}
    kind = PLAIN.get(word)
    if kind == "object":
        return {"type": "object", "additionalProperties": True}
    return {"type": kind} if kind else {}


def _either(kinds: list[Json]) -> Json:
    null = {"type": "null"}
    rest = [each for each in kinds if each != null]
    if not all(rest):
        return {}
    if len(rest) == len(kinds):
        return {"anyOf": rest}
    if len(rest) == 1 and isinstance(rest[0].get("type"), str) and "enum" not in rest[0]:
        return {**rest[0], "type": [rest[0]["type"], "null"]}
    return {"anyOf": [*(rest[0].get("anyOf", rest) if len(rest) == 1 else rest), null]}


def _of_value(value: Any) -> Json:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string"}
    if isinstance(value, dict):
        return {"type": "object", "additionalProperties": True}
    if isinstance(value, list):
        return {"type": "array", "items": _of_value(value[0]) if value else {}}
    return {"type": kinds[type(value)]} if type(value) in kinds else {}


def last_name(tree: ast.expr) -> str:
    """The last name of what is written: `typing.List` is `List`."""
    if isinstance(tree, ast.Attribute):
        return tree.attr
    if isinstance(tree, ast.Constant):
        return str(tree.value).rpartition(".")[2]
    return tree.id if isinstance(tree, ast.Name) else ""
