"""What a change of an operation means to users: its method, its arguments, its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.contract import by_id
from generator.media import FIELDS, kind, sent
from generator.names import python_name
from generator.rules_of_parameters import PLACES

from tools.report import credentials, history
from tools.report.answers import Answers
from tools.report.entry import ADDED, BREAKING, CHANGED, Json, Meaning, shown
from tools.report.extensions import extensions
from tools.report.schemas import Note, Schemas
from tools.report.shapes import Shape

PLACE = re.compile(r"\{([^{}]*)\}")  # of a value in a path
WORDS = ("style", "explode", "allowReserved", "allowEmptyValue")  # how a parameter is written on the wire


def method(operation: Json) -> str:
    """The operation as callers write it behind the client."""
    tag, name = str(operation["tags"][0]), str(operation["operationId"])
    return name if tag == "client" else f"{tag}.{name.removeprefix(f'{tag}_')}"


class Operations:
    """Compares the operations of two resolved documents.

    Args:
        old: The document as it was.
        new: As it is.
        note: Is told where something changed, and what that means.
    """

    def __init__(self, old: Json, new: Json, note: Note) -> None:
        self._old, self._new, self._note = old, new, note
        self._components = _components(old), _components(new)
        self._schemas = Schemas(*self._components, note)
        self._answers = Answers(self._schemas, *self._components, note)
        self._renamed = credentials.renamed(old, new)

    def compare(self) -> None:
        """Compare all of them."""
        was, now = by_id(self._old), by_id(self._new)
        ends = {_sent_as(each): each for name, each in now.items() if name not in was}
        for name, each in was.items():
            if name in now:
                self._both(each, now[name])
            elif renamed := ends.pop(_sent_as(each), None):
                self._note(method(each), (BREAKING, f"is called {method(renamed)} now"))
                self._both(each, renamed)
            else:
                self._note(method(each), (BREAKING, "is gone"))
        for each in ends.values():
            self._note(method(each), (ADDED, f"is new: {each['method']} {each['path']}{history.new(each)}"))

    def _both(self, old: Json, new: Json) -> None:
        where = method(new)
        for meaning in self._itself(old, new):
            self._note(where, meaning)
        self._arguments(old, new, where)
        self._body(old.get("requestBody"), new.get("requestBody"), where)
        self._answers.compare(old, new, where)
        events = [(each.get("x-stream") or {}).get("events") or {} for each in (old, new)]
        for name in (each for each in events[0] if each in events[1]):
            self._schemas.compare({"$ref": events[0][name]}, {"$ref": events[1][name]}, False, f"{where} → {name}")

    def _itself(self, old: Json, new: Json) -> Iterator[Meaning]:
        if _sent_as(old) != _sent_as(new):
            yield CHANGED, f"is sent as {new['method']} {new['path']}; it was {old['method']} {old['path']}"
        yield from history.history(old, new)
        if method(old) != method(new) and old["operationId"] == new["operationId"]:
            yield BREAKING, f"is a method of {new['tags'][0]} now; it was one of {old['tags'][0]}"
        hosts = [[each.get("url") for each in node.get("servers", ())] for node in (old, new)]
        if hosts[0] != hosts[1]:
            yield CHANGED, f"is sent to {shown(', '.join(hosts[1]))}; it was {shown(', '.join(hosts[0]))}"
        yield from credentials.of_operation(old, new, self._renamed)
        yield from extensions(old, new)

    def _arguments(self, old: Json, new: Json, where: str) -> None:
        was, now = ({(each["in"], each["name"]): each for each in node["parameters"]} for node in (old, new))
        pairs = {key: now[key] for key in was if key in now}
        rest = {_name(each): (key, each) for key, each in now.items() if key not in was}
        for key, each in was.items():
            there = f"{where}({_name(each)})"
            if key not in pairs and _name(each) in rest:
                (place, wire), pairs[key] = rest.pop(_name(each))
                if not place == key[0] == "path":  # where names are for people
                    self._note(there, (CHANGED, f"is sent as {place} {wire}; it was {key[0]} {key[1]}"))
            if key in pairs:
                self._argument(each, pairs[key], there)
            elif not each.get("x-hidden"):
                self._note(there, (BREAKING, "is gone"))
        for name, (_, each) in rest.items():
            if not each.get("x-hidden"):
                must = self._must(each, 1)
                came = (BREAKING, "is new, and must be given") if must else (ADDED, f"is new{history.new(each)}")
                self._note(f"{where}({name})", came)

    def _argument(self, old: Json, new: Json, where: str) -> None:
        required = self._must(old, 0), self._must(new, 1)
        if required[0] != required[1]:
            self._note(where, (BREAKING, "must be given") if required[1] else (CHANGED, "may be left out"))
        for meaning in history.history(old, new):
            self._note(where, meaning)
        written = _written(old), _written(new)
        for word in WORDS:
            if old["in"] == new["in"] and written[0][word] != written[1][word]:
                self._note(where, (CHANGED, f"is written with {word}: {shown(written[1][word])}"))
        called = _name(old), _name(new)
        for meaning in extensions(old | {"x-python-name": called[0]}, new | {"x-python-name": called[1]}):
            self._note(where, meaning)
        media = [each.get("content") or {"": {"schema": each.get("schema", {})}} for each in (old, new)]
        if media[0].keys() != media[1].keys():
            self._note(where, (CHANGED, f"is written as {', '.join(media[1]) or 'a plain value'}"))
        schemas = [next(iter(each.values())).get("schema", {}) for each in media]
        self._schemas.compare(_unnamed(schemas[0]), _unnamed(schemas[1]), True, where, not required[1])

    def _must(self, parameter: Json, side: int) -> bool:
        """Whether callers must give an argument."""
        schema = Shape(parameter.get("schema", {}), self._components[side]).node
        return bool(parameter.get("required")) and "default" not in schema

    def _body(self, old: Json | None, new: Json | None, where: str) -> None:
        if old is None or new is None:
            if new is not None:
                must = bool(new.get("required"))
                self._note(where, (BREAKING if must else ADDED, f"has a body{', which must be given' if must else ''}"))
            elif old is not None:
                self._note(where, (BREAKING, "has no body any more"))
            return
        if bool(old.get("required")) != bool(new.get("required")):
            must = bool(new.get("required"))
            self._note(where, (BREAKING, "must have a body") if must else (CHANGED, "may go without a body"))
        was, now = old["content"], new["content"]
        if not was.keys() & now.keys():
            self._note(where, (CHANGED, f"is sent as {', '.join(now)}; it was {', '.join(was)}"))
            pairs = [(next(iter(was.values())), next(iter(now.values())))]
        else:
            for media in dict.fromkeys([*was, *now]):
                if media not in now:
                    self._note(where, (BREAKING, f"takes no {media} any more"))
                elif media not in was:
                    self._note(where, (ADDED, f"takes {media} too"))
            pairs = [(was[media], now[media]) for media in was if media in now]
            usual = sent(was)[0], sent(now)[0]
            if usual[0] != usual[1]:
                grade = CHANGED if {kind(each) for each in usual} <= FIELDS else BREAKING
                self._note(where, (grade, f"is sent as {usual[1]} where callers name no type; it was {usual[0]}"))
        for one, other in pairs:
            if one.get("encoding") != other.get("encoding"):
                self._note(where, (CHANGED, "writes the parts of its body in another way (encoding)"))
            self._schemas.compare(one.get("schema", {}), other.get("schema", {}), True, f"{where}(body)")


def _components(document: Json) -> Json:
    found: Json = document.get("components", {}).get("schemas", {})
    return found


def _sent_as(operation: Json) -> tuple[str, str]:
    """The verb and the path; what stands in for a value of it is called as its argument, since its name is for people."""
    names = {each["name"]: _name(each) for each in operation["parameters"] if each["in"] == "path"}
    return operation["method"], PLACE.sub(lambda each: f"{{{names.get(each[1], each[1])}}}", operation["path"])


def _written(parameter: Json) -> Json:
    """How a parameter is written on the wire, with what OpenAPI means where nothing is said."""
    style = parameter.get("style", PLACES[parameter["in"]][0])
    said = {word: bool(parameter.get(word)) for word in WORDS}
    return said | {"style": style, "explode": bool(parameter.get("explode", style == "form"))}


def _unnamed(schema: Any) -> Any:
    """A schema without the name of the argument that it is the schema of."""
    return (
        {word: each for word, each in schema.items() if word != "x-python-name"} if isinstance(schema, dict) else schema
    )


def _name(parameter: Json) -> str:
    """The name of a parameter's argument."""
    schema = parameter.get("schema")
    given = parameter.get("x-python-name", schema.get("x-python-name") if isinstance(schema, dict) else None)
    return str(python_name(parameter["name"], given))
