"""Calls what was generated from a document of chance: is what goes out and comes in what the document says?"""

from __future__ import annotations

import json
import random
from datetime import datetime
from importlib import import_module
from typing import Any

from promptport.errors import ArgumentError
from promptport.http._sync.pipeline import Pipeline
from promptport.http.schemes import SchemeRules
from promptport.model import Operation

from .chance import Json, Values
from .echo import Echo
from .judge import body, faults, parameter, seen_from
from .table_use import options

MOMENT = "2026-03-01T00:00:00Z"


def called(package: str, document: Json, server: Echo, chance: random.Random) -> list[str]:
    """Call every operation of a package once; what is wrong, by operations."""
    found = []
    sees, shows = seen_from(document, "readOnly"), seen_from(document, "writeOnly")
    with Pipeline(SchemeRules({}, {}), options(server)) as pipeline:
        client = import_module(f"promptport_api.{package}.client").Client(pipeline)
        for number, (template, item) in enumerate(sees["paths"].items()):
            ((method, about),) = item.items()
            resource = next(each for each in ("things", "my_things", "client_data") if each.replace("_", "") ==
                            about["tags"][0].lower().replace("-", "").replace(" ", ""))  # fmt: skip
            module = import_module(f"promptport_api.{package}.api.{resource}.{resource}_do_it_{number}")
            call = Call(about, template, sees, shows, chance)
            try:
                given = call.arguments(module.OPERATION)
                server.sent.clear()
                server.answer = call.answer()
                answer = getattr(getattr(client, resource), f"do_it_{number}")(**given)
                problems = call.problems(answer, server)
            except (ArgumentError, AssertionError, AttributeError, KeyError, TypeError, ValueError) as error:
                problems = [f"{type(error).__name__}: {error}"]
            found += [f"{package}, {method} {template}: {each}" for each in problems]
    return found


class Call:
    """One call.

    Args:
        about: The operation.
        template: Its path.
        sees: The document as a server sees it.
        shows: The document as a client sees it.
        chance: Where all choices come from.
    """

    def __init__(self, about: Json, template: str, sees: Json, shows: Json, chance: random.Random) -> None:
        self._about, self._template, self._sees, self._chance = about, template, sees, chance
        self._sent, self._shown = Values(sees, chance, "readOnly"), Values(shows, chance, "writeOnly")
        self._answers: Json = next(iter(shows["paths"][template].values()))["responses"]
        self._content: Json = dict(
            [*about.get("requestBody", {}).get("content", {}).items()][:1]
        )  # the rest callers write
        self._expected: dict[tuple[str, str], Any] = {}
        self._body: Any = None
        self._answer: Any = None
        self._asked, self._written = "application/json", False

    def arguments(self, operation: Operation) -> Json:
        """What is given: a value for each argument that is required, and for some of the others."""
        found: Json = {}
        for entry in operation.parameters:
            if entry.place == "accept" and self._chance.random() < 0.5:
                found[entry.name] = self._asked = self._chance.choice(entry.names)
            self._written |= entry.place == "whole" and bool(entry.names) and self._chance.random() < 0.5
        if self._written:
            self._content = {"application/xml": {"schema": {}}}
            self._body = "<a/>"
            found |= {"body": self._body, "content_type": "application/xml"}
        for media, each in () if self._written else self._content.items():
            while self._body is None:  # which is no body
                self._body = self._sent.of(each["schema"])
            binary = media in ("multipart/form-data", "application/octet-stream")
            needed = self._needed(each["schema"])
            for entry in operation.parameters:
                if entry.place == "whole" and not entry.names:
                    found[entry.name] = self._body.encode() if binary and isinstance(self._body, str) else self._body
                elif entry.place == "fields" and entry.name == "fields":
                    found |= self._body
                elif entry.place == "body" and entry.wire in self._body:
                    value = self._body[entry.wire]
                    found[entry.name] = value.encode() if binary and entry.wire == "file" else value
                    if value is None and entry.wire not in needed:
                        del self._body[entry.wire]  # None is what is not given
        for entry in operation.parameters:
            for each in self._about["parameters"]:
                if (each["name"], each["in"]) == (entry.wire, entry.place) and (
                    each.get("required") or self._chance.random() < 0.7
                ):
                    schema = each.get("schema") or each["content"]["application/json"]["schema"]
                    value = self._sent.of(schema, plain=True) or None
                    if value is not None or each.get("required"):
                        value = self._sent.of(schema, plain=True) if value is None else value
                        found[entry.name] = self._expected[entry.wire, entry.place] = value
        return found

    def _needed(self, schema: Json) -> set[str]:
        while "$ref" in schema:
            schema = self._sees["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return set(schema.get("required", [])).union(*(self._needed(each) for each in schema.get("allOf", [])))

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        """What the server answers: a value that the document allows."""
        if "204" in self._answers:
            return 204, {}, b""
        if self._asked != "application/json":
            self._answer = "<a>,</a>"
            return 200, {"Content-Type": self._asked}, self._answer.encode()
        self._answer = self._shown.of(self._answers["200"]["content"]["application/json"]["schema"])
        return 200, {"Content-Type": "application/json"}, json.dumps(self._answer).encode()

    def problems(self, answer: Any, server: Echo) -> list[str]:
        """Where what was sent, or read, is not what it should be."""
        (sent,) = server.sent
        found = []
        for each in self._about["parameters"]:
            expected = self._expected.get((each["name"], each["in"]))
            if (value := parameter(each, self._template, sent)) != expected:
                found.append(f"{each['name']} is {value!r}, not {expected!r}: {sent.target}")
        if (accept := sent.headers.get("accept", "")) != self._asked and "200" in self._answers:
            found.append(f"{accept!r} is asked for, not {self._asked!r}")
        if self._written:
            found += [] if sent.body == b"<a/>" else [f"the body is {sent.body!r}"]
        elif self._content:
            value = body(self._content, sent)
            found += [] if value == self._body else [f"the body is {value!r}, not {self._body!r}"]
            for media, about in self._content.items():
                found += faults(self._sees, about["schema"], value) if media != "application/octet-stream" else []
        if (read := plain(answer)) != plain(self._answer):
            found.append(f"the answer is {read!r}, not {self._answer!r}")
        return found


def plain(value: Any) -> Any:
    """An answer as JSON, without the fields that are null, which models read as those that are absent."""
    if hasattr(value, "to_dict"):
        return plain(value.to_dict())
    if isinstance(value, datetime):
        return MOMENT if value.isoformat() == MOMENT.replace("Z", "+00:00") else value
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if each is not None}
    return [plain(each) for each in value] if isinstance(value, list) else value
