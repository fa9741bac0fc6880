"""One request to a platform, as the contract reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from promptport_local.contract import Contract, Operation
from promptport_local.schemas import Json, Place, Problem
from promptport_local.strict_json import BrokenJson, read_json

# A longer number stays a text: Python refuses to read thousands of digits, and no schema asks for them.
_DIGITS = 100


@dataclass
class Call:
    """One request to one operation.

    The fields fill up in the order in which a platform checks: `problems` and `body` once it was read, `who` once it
    was authenticated.

    Attributes:
        operation: The operation.
        headers: The headers as they came, as pairs.
        raw: The bytes of the body.
        path: The parameters of the path, of the types that the contract states.
        query: The parameters of the query likewise; an absent one is not in it.
        pairs: The query as it came, as pairs.
        body: The body as JSON, or None where there is none.
        broken: Why the body is not JSON, if it is not.
        problems: What else is wrong with the request.
        who: Whom the platform took the caller for.
    """

    operation: Operation
    headers: list[tuple[str, str]]
    raw: bytes
    path: dict[str, Any]
    query: dict[str, Any] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    body: Any = None
    broken: BrokenJson | None = None
    problems: list[Problem] = field(default_factory=list)
    who: Any = None

    def header(self, name: str) -> str | None:
        """The first header of this name, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def cookies(self) -> dict[str, str]:
        """The cookies that came."""
        parts = (part.partition("=") for part in (self.header("cookie") or "").split(";"))
        return {name.strip(): value.strip() for name, _, value in parts if name.strip()}


def read_call(
    contract: Contract,
    operation: Operation,
    path: dict[str, str],
    query: str,
    headers: list[tuple[str, str]],
    raw: bytes,
) -> Call:
    """Read a request as the contract says. What is wrong with it stands in the result; nothing is raised.

    Args:
        contract: The contract of the platform.
        operation: The operation that the request is.
        path: The parameters of the path, decoded.
        query: The query as it was sent.
        headers: The headers as pairs.
        raw: The bytes of the body.
    """
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace")
    call = Call(operation, headers, raw, dict(path), pairs=pairs)
    for index, parameter in enumerate(operation.spec.get("parameters", [])):
        # What an `x-spread` holds stands in the query by names of its own, which nobody knows: they are in `pairs`.
        if not parameter.get("x-spread"):
            _read_parameter(contract, call, parameter, (*operation.pointer, "parameters", index))
    if "requestBody" in operation.spec:
        _read_body(contract, call, operation.spec["requestBody"])
    return call


def _read_parameter(contract: Contract, call: Call, parameter: Json, pointer: Place) -> None:
    name, home = parameter["name"], parameter["in"]
    schema = contract.follow(parameter.get("schema", {}))
    where: Place = (home, name)
    texts = _texts(call, name, home)
    if not texts:
        if parameter.get("required"):
            call.problems.append(Problem("required", where, "is required", {}, [name]))
        return
    several = "array" in _types(contract, schema)
    if several and not parameter.get("explode", home in ("query", "cookie")):
        texts = texts[-1].split(",")
    types = _types(contract, schema.get("items", {}) if several else schema)
    values = [_converted(text, types) for text in texts]
    value = values if several else values[-1]
    if schema:
        call.problems.extend(contract.schemas.problems((*pointer, "schema"), value, where))
    if home == "path":
        call.path[name] = value
    elif home == "query":
        call.query[name] = value


def _texts(call: Call, name: str, home: str) -> list[str]:
    if home == "path":
        return [call.path[name]]
    if home == "query":
        return [value for key, value in call.pairs if key == name]
    if home == "header":
        return [value for key, value in call.headers if key.lower() == name.lower()]
    cookies = call.cookies()
    return [cookies[name]] if name in cookies else []


def _types(contract: Contract, schema: Json) -> list[str]:
    """The types that a schema allows."""
    schema = contract.follow(schema)
    kinds = schema.get("type", [])
    found = [kinds] if isinstance(kinds, str) else list(kinds)
    for each in (*schema.get("anyOf", []), *schema.get("oneOf", [])):
        found.extend(_types(contract, each))
    return found


def _converted(text: str, types: list[str]) -> Any:
    """A text of a path or a query as the type it stands for; as it is where it stands for none."""
    if "integer" in types or "number" in types:
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS:
            return int(text)
        if "number" in types and digits.replace(".", "", 1).isdigit() and len(digits) <= _DIGITS:
            return float(text)
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return text


def _read_body(contract: Contract, call: Call, said: Json) -> None:
    media = (call.header("content-type") or "").split(";")[0].strip().lower()
    if not call.raw:
        if said.get("required"):
            call.problems.append(Problem("required", ("body",), "is required", None, ["body"]))
        return
    # A body without a type is read as the one that the operation takes: so do the frameworks behind the platforms.
    media = media or next(iter(said["content"]))
    if not call.operation.takes(media):
        kinds = list(said["content"])
        sent = call.raw.decode("utf-8", "replace")
        call.problems.append(Problem("media", ("body",), f"must be of type {' or '.join(kinds)}", sent, kinds))
        return
    if media == "application/json" or media.endswith("+json"):
        try:
            call.body = read_json(call.raw)
            if "schema" in said["content"][media]:
                pointer = (*call.operation.pointer, "requestBody", "content", media, "schema")
                call.problems.extend(contract.schemas.problems(pointer, call.body, ("body",)))
        except BrokenJson as error:
            call.broken = error
        except RecursionError:
            # A schema that refers to itself goes as deep as the body, several calls for each of its levels.
            call.broken = BrokenJson("it is nested too deeply")
