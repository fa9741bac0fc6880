"""What a change of an operation means to users: its method, its arguments, its answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.contract import by_id
from generator.media import asked
from generator.names import python_name

from tools.report import history
from tools.report.entry import ADDED, BREAKING, CHANGED, Json, Meaning, shown
from tools.report.extensions import extensions
from tools.report.schemas import Note, Schemas
from tools.report.shapes import Shape

WRITTEN = ("style", "explode", "allowReserved", "allowEmptyValue")  # how a parameter is written on the wire


def method(operation: Json) -> str:
    """The operation as callers write it behind the client."""
    tag, name = str(operation["tags"][0]), str(operation["operationId"])
    return name if tag == "client" else f"{tag}.{name.removeprefix(f'{tag}_')}"


class Operations:
    """Compares the operations of two resolved documents.

    Args:
        schemas: Compares what they send and get.
        note: Is told where something changed, and what that means.
    """

    def __init__(self, schemas: Schemas, note: Note) -> None:
        self._schemas, self._note = schemas, note
        self._components: list[Json] = [{}, {}]

    def compare(self, old: Json, new: Json) -> None:
        """Compare all operations of two documents."""
        was, now = by_id(old), by_id(new)
        self._components = [each.get("components", {}).get("schemas", {}) for each in (old, new)]
        ends = {(each["path"], each["method"]): each for name, each in now.items() if name not in was}
        for name, each in was.items():
            if name in now:
                self._both(each, now[name])
            elif renamed := ends.pop((each["path"], each["method"]), None):
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
        self._answers(_inside(old, self._components[0]), _inside(new, self._components[1]), where)
        events = [(each.get("x-stream") or {}).get("events") or {} for each in (old, new)]
        for name in events[0].keys() & events[1].keys():
            self._schemas.compare({"$ref": events[0][name]}, {"$ref": events[1][name]}, False, f"{where} → {name}")

    def _itself(self, old: Json, new: Json) -> Iterator[Meaning]:
        was, now = (f"{each['method']} {each['path']}" for each in (old, new))
        if was != now:
            yield CHANGED, f"is sent as {now}; it was {was}"
        yield from history.history(old, new)
        if method(old) != method(new) and old["operationId"] == new["operationId"]:
            yield BREAKING, f"is a method of {new['tags'][0]} now; it was one of {old['tags'][0]}"
        hosts = [[each.get("url") for each in node.get("servers", ())] for node in (old, new)]
        if hosts[0] != hosts[1]:
            yield CHANGED, f"is sent to {shown(', '.join(hosts[1]))}; it was {shown(', '.join(hosts[0]))}"
        schemes = [[sorted(each) for each in node.get("security", ())] for node in (old, new)]
        if schemes[0] != schemes[1]:
            open_ = not schemes[0] or [] in schemes[0]
            asked = [" and ".join(each) or "nothing" for each in schemes[1]] or ["nothing"]
            closed = bool(schemes[1]) and [] not in schemes[1]
            yield BREAKING if open_ and closed else CHANGED, f"asks for {' or '.join(asked)} as credentials"
        yield from extensions(old, new)

    def _arguments(self, old: Json, new: Json, where: str) -> None:
        was, now = ({(each["in"], each["name"]): each for each in node["parameters"]} for node in (old, new))
        pairs = {key: now[key] for key in was if key in now}
        rest = {_name(each): (key, each) for key, each in now.items() if key not in was}
        for key, each in was.items():
            there = f"{where}({_name(each)})"
            if key not in pairs and _name(each) in rest:
                (place, wire), pairs[key] = rest.pop(_name(each))
                self._note(there, (CHANGED, f"is sent as {place} {wire}; it was {key[0]} {key[1]}"))
            if key in pairs:
                self._argument(each, pairs[key], there)
            elif not each.get("x-hidden"):
                self._note(there, (BREAKING, "is gone"))
        for name, (_, each) in rest.items():
            if not each.get("x-hidden"):
                must = each.get("required") and "default" not in each.get("schema", {})
                came = (BREAKING, "is new, and must be given") if must else (ADDED, f"is new{history.new(each)}")
                self._note(f"{where}({name})", came)

    def _argument(self, old: Json, new: Json, where: str) -> None:
        if bool(old.get("required")) != bool(new.get("required")):
            self._note(where, (BREAKING, "must be given") if new.get("required") else (CHANGED, "may be left out"))
        for meaning in history.history(old, new):
            self._note(where, meaning)
        for word in WRITTEN:
            if old.get(word) != new.get(word):
                self._note(where, (CHANGED, f"is written with {word}: {shown(new.get(word))}"))
        for meaning in extensions(old, new):
            self._note(where, meaning)
        media = [each.get("content") or {"": {"schema": each.get("schema", {})}} for each in (old, new)]
        if media[0].keys() != media[1].keys():
            self._note(where, (CHANGED, f"is written as {', '.join(media[1]) or 'a plain value'}"))
        schemas = [next(iter(each.values())).get("schema", {}) for each in media]
        self._schemas.compare(schemas[0], schemas[1], True, where)

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
        for one, other in pairs:
            if one.get("encoding") != other.get("encoding"):
                self._note(where, (CHANGED, "writes the parts of its body in another way (encoding)"))
            self._schemas.compare(one.get("schema", {}), other.get("schema", {}), True, f"{where}(body)")

    def _answers(self, old: Json, new: Json, where: str) -> None:
        was, now = ({status: each for status, each in node.items() if status.startswith("2")} for node in (old, new))
        gone, come = ([each for each in one if each not in other] for one, other in ((was, now), (now, was)))
        pairs = [(status, status) for status in was if status in now]
        for before, after in zip(gone, come, strict=False):
            self._note(where, (CHANGED, f"is answered with {after}; it was {before}"))
            pairs.append((before, after))
        for status in gone[len(come) :]:
            self._note(where, (CHANGED, f"is not answered with {status} any more"))
        for status in come[len(gone) :]:
            known = now[status].get("content") in [None, {}, *(each.get("content") for each in was.values())]
            self._note(where, (ADDED if known else BREAKING, f"may be answered with {status} too"))
        for before, after in pairs:
            self._content(was[before].get("content") or {}, now[after].get("content") or {}, where)
            for meaning in extensions(was[before], now[after]):
                if "x-unwrap" in was[before] or "x-unwrap" in now[after]:
                    continue  # told of the operation, which has it from its answer
                self._note(where, meaning)
        for status in dict.fromkeys([*old, *new]):
            if not status.startswith("2") and _plain(old.get(status)) != _plain(new.get(status)):
                what = "is no documented failure any more" if status not in new else "is a documented failure"
                what = "fails with other words" if status in old and status in new else what
                self._note(where, (CHANGED, f"{status} {what}"))

    def _content(self, was: Json, now: Json, where: str) -> None:
        if bool(was) != bool(now):
            self._note(where, (ADDED, "answers something") if now else (BREAKING, "answers nothing any more"))
        elif was:
            usual = [asked(each) for each in (was, now)]
            if usual[0] != usual[1]:
                self._note(where, (BREAKING, f"is answered as {usual[1]}; it was {usual[0]}"))
            for media in dict.fromkeys([*was, *now]):
                if media in was and media in now:
                    schemas = [each[media].get("schema", {}) for each in (was, now)]
                    self._schemas.compare(schemas[0], schemas[1], False, f"{where} → answer")
                elif media in was and media != usual[0]:
                    self._note(where, (BREAKING, f"can't be answered as {media} any more"))
                elif media in now and media != usual[1]:
                    self._note(where, (ADDED, f"can be answered as {media} too"))


def _inside(operation: Json, schemas: Json) -> Json:
    """The answers of an operation as callers get them: without their envelopes (`x-unwrap`)."""
    found: Json = {}
    for status, answer in operation["responses"].items():
        path = answer.get("x-unwrap", operation.get("x-unwrap")) if status.startswith("2") else None
        content = answer.get("content") or {}
        if path:
            keys = [path] if isinstance(path, str) else path
            content = {
                media: {**each, "schema": _below(each.get("schema", {}), keys, schemas)}
                for media, each in content.items()
            }
        found[status] = {**answer, "content": content} if path and content else answer
    return found


def _below(schema: Any, keys: list[str], schemas: Json) -> Any:
    """What stands under keys of a value, one within the other, as far as they are there."""
    for key in keys:
        properties = Shape(schema, schemas).node.get("properties") or {}
        if key not in properties:
            break
        schema = properties[key]
    return schema


def _name(parameter: Json) -> str:
    """The name of a parameter's argument."""
    schema = parameter.get("schema")
    given = parameter.get("x-python-name", schema.get("x-python-name") if isinstance(schema, dict) else None)
    return str(python_name(parameter["name"], given))


def _plain(answer: Any) -> Any:
    """An answer to a failure without what is for people."""
    if not isinstance(answer, dict):
        return answer
    return {
        media: each.get("schema") if isinstance(each, dict) else each
        for media, each in (answer.get("content") or {}).items()
    }
