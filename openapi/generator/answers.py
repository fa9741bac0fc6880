"""What comes in: the type of an operation's answer, and the expression that reads it."""

from __future__ import annotations

from typing import NamedTuple

from . import compared, media
from .contract import Json
from .fields import not_null
from .places import Place, Refusal, at
from .python_types import Types
from .quoting import Code, code, either, joined, literal, short


class Success(NamedTuple):
    """A successful answer: its status, its media type, and its schema; None where it has no body, or none that is read."""

    status: str
    media: str
    schema: Json | None


class Reading(NamedTuple):
    """How an answer is read: a name for it, the condition on `status` under which it is, its type, and the expression."""

    name: Code
    condition: Code
    type: Code
    expression: Code


class Event(NamedTuple):
    """An event of a stream: its type, what it is compared with, and the function that reads it; None for none."""

    type: Code
    shape: Code
    reader: Code


class Answers:
    """The answers of operations.

    Args:
        types: The schemas of the contract.
        itself: The name under which an object whose fields are open answers itself; empty where it doesn't.
    """

    def __init__(self, types: Types, itself: str) -> None:
        self._types, self._itself = types, itself

    def accept(self, operation: Json) -> str:
        """The media types of the successful answers."""
        return ", ".join(dict.fromkeys(each.media for each in successes(operation) if each.media)) or "application/json"

    def returns(self, operation: Json) -> Code:
        """The type of what the parser answers."""
        if "x-stream" in operation:
            return joined(" | ", dict.fromkeys(each.type for each in self.events(operation).values()))
        first, others = self._readings(operation)
        return either([each.type for each in (first, *others)])

    def events(self, operation: Json) -> dict[str, Event]:
        """What a stream's events are, by their names.

        Raises:
            ValueError: `x-stream` has another form.
        """
        stream = operation["x-stream"]
        events = stream.get("events")
        if not isinstance(events, dict) or not events:
            what = f"{short(stream)} is no x-stream: write events: {{NAME: SCHEMA}}, and ends: [NAME]"
            raise Refusal(what, ("x-stream",))
        found = {}
        for name, reference in events.items():
            with at("x-stream", "events", name):
                schema = {"$ref": reference}
                reader = self._types.reader(schema) or code("None")
                found[str(name)] = Event(self._types.model(reference), compared.answer(self._types, schema), reader)
        return found

    def parse(self, operation: Json) -> Code:
        """The expression that reads the `content` of the usual successful answer."""
        return self._readings(operation)[0].expression

    def others(self, operation: Json) -> list[Reading]:
        """The successful answers that are read in another way than the usual one."""
        return [] if "x-stream" in operation else self._readings(operation)[1]

    def _readings(self, operation: Json) -> tuple[Reading, list[Reading]]:
        found = successes(operation)
        meant = usual(found)
        first = self._read(operation, meant)
        rest = [self._read(operation, each) for each in found if each is not meant]
        return first, [each for each in rest if each[2:] != first[2:] and not self._means_null(operation, meant, each)]

    def _means_null(self, operation: Json, usual: Success, other: Reading) -> bool:
        """Whether it is a 204 beside an answer that may be left out: either is read as what stands for one that is absent."""
        return other.condition == "status == 204" and self._or_nothing(operation, usual)

    def _or_nothing(self, operation: Json, success: Success) -> bool:
        if success.schema is None or "204" not in operation["responses"] or media.kind(success.media) != "json":
            return False
        inner = self._inner(operation, success.schema)
        return "x-absent" in inner and self._types.nullable(self._types.resolve(inner))

    def _read(self, operation: Json, success: Success) -> Reading:
        status = literal(int(success.status) if success.status.isdigit() else 0)
        named = code("answer_{}", status), code("status == {}", status)
        schema, kind = success.schema, media.kind(success.media)
        if schema is None:
            return Reading(*named, code("None"), code("nothing(content)"))
        if kind == "events" and "x-stream" not in operation:
            what = "a stream of events needs x-stream: write events: {NAME: SCHEMA}, and ends: [NAME]"
            raise Refusal(what, ("responses", success.status, "content", success.media))
        if kind in ("text", "xml"):
            return Reading(*named, code("str"), code('content.decode(errors="replace")'))
        if kind != "json":
            return Reading(*named, code("bytes"), code("content"))
        inner = self._inner(operation, schema)
        inner = not_null(inner) if "x-absent" in inner else inner
        return Reading(*named, self._types.annotation(inner), self._loaded(operation, success))

    def _loaded(self, operation: Json, success: Success) -> Code:
        body = code("content or b'null'") if self._or_nothing(operation, success) else code("content")
        inner = self._inner(operation, success.schema or {})
        shape = code("shape={}", compared.answer(self._types, inner))
        absent = [code("absent={}", literal(inner["x-absent"]))] if "x-absent" in inner else []
        loaded = code("load({})", joined(", ", [body, *map(literal, unwrapped(operation)), shape, *absent]))
        moments, read = self._types.reader(inner, dates=True), self._types.reader(inner)
        if self._itself and not read and not moments and self._types.kind(inner) == "object":
            read = code("loose({})", literal(self._itself))
        for each in filter(None, (read, moments)):
            loaded = code("{}({})", each, loaded)
        return loaded

    def item(self, operation: Json) -> Code:
        """The type of the items of a page."""
        return self.items(self._types.resolve(successes(operation)[0].schema or {}))

    def items(self, page: Json) -> Code:
        """The type of the items of a page's schema.

        Raises:
            ValueError: The field that `x-items` names is none, or holds no list.
        """
        name, fields = page.get("x-items"), page.get("properties", {})
        if not isinstance(name, str) or not isinstance(fields.get(name, {}).get("items"), dict):
            what = f"{short(name)} is no x-items: write the name of the field that holds a page's items"
            raise Refusal(what, ("x-items",))
        return self._types.annotation(fields[name]["items"])

    def pages(self, page: Json) -> Code:
        """Where a page's schema has the number of all pages (`x-pages`), as a literal.

        Raises:
            ValueError: It doesn't say.
        """
        if not isinstance(page.get("x-pages"), str):
            what = f"{short(page.get('x-pages'))} is no x-pages: write names of fields with dots between them"
            raise Refusal(what, ("x-pages",))
        inside = page
        for name in page["x-pages"].split("."):
            fields = inside.get("properties", {})
            if name not in fields and ("properties" in inside and not inside.get("additionalProperties")):
                known = ", ".join(short(each) for each in fields)
                raise Refusal(f"a page has no {short(name)} there: write {known}", ("x-pages",))
            inside = self._types.resolve(fields.get(name, {}))
        return code("({})", joined("", (code("{}, ", literal(each)) for each in page["x-pages"].split("."))))

    def _inner(self, operation: Json, schema: Json) -> Json:
        inner = schema
        for number, name in enumerate(unwrapped(operation)):
            found = self._types.resolve(inner).get("properties", {}).get(name)
            if found is None and number:
                break  # what is inside may lack it, as where servers of two releases answer
            if found is None:
                what = f"the answer has no {short(name)}: write the name of one of its fields as x-unwrap"
                raise Refusal(what, unwrapping(operation))
            inner = found
        return inner


