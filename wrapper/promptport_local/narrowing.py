"""Requests and answers of a platform that is as of one release: without the fields and values that are not of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.contract import Contract, Operation
from promptport_local.releases import DocumentView, steps_of
from promptport_local.schemas import Json, Place
from promptport_local.strict_json import read_json, write_json

_GONE: Any = object()
_KINDS = {
    dict: "object",
    list: "array",
    type(None): "null",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
}


class Narrowing:
    """Takes out of requests and answers what a release does not know.

    A field of a request that the release lacks never reaches the behaviour: a server of that release passes over it, or refuses
    it, as the contract of the operation says (`additionalProperties`). An answer loses the fields that it lacks. A value that it
    lacks is shown as the one that it has in its place (`x-replaced-by`, either way), else its field is left out; where the field
    must be there, what has it is not shown at all: it is left out of lists, and by itself it is not found.

    Args:
        union: The contract, with what all releases have.
        view: The contract as of the release.
    """

    def __init__(self, union: Contract, view: DocumentView) -> None:
        self._union = union
        self._view = view
        self._operations = {each.id: each for each in union.operations}

    def narrow_call(self, call: Call) -> list[str]:
        """Take out of a request what the release does not know; answers what was taken out, such as `body.tags`."""
        operation = self._operations[call.operation.id]
        taken: list[str] = []
        known = {each["name"] for each in call.operation.spec.get("parameters", []) if each["in"] == "query"}
        foreign = {each["name"] for each in operation.spec.get("parameters", []) if each["in"] == "query"} - known
        taken += sorted({f"query.{name}" for name, _ in call.pairs if name in foreign})
        call.pairs = [pair for pair in call.pairs if pair[0] not in foreign]
        media = "application/json"
        said = operation.spec.get("requestBody", {}).get("content", {}).get(media, {})
        if call.body is not None and "schema" in said:
            place = (*operation.pointer, "requestBody", "content", media, "schema")
            call.body = _Walk(self._union, self._view, taken).value(place, said["schema"], call.body, "body")
        return taken

    def secrets(self, operation: Operation) -> frozenset[str]:
        """The fields of an operation's body that hold secrets, those that the release lacks among them."""
        return self._union.secrets(self._operations[operation.id])

    def narrow_answer(self, operation: Operation, answer: Answer) -> Answer | None:
        """An answer as the release has it; None where it holds nothing that the release knows."""
        operation = self._operations[operation.id]
        said = operation.spec["responses"].get(str(answer.status), {}).get("content", {})
        media = (answer.media or "").split(";")[0].strip().lower()
        if media == "text/event-stream" and "x-stream" in operation.spec:
            return self._narrow_stream(operation.spec["x-stream"]["events"], answer)
        if "json" not in media or "schema" not in said.get(media, {}):
            return answer
        place = (*operation.pointer, "responses", str(answer.status), "content", media, "schema")
        before = read_json(answer.body)
        after = _Walk(self._union, self._view).value(place, said[media]["schema"], before)
        if after is _GONE:
            return None
        return answer if after == before else replace(answer, body=write_json(after), parts=())

    def _narrow_stream(self, events: Json, answer: Answer) -> Answer:
        parts = tuple(self._narrow_event(events, part) for part in answer.parts or (answer.body,))
        return replace(answer, body=b"".join(parts), parts=parts if answer.parts else ())

    def _narrow_event(self, events: Json, part: bytes) -> bytes:
        """Events as they go on the wire, a line with the name before each line with the data."""
        lines = part.split(b"\n")
        name = ""
        for index, line in enumerate(lines):
            key, _, text = line.partition(b": ")
            if key == b"event":
                name = text.decode()
            elif key == b"data" and name in events:
                data = _Walk(self._union, self._view).value((), {"$ref": events[name]}, read_json(text))
                lines[index] = b"data: " + write_json(data)
        return b"\n".join(lines)


class _Walk:
    """One walk through a value along its schema.

    Args:
        union: The contract, with what all releases have.
        view: The contract as of the release.
        taken: Where the fields that are taken out are noted, for a request, whose values stay as they are; None for an answer.
    """

    def __init__(self, union: Contract, view: DocumentView, taken: list[str] | None = None) -> None:
        self._union = union
        self._view = view
        self._taken = taken

    def value(self, place: Place, schema: Json, value: Any, name: str = "") -> Any:
        """A value as the release has it; `_GONE` where it does not."""
        if not schema:
            return value  # however deep it goes
        while "$ref" in schema:
            place = steps_of(schema["$ref"])
            schema = self._union.follow({"$ref": schema["$ref"]})
        for index, part in enumerate(schema.get("allOf", ())):
            value = self.value((*place, "allOf", index), part, value, name)
        for key in ("anyOf", "oneOf"):
            if value is not _GONE and key in schema:
                value = self._variant((*place, key), schema[key], value, name)
        if isinstance(value, dict):
            return self._object(place, schema, value, name)
        if isinstance(value, list) and "items" in schema:
            items = [self.value((*place, "items"), schema["items"], each, name) for each in value]
            return [each for each in items if each is not _GONE]
        return self._shown(schema, value) if isinstance(value, str) and self._taken is None else value

    def _object(self, place: Place, schema: Json, value: Json, name: str) -> Any:
        made = {}
        rest = schema.get("additionalProperties")
        for key, each in value.items():
            step: Place = ("properties", key)
            about = schema.get("properties", {}).get(key)
            if about is None:
                step, about = ("additionalProperties",), rest if isinstance(rest, dict) else {}
            if not self._view.has(about):
                if self._taken is not None:
                    self._taken.append(f"{name}.{key}")
                continue
            found = self.value((*place, *step), about, each, f"{name}.{key}")
            if found is not _GONE:
                made[key] = found
            elif key in schema.get("required", ()):
                return _GONE
        return made

    def _variant(self, place: Place, variants: list[Json], value: Any, name: str) -> Any:
        """A value along the variant that it is of, one of the release if there is one."""
        kind = _KINDS[type(value)]
        fitting = [
            (index, each)
            for index, each in enumerate(variants)
            if kind in _types(self._union.follow(each)) or not _types(self._union.follow(each))
        ]
        if len(fitting) > 1:
            judge = self._union.schemas.problems
            fitting = [(index, each) for index, each in fitting if not judge((*place, index), value)]
        fitting.sort(key=lambda found: not self._view.has(found[1]))
        if not fitting:
            return value
        index, variant = fitting[0]
        if self._view.has(variant) or self._taken is not None:
            return self.value((*place, index), variant, value, name)
        return _GONE

    def _shown(self, schema: Json, value: str) -> Any:
        """A text as the release has it: another one where it knows no such value."""
        marks: Json = schema.get("x-values", {})
        if self._view.release.has(marks.get(value)):
            return value
        later = _listed(marks[value].get("x-replaced-by"))
        earlier = [each for each, about in marks.items() if value in _listed(about.get("x-replaced-by"))]
        known = (each for each in (*later, *earlier) if self._view.release.has(marks.get(each)))
        return next(known, _GONE)


def _types(schema: Json) -> list[str]:
    """The types that a schema names itself; a number may be an integer."""
    kinds = schema.get("type", [])
    found = [kinds] if isinstance(kinds, str) else list(kinds)
    return [*found, "integer"] if "number" in found else found


def _listed(names: Any) -> list[str]:
    return [names] if isinstance(names, str) else list(names or ())
