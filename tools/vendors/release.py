"""What a recording tells of a release of a vendor's package: its methods with their requests, its types, its names."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

Json = dict[str, Any]
COLLECTING = ("VAR_KEYWORD", "VAR_POSITIONAL")


class Parameter(NamedTuple):
    """A parameter of a method.

    Attributes:
        name: Its name.
        kind: What `inspect` calls its kind.
        required: Whether it has no default.
        default: Its default, as text.
        type: Its annotation, as text; empty where it has none.
    """

    name: str
    kind: str
    required: bool
    default: str = ""
    type: str = ""

    @property
    def positional(self) -> bool:
        """Whether it may be given by position."""
        return self.kind.startswith("POSITIONAL")


class Request(NamedTuple):
    """A request of a method, as all its calls together show it.

    Attributes:
        verb: Its verb.
        path: Its path, with `{name}` in place of an argument.
        query: The keys of the query, each with an example.
        body: The fields of the body, each with an example; None where it is no object.
        whole: An example of a body that is no object, else None.
        always: The keys of the query and the fields of the body that every call sent.
    """

    verb: str
    path: str
    query: Mapping[str, str]
    body: Mapping[str, Any] | None
    whole: Any = None
    always: frozenset[str] = frozenset()

    @property
    def shape(self) -> str:
        """Its path with `{}` for each argument, as contracts are compared with it."""
        return re.sub(r"\{[^{}]*\}", "{}", self.path)


class Method(NamedTuple):
    """A method of a client.

    Attributes:
        name: Its path behind the client: `agents.create`, or `get_prompt`.
        parameters: Its parameters.
        returns: The annotation of what it answers, as text.
        requests: What it sends; several where one call sends several.
        read: The keys that it asked of the answer, by path, in their order.
        raised: Why a call of it failed; empty where none did.
        arguments: The arguments that it was called with, by name.
    """

    name: str
    parameters: tuple[Parameter, ...]
    returns: str = ""
    requests: tuple[Request, ...] = ()
    read: tuple[str, ...] = ()
    raised: str = ""
    arguments: Mapping[str, Any] = {}

    @property
    def signature(self) -> str:
        """Its signature, as a person reads it."""
        parts, starred = [], False
        for each in self.parameters:
            if each.kind == "KEYWORD_ONLY" and not starred:
                parts.append("*")
                starred = True
            mark = {"VAR_KEYWORD": "**", "VAR_POSITIONAL": "*"}.get(each.kind, "")
            starred = starred or mark == "*"
            parts.append(f"{mark}{each.name}" if each.required or mark else f"{each.name}={each.default}")
        return f"{self.name}({', '.join(parts)})"


class Type(NamedTuple):
    """A type of the package.

    Attributes:
        home: The module that defines it.
        kind: What it is: `dataclass`, `typed dict`, `pydantic`, `literal`, `enum`, `exception` or `class`.
        fields: The annotations of its fields, by name; None where it has none, as an error has not.
        values: The values of an enumeration.
        aliases: The names on the wire of fields that have another.
    """

    home: str
    kind: str
    fields: Mapping[str, str] | None = None
    values: tuple[str, ...] = ()
    aliases: Mapping[str, str] = {}


class Release(NamedTuple):
    """A release of a package.

    Attributes:
        package: Its name on PyPI.
        number: The release.
        clients: The methods of each client, by name, by the client's full name; blocking clients come first.
        types: Its types, by their short names.
        names: What it and its subpackages export, by name: the module that defines it; nothing of a private one.
    """

    package: str
    number: str
    clients: Mapping[str, Mapping[str, Method]]
    types: Mapping[str, Type]
    names: Mapping[str, str]


def release(recording: Json) -> Release:
    """Read a recording, as `tools/vendors/__init__.py` describes it."""
    surface = recording["surface"]
    calls: dict[tuple[str, str], list[Json]] = {}
    for each in recording["calls"]:
        calls.setdefault((each["client"], each["method"]), []).append(each)
    ordered = sorted(surface["clients"].items(), key=lambda each: bool(each[1]["asyncio"]))
    clients = {
        full: {name: _method(name, each, calls.get((full, name), [])) for name, each in client["methods"].items()}
        for full, client in ordered
    }
    types = {full.rpartition(".")[2]: _type(full, each) for full, each in surface["types"].items()}
    homes = {full.rpartition(".")[2]: full.rpartition(".")[0] for full in (*clients, *surface["functions"])}
    homes |= {name: each.home for name, each in types.items()}
    modules: Json = surface["modules"]
    homes |= {name: home for each in modules.values() for name, home in each.get("homes", {}).items()}
    packages = [
        each for each in modules if each == recording["import"] or any(one.startswith(f"{each}.") for one in modules)
    ]
    names = {
        name: homes.get(name, each)
        for each in packages
        for name in modules[each]["names"]
        if not name.startswith("_") and "._" not in homes.get(name, each)
    }
    return Release(recording["package"], recording["release"], clients, types, names)


def renamed(found: Release, called: Mapping[str, str]) -> Release:
    """A release whose types have the names that the contract has for them.

    Args:
        found: The release.
        called: The contract's names, by names of types.
    """
    names = {was: now for was, now in called.items() if was in found.types and now not in found.types}
    if not names:
        return found

    def said(text: str) -> str:
        return re.sub(r"\w+", lambda each: names.get(each[0], each[0]), text)

    clients = {
        full: {
            name: each._replace(
                parameters=tuple(one._replace(type=said(one.type)) for one in each.parameters),
                returns=said(each.returns),
            )
            for name, each in client.items()
        }
        for full, client in found.clients.items()
    }
    types = {
        names.get(name, name): each
        if each.fields is None
        else each._replace(fields={field: said(typed) for field, typed in each.fields.items()})
        for name, each in found.types.items()
    }
    return found._replace(clients=clients, types=types)


def _method(name: str, signature: Json, calls: list[Json]) -> Method:
    parameters = tuple(
        Parameter(each["name"], each["kind"], "default" not in each, each.get("default", ""), each.get("type", ""))
        for each in signature["parameters"]
    )
    read = dict.fromkeys(path for each in calls for path in each["read"])
    failed = [each["raised"] for each in calls if "raised" in each]
    raised = f"{failed[-1]['type']}: {failed[-1]['text']}" if failed else ""
    arguments = {key: value for each in calls for key, value in each["arguments"].items()}
    return Method(name, parameters, signature.get("returns", ""), _requests(calls), tuple(read), raised, arguments)


def _requests(calls: list[Json]) -> tuple[Request, ...]:
    """What the calls of a method send, put together: one request for each place in a call."""
    found: list[Request] = []
    for call in calls:
        for number, each in enumerate(call["requests"]):
            one = _request(each, call["arguments"])
            if number >= len(found):
                found.append(one)
                continue
            was = found[number]
            both = None if was.body is None and one.body is None else {**(was.body or {}), **(one.body or {})}
            whole = one.whole if was.whole is None else was.whole
            always = was.always & one.always
            found[number] = was._replace(query={**was.query, **one.query}, body=both, whole=whole, always=always)
    return tuple(found)


def _request(sent: Json, arguments: Json) -> Request:
    content = _content(sent["body"])
    fields = content if isinstance(content, dict) else None
    whole = None if fields is not None else content
    query = dict(sent["query"])
    always = frozenset({*query, *(fields or {})})
    return Request(sent["method"], _template(sent["path"], arguments), query, fields, whole, always)


def _template(path: str, arguments: Json) -> str:
    """A path in which the values of arguments are their names: `/agents/{agent_id}`."""
    known = {str(value): name for name, value in arguments.items() if isinstance(value, str | int) and str(value)}
    return "/".join(f"{{{known[part]}}}" if part in known else part for part in map(unquote, path.split("/")))


def _content(body: Any) -> Any:
    """What a body says: JSON where it is that, else the text."""
    if not isinstance(body, str):
        return body
    try:
        return json.loads(body)
    except ValueError:
        return body


def _type(full: str, described: Json) -> Type:
    home = full.rpartition(".")[0]
    fields = described.get("fields")
    if fields is None and described["kind"] == "class":  # an object whose fields are what it is made of
        fields = {each["name"]: each for each in described["init"]["parameters"] if each["kind"] not in COLLECTING}
        fields = fields or None
    typed = None if fields is None else {name: each.get("type", "") for name, each in fields.items()}
    aliases = {name: each["alias"] for name, each in (fields or {}).items() if "alias" in each}
    return Type(home, described["kind"], typed, tuple(map(str, described.get("values", ()))), aliases)
