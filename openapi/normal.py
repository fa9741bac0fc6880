"""A contract whose schemas are plain: no `allOf`, each object with fields a schema of its own, each called as its class is."""

from __future__ import annotations

from typing import Any, NamedTuple

import kinds
from class_names import capitals, class_name
from contract import METHODS, hidden
from merging import CALLED, UNIONS, Merging
from places import Place, Refusal, Refusals, at
from quoting import short
from reading import Json
from words import named

SCHEMAS = "#/components/schemas/"
DEEPEST = 90  # parts of a place: documents are nested less deeply
BESIDE = frozenset(
    {"description", "default", "deprecated", "readOnly", "writeOnly", "title"}
)  # what stands by a reference


class Plain(NamedTuple):
    """A contract with plain schemas.

    Attributes:
        document: The contract.
        origins: Where the schemas stand in it as it is written, by their names.
    """

    document: Json
    origins: dict[str, Place]


class Normal:
    """Makes the schemas of a contract plain.

    An object with fields that has no name is called after where it stands: `ThingsCreateRequest` and `ThingsCreateResponse` of an
    operation, `OrderAddress` of a field, `OrderLinesItem` in a list, `OrderPricesValue` in a map, `OrderStatusPaid` as a
    kind of a union whose constant is `paid`, or `OrderStatus2` as its second.

    Args:
        document: A resolved contract.
        refusals: Where what is refused is kept.
    """

    def __init__(self, document: Json, refusals: Refusals) -> None:
        self._document, self._refusals = document, refusals
        self._given: Json = document["components"]["schemas"]
        self._merging = Merging(self._given)
        self._classes: dict[str, str] = {}
        self._schemas: Json = {}
        self._origins: dict[str, Place] = {}
        self._under_way: list[tuple[Json, str]] = []  # what is written out, and how its class is called
        self._kinds = kinds.subtypes(self._given, self._merging)

    def plain(self) -> Plain:
        """The contract with plain schemas; where something is refused, without that."""
        for name in self._given:
            with self._refusals.at("components", "schemas", name):
                made = class_name(name)
                if made in self._classes.values():
                    raise ValueError(f"another schema is called {made} in Python: write another name")
                self._classes[name] = made
        for name, made in self._classes.items():
            place: Place = ("components", "schemas", name)
            with self._refusals.at():
                self._schemas[made], self._origins[made] = {}, place
                self._schemas[made] = self._shaped(self._given[name], made, place, top=True)
        paths: Json = {}
        for template, item in self._document["paths"].items():
            paths[template] = dict(item)
            for method in METHODS:
                if method in item and not hidden(item[method]):
                    with self._refusals.at():
                        paths[template][method] = self._operation(item[method], ("paths", template, method))
        components = {**self._document["components"], "schemas": self._schemas}
        return Plain({**self._document, "paths": paths, "components": components}, self._origins)

    def _operation(self, operation: Json, place: Place) -> Json:
        hint, found = capitals(operation["operationId"]), dict(operation)
        found["parameters"] = []
        for number, each in enumerate(operation["parameters"]):
            there = (*place, "parameters", number)
            found["parameters"].append({**each, **self._described(each, hint + capitals(each["name"]), there)})
        if "requestBody" in operation:
            there = (*place, "requestBody")
            content = self._contents(operation["requestBody"].get("content", {}), f"{hint}Request", there)
            found["requestBody"] = {**operation["requestBody"], "content": content}
        found["responses"] = self._answers(operation, hint, place)
        if isinstance(operation.get("x-stream"), dict) and isinstance(operation["x-stream"].get("events"), dict):
            events = {name: self._reference(each) for name, each in operation["x-stream"]["events"].items()}
            found["x-stream"] = {**operation["x-stream"], "events": events}
        return found

    def _answers(self, operation: Json, hint: str, place: Place) -> Json:
        """The answers; a success that is as another one shares what is made of that."""
        found: Json = {}
        successes: Json = {}
        for status, answer in operation["responses"].items():
            found[status] = answer
            if "content" in answer and (status.startswith("2") or (status == "default" and not successes)):
                twin = next((each for each, other in successes.items() if other == answer["content"]), None)
                called = f"{hint}Response{status if successes else ''}"
                there = (*place, "responses", status)
                content = found[twin]["content"] if twin else self._contents(
                    answer["content"], called, there, bool(operation.get("x-unwrap"))
                )  # fmt: skip
                found[status], successes[status] = {**answer, "content": content}, answer["content"]
        return found

    def _contents(self, content: Json, hint: str, place: Place, envelope: bool = False) -> Json:
        """Media types; those of one schema share what is made of it, the others are called by their number.

        An envelope needs no name, since callers get what is in it.
        """
        found: Json = {}
        for number, (media, about) in enumerate(content.items()):
            twin = next((each for each in found if content[each].get("schema") == about.get("schema")), None)
            if twin is not None and "schema" in about:
                found[media] = {**about, "schema": found[twin]["schema"]}
            else:
                called = hint if not number else f"{hint}{number + 1}"
                found[media] = {**about, **self._described(about, called, (*place, "content", media), envelope)}
        return found

    def _described(self, holder: Json, hint: str, place: Place, envelope: bool = False) -> Json:
        found: Json = {}
        if "schema" in holder:
            found["schema"] = self._shaped(holder["schema"], hint, (*place, "schema"), envelope)
        if isinstance(holder.get("content"), dict):
            found["content"] = self._contents(holder["content"], hint, place)
        return found

    def _reference(self, reference: Any) -> Any:
        try:
            name = named(str(reference), "schemas")
        except ValueError:
            return reference
        return f"{SCHEMAS}{self._classes[name]}" if name in self._classes else reference

    def _shaped(self, schema: Any, hint: str, place: Place, top: bool = False) -> Json:
        if not isinstance(schema, dict):
            return {}
        if again := next((name for before, name in self._under_way if before == schema), None):
            return {"$ref": SCHEMAS + again}  # it is a part of itself
        if len(place) > DEEPEST:
            raise Refusal(
                f"{short(hint)} is in itself without end: put what comes again into components, by a name", place
            )
        with at(*place):
            written = self._merging.written_out(schema, str(place[-1]) if top else "")
        called = written.get(CALLED)
        written = {key: each for key, each in written.items() if key != CALLED}
        if "$ref" in written:
            return self._meant(written)
        hint = f"{hint}{capitals(called)}" if called and not top else hint
        named_here = not top and bool(written.get("properties"))
        if named_here and written != schema:
            self._under_way.append((schema, capitals(hint)))
        found = self._inside(written, hint, place)
        if named_here and written != schema:
            self._under_way.pop()
        return self._called(found, hint, place) if named_here else found

    def _inside(self, schema: Json, hint: str, place: Place) -> Json:
        """A schema, of which each part is plain."""
        found = dict(schema)
        if "properties" in schema:
            found["properties"] = {
                name: self._shaped(each, hint + (capitals(name) or "Field"), (*place, "properties", name))
                for name, each in schema["properties"].items()
                if each is not False
            }
        if "items" in schema:
            found["items"] = self._shaped(schema["items"], f"{hint}Item", (*place, "items"))
        if isinstance(schema.get("additionalProperties"), dict):
            there = (*place, "additionalProperties")
            found["additionalProperties"] = self._shaped(schema["additionalProperties"], f"{hint}Value", there)
        for key in UNIONS:
            if key in schema:
                found |= self._union(schema, key, hint, (*place, key))
        return found

    def _union(self, schema: Json, key: str, hint: str, place: Place) -> Json:
        given = [each for each in schema[key] if not isinstance(each, bool)]
        with at(*place):
            called = kinds.endings(
                [each if "$ref" in each else self._merging.written_out(each) for each in given], hint in self._schemas
            )
        variants = [self._shaped(each, hint + called[number], (*place, number)) for number, each in enumerate(given)]
        found: Json = {key: variants}
        if "discriminator" in schema:
            with at(*place[:-1], "discriminator"):
                found["discriminator"] = kinds.discriminator(schema["discriminator"], given, variants)
        return found

    def _meant(self, schema: Json) -> Json:
        """A reference as it is meant: to one of several kinds, where the schema tells them apart, or to null besides."""
        name = named(schema["$ref"], "schemas")
        found = {**schema, "$ref": self._reference(schema["$ref"])}
        there = self._given.get(name)
        rest = {key: each for key, each in found.items() if key != "$ref"}
        if several := self._kinds.get(name):
            given = [{"$ref": SCHEMAS + each} for each in (*several, name)]
            variants = [{"$ref": self._reference(each["$ref"])} for each in given]
            discriminator = kinds.discriminator(there["discriminator"], given, variants)  # type: ignore[index] # it is in _kinds
            return {**rest, "oneOf": variants, "discriminator": discriminator}
        if isinstance(there, dict) and "properties" in there and "null" in there.get("type", ()):
            return {**rest, "anyOf": [{"$ref": found["$ref"]}, {"type": "null"}]}
        return found

    def _called(self, schema: Json, hint: str, place: Place) -> Json:
        """A reference to a schema that had no name, and has one now."""
        with at(*place):
            name = class_name(hint)
        if name in self._classes.values() or name in self._schemas:
            raise Refusal(
                f"this would be called {name}, as another schema is: put it into components, by a name", place
            )
        beside = {key: each for key, each in schema.items() if key in BESIDE or key.startswith("x-")}
        nullable = isinstance(schema["type"], list) and "null" in schema["type"] if "type" in schema else False
        kept = {
            key: each for key, each in schema.items() if key not in BESIDE - {"description"} and key != "x-python-name"
        }
        self._schemas[name], self._origins[name] = kept | {"type": "object"}, place
        reference = {"$ref": SCHEMAS + name}
        return {**beside, "anyOf": [reference, {"type": "null"}]} if nullable else {**beside, **reference}