def successes(operation: Json) -> list[Success]:
    """The successful answers of an operation; where it has none but `default`, that one.

    Raises:
        ValueError: The operation has none.
    """
    answers = operation["responses"]
    statuses = [status for status in answers if status.startswith("2")] or [
        each for each in answers if each == "default"
    ]
    if not statuses:
        what = f"{operation['operationId']}: there is no successful answer: write one, under a status such as 200"
        raise Refusal(what, ("responses",))
    found = []
    for status in statuses:
        content = (
            {}
            if operation.get("x-discard") or operation.get("method") == "HEAD"
            else answers[status].get("content", {})
        )
        named = media.asked(content)
        found.append(Success(status, named, content[named].get("schema", {}) if named else None))
    return found


def usual(found: list[Success]) -> Success:
    """The success that is meant where a server answers one that the contract lacks."""
    return next((each for each in found if each.status in ("2XX", "default")), found[0])


def schemas(operation: Json) -> list[Json]:
    """What the successful answers, or the events of a stream, are made of."""
    stream = operation.get("x-stream")
    events = stream.get("events") if isinstance(stream, dict) else None
    if isinstance(events, dict):
        return [{"$ref": each} for each in events.values()]
    try:
        return [each.schema for each in successes(operation) if each.schema is not None]
    except ValueError:
        return []  # it is refused where it is made


def unwrapped(operation: Json) -> list[str]:
    """The keys that lead into an answer to what callers get of it.

    Raises:
        ValueError: They are no names.
    """
    names = operation.get("x-unwrap", [])
    names = [names] if isinstance(names, str) else names
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        what = f"{short(names)} is no x-unwrap: write the name of a field, or a list of such"
        raise Refusal(what, unwrapping(operation))
    return names


def unwrapping(operation: Json) -> Place:
    """Where an operation says what is unwrapped: itself, or an answer of its."""
    said = [status for status, each in operation["responses"].items() if each.get("x-unwrap") == operation["x-unwrap"]]
    return ("responses", said[0], "x-unwrap") if said else ("x-unwrap",)
