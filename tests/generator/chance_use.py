"""Calls what was generated from a document of chance: is what goes out and comes in what the document says?"""

from __future__ import annotations

import io
import json
import random
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from promptport.errors import ArgumentError
from promptport.http._sync.pipeline import Pipeline
from promptport.http.contract_log import DIFFERENCES
from promptport.http.schemes import SchemeRules
from promptport.model import Operation, Scheme

from .chance import METHODS, SERVERS, Json, deref
from .chance_values import Values
from .echo import Echo
from .judge import accepted, body, faults, parameter, seen_from
from .table_use import options

MOMENT = "2026-03-01T00:00:00Z"
FILES = ("multipart/form-data", "application/octet-stream", "image/png")


def called(package: str, document: Json, server: Echo, chance: random.Random, folder: Path) -> list[str]:
    """Call every operation of a package once; what is wrong, by operations. Files to send are written to the folder."""
    found = []
    sees, shows = seen_from(document, "readOnly"), seen_from(document, "writeOnly")
    made = import_module(f"promptport_api.{package}.client")
    asked = options(server)
    with Pipeline(SchemeRules(made.SCHEMES, credentials(made.SCHEMES)), asked) as pipeline:
        client = made.Client(pipeline)
        for number, (template, item) in enumerate(sees["paths"].items()):
            method, about = next((name, each) for name, each in item.items() if name in METHODS)
            resource = next(each for each in ("things", "my_things", "client_data") if each.replace("_", "") ==
                            about["tags"][0].lower().replace("-", "").replace(" ", ""))  # fmt: skip
            module = import_module(f"promptport_api.{package}.api.{resource}.{resource}_do_it_{number}")
            call = Call(template, method, sees, shows, chance, folder)
            try:
                given = call.arguments(module.OPERATION)
                server.sent.clear()
                DIFFERENCES.clear()
                server.answer = call.answer()
                answer = getattr(getattr(client, resource), f"do_it_{number}")(**given)
                problems = call.problems(answer, server, asked.hosts.asked[-1])  # type: ignore[attr-defined] # it is ours
            except (ArgumentError, AssertionError, AttributeError, KeyError, TypeError, ValueError) as error:
                problems = [f"{type(error).__name__}: {error}"]
            found += [f"{package}, {method} {template}: {each}" for each in problems]
    return found


def credentials(schemes: Mapping[str, Scheme]) -> dict[str, str | tuple[str, str]]:
    """What is shown for each scheme."""
    return {name: ("me", "KEY") if each.kind == "basic" else "KEY" for name, each in schemes.items()}


