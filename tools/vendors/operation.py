"""A new method of a vendor's package as an operation of a contract: what was sent is known, the rest is guessed."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from typing import Any

from generator.contract import Json
from openapi_python_client.strings import snake_case

from tools.vendors.guess import LOOK, Known, schema
from tools.vendors.release import COLLECTING, Method, Parameter, Request, Type

EMPTY = (None, False, "", 0)


def operation(method: Method, request: Request, types: Mapping[str, Type], known: Known, pages: str = "") -> Json:
    """An operation.

    Args:
        method: The method.
        request: What it sends.
        types: The types of the package.
        known: The names that annotations may hold.
        pages: Where the pages of other lists say how many there are; empty where there are none.
    """
    tag, _, name = method.name.rpartition(".")
    parameters = {each.name: each for each in method.parameters if each.kind not in COLLECTING}
    found: Json = {
        "operationId": f"{tag}_{name}" if tag else name,
        "tags": [tag or "client"],
        "summary": f"{name.replace('_', ' ').capitalize()}.",
        LOOK: "say what it does, and what it answers beside success",
    }
    places = re.findall(r"\{([^{}]*)\}", request.path)
    listed: list[Json] = [
        {"name": each, "in": "path", "required": True, "schema": _sent(parameters[each], known)} for each in places
    ]
    for key, value in request.query.items():
        listed.append(_query(key, value, method, request, known))
    if listed:
        found["parameters"] = listed
    fields = request.body is not None
    by_position = [name for name, each in parameters.items() if each.positional and name not in places]
    if request.whole is not None:
        owner = _owner("", request.whole, method)
        named = {"x-python-name": owner.name} if owner else {}
        content = {**schema(owner.type if owner else "", known, request.whole), **named}
        found |= {"x-positional": ["body"]} if by_position else {}
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": content}}}
    elif fields:
        found |= {"x-positional": [_wire(each, method, request) for each in by_position]} if by_position else {}
        found["requestBody"] = _body(method, request, known)
    elif by_position:
        found["x-positional"] = [_wire(each, method, request) for each in by_position]
    found["responses"] = _responses(method, request, types, known, pages)
    return found


def property_of(key: str, method: Method, request: Request, known: Known) -> Json:
    """The schema of a field of a body."""
    value = (request.body or {})[key]
    owner = _owner(key, value, method)
    if owner is None:
        return {**schema("", known, value), "default": value, "x-hidden": True, LOOK: "always sent, so it seems"}
    found = schema(owner.type, known, value)
    found |= {"x-python-name": owner.name} if snake_case(key) != owner.name else {}
    default = _default(owner)
    if key in request.always and not owner.required and default is not None:
        found["default"] = default
    return found


def _query(key: str, value: str, method: Method, request: Request, known: Known) -> Json:
    owner = _owner(key, value, method)
    if owner is None:
        return {"name": key, "in": "query", "schema": {"type": "string", LOOK: f"sent as {value[:40]}"}}
    found: Json = {"name": key, "in": "query", **({"required": True} if owner.required else {})}
    found |= {"x-python-name": owner.name} if snake_case(key) != owner.name else {}
    found["schema"] = _sent(owner, known)
    default = _default(owner)
    if key in request.always and default not in EMPTY:
        found["schema"]["default"] = default
    return found


def _sent(parameter: Parameter, known: Known) -> Json:
    """The schema of an argument of a path or a query, where None is not sent."""
    found = schema(parameter.type, known)
    if isinstance(found.get("type"), list):
        found["type"] = next(each for each in found["type"] if each != "null")
    elif {"type": "null"} in found.get("anyOf", ()):
        rest = [each for each in found["anyOf"] if each != {"type": "null"}]
        found = rest[0] if len(rest) == 1 else {"anyOf": rest}
    return found


def _body(method: Method, request: Request, known: Known) -> Json:
    body = request.body or {}
    if any(each.kind == "VAR_KEYWORD" for each in method.parameters):
        content: Json = {"type": "object", "additionalProperties": True, LOOK: "which fields does it take?"}
    else:
        owners = {key: _owner(key, value, method) for key, value in body.items()}
        musts = [key for key, each in owners.items() if each is None or each.required]
        content = {"type": "object", **({"required": musts} if musts else {})}
        content["properties"] = {key: property_of(key, method, request, known) for key in body}
    return {"required": True, "content": {"application/json": {"schema": content}}}


def _responses(method: Method, request: Request, types: Mapping[str, Type], known: Known, pages: str) -> Json:
    if method.returns in ("None", ""):
        return {"204": {"description": "Done.", LOOK: "which status?"}}
    status = {"POST": "201"}.get(request.verb, "200")
    answered = _answered(method.returns, known, pages)
    unwrap = _unwrap(method, types)
    for key in reversed(unwrap):
        answered = {"type": "object", "properties": {key: answered}}
    wrapped: Json = {"x-unwrap": unwrap[0] if len(unwrap) == 1 else unwrap} if unwrap else {}
    content = {"application/json": {"schema": answered}}
    return {status: {"description": "What it answers.", LOOK: "which status?", **wrapped, "content": content}}


def _answered(returns: str, known: Known, pages: str) -> Json:
    """The schema of what is answered; a page holds its items and says where it stands."""
    outer, _, inner = returns.strip("'\"").partition("[")
    if not outer.endswith("PaginatedResponse"):
        return schema(returns, known)
    meta = {"$ref": "#/components/schemas/PaginationMeta"} if "PaginationMeta" in known.models else {"type": "object"}
    items = {"type": "array", "items": schema(inner.removesuffix("]"), known)}
    paged = {"x-items": "data", "x-pages": pages} if pages else {LOOK: "where are its items and pages?"}
    return {"type": "object", "properties": {"data": items, "meta": meta}, **paged}


def _unwrap(method: Method, types: Mapping[str, Type]) -> list[str]:
    """The keys that lead to what is answered: as long as nothing else is read."""
    named = next((types[each] for each in re.findall(r"\w+", method.returns) if each in types), None)
    fields = {*(named.fields or {})} if named else set()
    found: list[str] = []
    while True:
        depth = len(found)
        below = {
            path.split(".")[depth]
            for path in method.read
            if path.split(".")[:depth] == found and path.count(".") >= depth
        }
        if len(below) != 1 or below & {"*", "[]"} or below <= fields:
            return found
        found += below


def _owner(key: str, value: Any, method: Method) -> Parameter | None:
    """The parameter that a key was sent for: of its name, else the one whose argument was sent."""
    parameters = [each for each in method.parameters if each.kind not in COLLECTING]
    for each in parameters:
        if each.name in (key, snake_case(key)):
            return each
    if value in (None, True, False, "true", "false"):
        return None
    given = method.arguments
    return next(
        (each for each in parameters if each.name in given and given[each.name] in (value, _number(value))), None
    )


def _wire(name: str, method: Method, request: Request) -> str:
    """The key under which an argument was sent."""
    for key, value in {**request.query, **(request.body or {})}.items():
        owner = _owner(key, value, method)
        if owner is not None and owner.name == name:
            return key
    return name


def _default(parameter: Parameter) -> Any:
    try:
        return ast.literal_eval(parameter.default)
    except (SyntaxError, ValueError):
        return None


def _number(value: Any) -> Any:
    try:
        return ast.literal_eval(value) if isinstance(value, str) else value
    except (SyntaxError, ValueError):
        return value
