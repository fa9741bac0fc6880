"""Schemas that are made of others: `allOf` written out as one schema, and a union as one of whole kinds."""

from __future__ import annotations

from typing import Any

from .grammar import JUDGED
from .history import OWN
from .quoting import short
from .reading import Json
from .words import named

CALLED = "$called"  # which schema a kind of a union was, before it was written out; no word of OpenAPI
SAID = frozenset({"description", "deprecated", "default", "example", "examples", "title", "readOnly", "writeOnly", "externalDocs",
                  "xml", "$comment", "discriminator"})  # fmt: skip
OF_TYPES = {"properties": "object", "required": "object", "additionalProperties": "object", "items": "array"}
UNIONS = ("oneOf", "anyOf")
MADE = frozenset(
    {"$ref", "type", "properties", "items", "additionalProperties", "allOf", "anyOf", "oneOf", "const", "enum"}
)


def made(schema: Any) -> bool:
    """Whether a schema says what a value is made of, and not only what a platform judges."""
    return isinstance(schema, dict) and not MADE.isdisjoint(schema)


def only_said(schema: Json) -> bool:
    """Whether a schema only says something about a value that another describes."""
    return all(key in SAID or key in JUDGED or key.startswith("x-") for key in schema)


class Merging:
    """Writes out what schemas are made of.

    Args:
        schemas: The schemas of the components, as they are written.
    """

    def __init__(self, schemas: Json) -> None:
        self._schemas = schemas

    def written_out(self, schema: Json, own: str = "") -> Json:
        """A schema without `allOf`, and without fields beside a union.

        Args:
            schema: The schema.
            own: Its name in the components, where it has one.

        Raises:
            ValueError: Its parts contradict each other, or it is a part of itself.
        """
        return self._distributed(self._one(schema, (own,)), (own,))

    def _one(self, schema: Json, met: tuple[str, ...]) -> Json:
        if "$ref" in schema and any(
            made({key: each}) or key == "required" for key, each in schema.items() if key != "$ref"
        ):
            rest = {key: each for key, each in schema.items() if key not in ("$ref", "allOf")}
            schema = {"allOf": [{"$ref": schema["$ref"]}, *schema.get("allOf", []), rest]}
        if "allOf" not in schema:
            return schema
        rest = {key: each for key, each in schema.items() if key != "allOf"}
        parts = [each for each in schema["allOf"] if isinstance(each, dict)]
        described = [each for each in parts if made(each) or "required" in each]
        if len(described) == 1 and "$ref" in described[0] and self._alone(described[0], rest):
            beside = {key: each for part in parts if part is not described[0] for key, each in part.items()}
            return {**beside, **described[0], **{key: each for key, each in rest.items() if key != "type"}}
        found: Json = {}
        for part in parts:
            found = self.both(found, self._flat(part, met))
        return self.both(found, self._flat(rest, met))

    def _alone(self, reference: Json, rest: Json) -> bool:
        """Whether a reference says all that a value is made of: nothing is beside it, but the type that it has itself."""
        there = self._schemas.get(named(reference["$ref"], "schemas"))
        same = isinstance(there, dict) and rest.get("type") == there.get(
            "type", "object" if "properties" in there else None
        )
        beside = {
            key: each for key, each in (rest | reference).items() if key not in ("$ref", *(["type"] if same else []))
        }
        return only_said(beside)

    def _flat(self, schema: Json, met: tuple[str, ...] = ("",)) -> Json:
        """A part without a reference: what it leads to is written out, with what stands beside it."""
        if "$ref" not in schema:
            return self._one(schema, met)
        name = named(schema["$ref"], "schemas")
        if name in met[1:]:
            raise ValueError(f"{name} is made of itself: write what it is")
        there = self._schemas[name]
        found = self._flat(there, (*met, name)) if isinstance(there, dict) else {}
        kinds = {each.get("$ref") for key in UNIONS for each in found.get(key, ()) if isinstance(each, dict)}
        if not kinds.isdisjoint(f"#/components/schemas/{each}" for each in met if each):
            found = {
                key: each for key, each in found.items() if key not in UNIONS
            }  # what is made of it is one of its kinds
        left_out = OWN if any(key in found for key in UNIONS) else OWN | {"discriminator"}
        found = {key: each for key, each in found.items() if key not in left_out}
        return self.both(found, self._one({key: each for key, each in schema.items() if key != "$ref"}, met))

    def both(self, one: Json, other: Json) -> Json:
        """What is true of both schemas; where they say something else of the same, the second's words.

        Raises:
            ValueError: Nothing is.
        """
        found = {**one, **other}
        if "properties" in one and "properties" in other:
            found["properties"] = {
                name: self._property(name, one["properties"].get(name), other["properties"].get(name))
                for name in {**one["properties"], **other["properties"]}
            }
        if "required" in one and "required" in other:
            found["required"] = list(dict.fromkeys([*one["required"], *other["required"]]))
        if "type" in one and "type" in other:
            found["type"] = _types(one["type"], other["type"])
        if "enum" in one and "enum" in other:
            found["enum"] = [each for each in one["enum"] if each in other["enum"]]
            if not found["enum"]:
                raise ValueError("its parts have no value in common: write the values that are meant as one enum")
        if "x-values" in one and "x-values" in other:
            found["x-values"] = {**one["x-values"], **other["x-values"]}
        for key in ("items", "additionalProperties"):
            if isinstance(one.get(key), dict) and isinstance(other.get(key), dict):
                found[key] = self._pair(one[key], other[key])
            elif key in one and key in other and one[key] != other[key]:
                found[key] = one[key] if isinstance(one[key], dict) else other[key]
        if any(key in one for key in UNIONS) and any(key in other for key in UNIONS) and any(
            one.get(key) != other.get(key) for key in UNIONS
        ):  # fmt: skip
            return self._unions(one, other, found)
        return found

    def _unions(self, one: Json, other: Json, found: Json) -> Json:
        """Of two unions one may only judge."""
        for first, second in ((one, other), (other, one)):
            (key,) = [each for each in UNIONS if each in first][:1]
            if not any(made(each) for each in first[key]):
                union = {each: second[each] for each in UNIONS if each in second}
                return {**{each: value for each, value in found.items() if each not in UNIONS}, **union}
        raise ValueError("two unions stand in one allOf: write the kinds that are meant as one union")

    def _property(self, name: str, one: Any, other: Any) -> Any:
        if not isinstance(one, dict) or not isinstance(other, dict):
            return other if one is None or other is not None else one
        try:
            return self._pair(one, other)
        except ValueError as problem:
            raise ValueError(f"the field {short(name)} is said twice, and {problem}") from None

    def _pair(self, one: Json, other: Json) -> Json:
        if one == other or only_said(one):
            return {**one, **other}
        if only_said(other) or (other.keys() & {"$ref"} and one.get("$ref") == other["$ref"]):
            return {**other, **one, **{key: each for key, each in other.items() if key in SAID | OWN}}
        return {"allOf": [one, other]}  # written out when it is looked at

    def _distributed(self, schema: Json, met: tuple[str, ...] = ("",)) -> Json:
        """A union whose kinds are whole: what stands beside it is a part of each."""
        for key in UNIONS:
            variants = [each for each in schema.get(key, ()) if made(each)]
            rest = {each: value for each, value in schema.items() if each != key}
            if key in schema and not variants:
                return self._distributed(rest, met)  # it only judges
            if not variants or not made(rest):
                continue
            beside = {each: value for each, value in rest.items() if each not in SAID | OWN and each != "discriminator"}
            kinds = [self._kind(beside, each, met) for each in variants if each.get("type") != "null"]
            nothing = "null" in beside.get("type", ()) or len(kinds) < len(variants)
            said = {each: value for each, value in rest.items() if each in SAID or each.startswith("x-")}
            return {**said, key: [*kinds, *([{"type": "null"}] if nothing else [])]}
        return schema

    def _kind(self, beside: Json, variant: Json, met: tuple[str, ...]) -> Json:
        name = named(variant["$ref"], "schemas") if "$ref" in variant else ""
        if met[0] and name and self.derives(name, met[0]):
            return variant
        if name in met and name:
            raise ValueError(f"{name} is a kind of itself: write what it is")
        found = self._distributed(self.both(beside, self._flat(variant)), (*met, name) if name else met)
        return {**found, CALLED: name} if name else found

    def derives(self, name: str, base: str, met: tuple[str, ...] = ()) -> bool:
        """Whether a schema has another one among its `allOf`."""
        there = self._schemas.get(name)
        parts = there.get("allOf", []) if isinstance(there, dict) and name not in met else []
        names = [named(each["$ref"], "schemas") for each in parts if isinstance(each, dict) and "$ref" in each]
        return base in names or any(self.derives(each, base, (*met, name)) for each in names)


def by_types(schema: Json) -> Json:
    """An object with fields that may be of other types as well, as a union of what it may be."""
    given = schema.get("type")
    types = [each for each in given if each != "null"] if isinstance(given, list) else []
    if len(types) < 2 or "properties" not in schema:
        return schema
    said = {word: each for word, each in schema.items() if word in SAID or word.startswith("x-")}
    rest = {word: each for word, each in schema.items() if word not in said and word != "type"}
    kinds = [
        {"type": kind, **{word: each for word, each in rest.items() if OF_TYPES.get(word, kind) == kind}}
        for kind in types
    ]
    return {**said, "anyOf": [*kinds, *([{"type": "null"}] if "null" in schema["type"] else [])]}


def _types(one: Any, other: Any) -> Any:
    ones, others = ([each] if isinstance(each, str) else list(each) for each in (one, other))
    found = [each for each in ones if each in others]
    if "number" in ones and "integer" in others:
        found.append("integer")
    if "integer" in ones and "number" in others and "integer" not in found:
        found.append("integer")
    if not found:
        raise ValueError(f"its parts are of different types, {short(one)} and {short(other)}: write one of them")
    return found[0] if len(found) == 1 else found