class Call:
    """One call.

    Args:
        template: The operation's path.
        method: Its verb.
        sees: The document as a server sees it.
        shows: The document as a client sees it.
        chance: Where all choices come from.
        folder: Where files are written that are sent.
    """

    def __init__(
        self, template: str, method: str, sees: Json, shows: Json, chance: random.Random, folder: Path
    ) -> None:
        self._about: Json = sees["paths"][template][method]
        self._template, self._method, self._sees, self._chance, self._folder = template, method, sees, chance, folder
        self._sent, self._shown = Values(sees, chance, "readOnly"), Values(shows, chance, "writeOnly")
        answers = shows["paths"][template][method]["responses"]
        self._answers: Json = {status: deref(shows, each) for status, each in answers.items() if status != "404"}
        above = sees["paths"][template].get("parameters", [])
        self._parameters = [deref(sees, each) for each in (*above, *self._about["parameters"])]
        given = deref(sees, self._about["requestBody"])["content"] if "requestBody" in self._about else {}
        self._content: Json = {media: each | {"schema": each.get("schema", {})} for media, each in given.items()}
        self._expected: dict[tuple[str, str], Any] = {}
        self._body: Any = None
        self._answer: Any = None
        self._asked = ""

    def arguments(self, operation: Operation) -> Json:
        """What is given: a value for each argument that is required, and for some of the others."""
        found: Json = {}
        for entry in operation.parameters:
            if entry.place == "accept" and self._chance.random() < 0.5:
                found[entry.name] = self._asked = self._chance.choice(entry.names)
        for each in self._parameters:
            name = next(
                entry.name for entry in operation.parameters if (entry.wire, entry.place) == (each["name"], each["in"])
            )
            schema = each.get("schema") or each["content"]["application/json"]["schema"]
            if each.get("required") or self._chance.random() < 0.7:
                value = self._sent.of(schema, plain=True)
                if each.get("required") or value not in (None, [], {}):
                    found[name] = self._expected[each["name"], each["in"]] = value
            elif "default" in schema:
                self._expected[each["name"], each["in"]] = schema["default"]
        return found | self._of_body(operation)

    def _of_body(self, operation: Operation) -> Json:
        if not self._content:
            return {}
        types = [each for entry in operation.parameters if entry.place == "media" for each in entry.names]
        media = self._chance.choice(types or list(self._content))
        found: Json = {"content_type": media} if types else {}
        if media == "application/xml":
            self._body = "<a/>"
            return found | {"body": self._body}
        schema = self._content[media]["schema"]
        for _ in range(100):  # until it is one: null is none, and what is empty may be none
            if self._body not in (None, {}, []):
                break
            self._body = self._sent.of(schema)
            if "x-www-form" in media and self._body.get("about") == {}:
                del self._body["about"]  # in a form nothing says that it is there
        needed = self._needed(schema)
        for entry in operation.parameters:
            if entry.place == "whole" and not entry.names:
                found[entry.name] = (
                    self._file(self._body) if media in FILES and isinstance(self._body, str) else self._body
                )
            elif entry.place == "fields" and entry.name == "fields":
                found |= self._body
            elif entry.place == "fields":
                found[entry.name] = {key: each for key, each in self._body.items() if key not in self._fields(schema)}
            elif entry.place == "body" and entry.wire in self._body:
                value = self._body[entry.wire]
                found[entry.name] = (
                    self._file(value)
                    if entry.kind == "file"
                    else [*map(self._file, value)]
                    if entry.kind == "files"
                    else value
                )
                if value is None and entry.wire not in needed:
                    del self._body[entry.wire]  # None is what is not given
        return found

    def _file(self, text: str) -> Any:
        """A text as the bytes, the path or the stream of a file."""
        data = text.encode()
        kind = self._chance.choice(("bytes", "path", "stream"))
        if kind == "path":
            (self._folder / "file").write_bytes(data)
            return self._folder / "file"
        return data if kind == "bytes" else io.BytesIO(data)

    def _needed(self, schema: Json) -> set[str]:
        schema = deref(self._sees, schema)
        return set(schema.get("required", [])).union(*(self._needed(each) for each in schema.get("allOf", [])))

    def _fields(self, schema: Json) -> set[str]:
        schema = deref(self._sees, schema)
        return set(schema.get("properties", {})).union(*(self._fields(each) for each in schema.get("allOf", [])))

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        """What the server answers: a value that the document allows."""
        asked = [
            status
            for status, each in self._answers.items()
            if self._asked in each.get("content", {}) or not self._asked
        ]
        status = self._chance.choice(asked)
        code = {"2XX": 203, "default": 200}.get(status) or int(status)
        content = self._answers[status].get("content", {})
        if not content or self._method == "head":
            return code, {}, b""
        json_ = [each for each in content if each.endswith("json")]
        media = self._asked or (json_ or list(content))[0]
        if not media.endswith("json"):
            text = "<a>,</a>"
            self._answer = text if media.startswith("text/") or media.endswith("xml") else text.encode()
            return code, {"Content-Type": media}, text.encode()
        self._answer = self._shown.of(content[media]["schema"])
        return code, {"Content-Type": media}, json.dumps(self._answer).encode()

    def problems(self, answer: Any, server: Echo, host: str) -> list[str]:
        """Where what was sent, or read, is not what it should be."""
        (sent,) = server.sent
        found = []
        for each in self._parameters:
            expected = self._expected.get((each["name"], each["in"]))
            if (value := parameter(each, self._template, sent)) != expected:
                found.append(f"{each['name']} is {value!r}, not {expected!r}: {sent.target} {sent.headers}")
        if self._content and "content-type" not in sent.headers:
            required = deref(self._sees, self._about["requestBody"]).get("required")
            found += ["no body was sent"] if required or self._body else []  # what is empty may be left out
        elif self._content:
            value = body(self._sees, self._content, sent) if self._body != "<a/>" else sent.body.decode()
            found += [] if value == self._body else [f"the body is {value!r}, not {self._body!r}"]
            media = sent.headers["content-type"]
            json_ = self._content[media]["schema"] if "json" in media else {}
            found += faults(self._sees, json_, value)
        if (read := plain(answer)) != plain(self._answer):
            found.append(f"the answer is {read!r}, not {self._answer!r}")
        servers: Any = self._about.get("servers", self._sees["servers"])
        if host not in [made for given, made in SERVERS if given in servers]:
            found.append(f"{host} was asked")
        found += [f"told as a difference: {each}" for each in DIFFERENCES.all()]
        found += [] if accepted(self._sees, self._about, sent) else [f"this shows who asks: {sent}"]
        return found + self._unasked(sent.headers.get("accept", ""), server.answer[1].get("Content-Type", ""))

    def _unasked(self, accept: str, answered: str) -> list[str]:
        """What is wrong with the media types that are asked for."""
        known = {media for each in self._answers.values() for media in each.get("content", {})}
        asked = set(accept.split(", "))
        right = asked <= known if known and self._method != "head" else True
        if answered and (answered not in asked or (self._asked and accept.split(", ", maxsplit=1)[0] != self._asked)):
            right = False
        return [] if right else [f"{accept!r} is asked for, of {sorted(known)}, {answered!r} was answered"]


def plain(value: Any) -> Any:
    """An answer as JSON, without the fields that are null, which models read as those that are absent."""
    if hasattr(value, "to_dict"):
        return plain(value.to_dict())
    if isinstance(value, datetime):
        return MOMENT if value.isoformat() == MOMENT.replace("Z", "+00:00") else value
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if each is not None}
    return [plain(each) for each in value] if isinstance(value, list) else value
