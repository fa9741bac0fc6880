"""Schemas of chance: whatever OpenAPI says that a value is made of."""

from __future__ import annotations

import random
from typing import Any

Json = dict[str, Any]
FIELDS = (
    "id", "userId", "created-at", "class", "list", "str", "a.b", "self", "models", "keys", "datetime", "from", "$type", "value",
    "with blanks", "data", "date", "request", "property",
)  # fmt: skip
PLAIN = ("a", "bc", "x-1", "0", "true")  # what can stand in headers and between delimiters
TYPES = ("string", "integer", "number", "boolean")
KINDS = (
    "scalar", "scalar", "scalar", "date", "null", "array", "map", "reference", "object", "any", "union", "json", "tagged",
    "nothing", "objects", "all",
)  # fmt: skip
JSON_VALUE = {"JsonValue": {"anyOf": [
    {"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/JsonValue"}},
    {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/JsonValue"}}, {"type": "integer"},
]}}  # fmt: skip
BASE, DOG, CAT = "Base.pet", "Dog", "cat_2"
# A base that names its kinds, and what is one of them; a tree, which is made of itself through lists and maps.
FAMILY: Json = {
    BASE: {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "age": {"type": "integer"}},
           "discriminator": {"propertyName": "kind", "mapping": {"dog": f"#/components/schemas/{DOG}"}}},
    DOG: {"allOf": [{"$ref": f"#/components/schemas/{BASE}"}, {"type": "object", "properties": {"tail": {"type": "number"}}}]},
    CAT: {"allOf": [{"$ref": f"#/components/schemas/{BASE}"}], "properties": {"lives": {"type": "integer"}}},
    "tree": {"type": "object", "properties": {
        "leaves": {"type": "array", "items": {"$ref": "#/components/schemas/tree"}}, "text": {"type": "string"},
        "named": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/tree"}}}},
}  # fmt: skip
OTHERS = {"additionalProperties": {"type": "integer"}}
TAGS = {BASE: ("kind", BASE), DOG: ("kind", "dog"), CAT: ("kind", CAT)}  # what tells a value of the family apart


class Schemas:
    """Makes schemas.

    Args:
        chance: Where all choices come from.
        names: The names of the schemas that others may refer to.
    """

    def __init__(self, chance: random.Random, names: list[str]) -> None:
        self._chance, self._names = chance, names

    def some(self, share: float) -> bool:
        """Yes, in a share of all cases."""
        return self._chance.random() < share

    def reference(self) -> Json:
        """A reference to any of the names, now and then to the family or the tree."""
        name = self._chance.choice((BASE, DOG, "tree") if self.some(0.15) else self._names)
        return {"$ref": f"#/components/schemas/{name}"}

    def scalar(self) -> Json:
        """A text, a number or a flag, with what may be said of it."""
        kind = self._chance.choice(TYPES)
        found: Json = {"type": kind}
        more: tuple[Json, ...] = ()
        if kind == "string":
            more = (
                {"enum": list(PLAIN[:3])},
                {"format": "uuid"},
                {"const": "fixed"},
                {"maxLength": 9},
                {"format": "date"},
            )
        elif kind == "integer":
            more = ({"enum": [1, 2, 3]}, {"minimum": 0, "maximum": 9}, {"const": 7}, {"format": "int64"})
        return found | (self._chance.choice(more) if more and self.some(0.35) else {})

    def schema(self, depth: int) -> Json:
        """Any schema."""
        kind = self._chance.choice(KINDS)
        if kind == "scalar" or depth < 0:
            return self.scalar()
        return self._one(kind, depth)

    def _one(self, kind: str, depth: int) -> Json:
        if kind in ("tagged", "objects"):
            return self.objects(depth - 1, tagged=kind == "tagged")
        if kind == "map":
            found: Json = {"type": "object", "additionalProperties": self.schema(depth - 1)}
            return found | ({"minProperties": 0} if self.some(0.2) else {})
        if kind == "union":
            inside = [{"type": "string"}, {"type": "array", "items": self.scalar()}, {"type": "null"}]
            return {"anyOf": inside if self.some(0.5) else [*inside, {"type": "object", "additionalProperties": True}]}
        made: Json = {
            "date": {"type": "string", "format": "date-time"},
            "null": self._or_null(),
            "nothing": {"anyOf": [self.reference(), {"type": "null"}]},
            "array": {"type": "array", "items": self.schema(depth - 1)},
            "reference": self.reference(),
            "object": self.object(depth - 1) | self._chance.choice(({}, {}, {"additionalProperties": False}, OTHERS)),
            "all": {"allOf": [self.reference()]} if self.some(0.5) else {"allOf": [self.object(depth - 1), self.more()]},
            "json": {"$ref": "#/components/schemas/JsonValue"},
        }  # fmt: skip
        return made.get(kind, {})  # type: ignore[no-any-return] # of JSON

    def _or_null(self) -> Json:
        found = self.scalar()
        if "const" in found:
            return found
        return found | {"type": [found["type"], "null"]} | ({"enum": [*found["enum"], None]} if "enum" in found else {})

    def object(self, depth: int) -> Json:
        """An object with fields, now and then with others besides."""
        names = self._chance.sample(FIELDS, self._chance.randint(1, 5))
        fields = {name: self.schema(depth) for name in names}
        for each in fields.values():
            if "$ref" not in each and self.some(0.1):
                each[self._chance.choice(("readOnly", "writeOnly"))] = True
            if self.some(0.3):
                each["description"] = 'What it is: "that".\n\n- one\n- two'
            if self.some(0.1):
                each["deprecated"] = True
        # What refers to another may refer to itself by it, so that it must be able to end.
        needed = [name for name in names if "$ref" not in str(fields[name]) and self.some(0.4)]
        found: Json = {"type": "object", "properties": fields} | ({"required": needed} if needed else {})
        return found | ({"additionalProperties": True} if self.some(0.1) else {})

    def more(self) -> Json:
        """A part beside others, of fields that these have not."""
        return {"type": "object", "properties": {"own": self.scalar(), "ownMore": self.schema(0)}, "required": ["own"]}

    def objects(self, depth: int, tagged: bool) -> Json:
        """One of several objects, which a constant tells apart, a discriminator, or nothing but their fields."""
        if not tagged:
            kinds = [{"type": "object", "required": [name], "properties": {name: self.scalar(), "both": self.scalar()}}
                     for name in ("left", "right")]  # fmt: skip
            return {"anyOf": kinds}
        if self.some(0.3):
            found: Json = {"oneOf": [{"$ref": f"#/components/schemas/{each}"} for each in (DOG, CAT)],
                           "discriminator": {"propertyName": "kind"}}  # fmt: skip
            mapped = {"mapping": {"dog": f"#/components/schemas/{DOG}", CAT: f"#/components/schemas/{CAT}"}}
            found["discriminator"] |= mapped
            return found
        kinds = []
        for name in ("card", "cash"):
            kind = self.object(depth)
            kind["properties"]["tag"] = {"type": "string", "const": name}
            kind["required"] = [*kind.get("required", []), "tag"]
            kinds.append(kind)
        return {self._chance.choice(("oneOf", "anyOf")): kinds}

    def composed(self, name: str, schemas: Json) -> Json:
        """A schema that is made of another one."""
        others = [each for each in schemas if each != name and "properties" in schemas[each]]
        if not others:
            return schemas[name]  # type: ignore[no-any-return] # a dict of JSON
        first = {"$ref": f"#/components/schemas/{others[0]}"}
        kind = self._chance.choice(("all", "all", "beside", "required", "one"))
        if kind == "all":
            return {"allOf": [first, self.more()]}
        if kind == "beside":
            return {"allOf": [first], **self.more()}
        if kind == "required":
            field = next(iter(schemas[others[0]]["properties"]))
            about = str(schemas[others[0]]["properties"][field])
            safe = not any(word in about for word in ("$ref", "readOnly", "writeOnly"))
            return {"allOf": [first, {"required": [field]} if safe else {"description": "As that."}, self.more()]}
        return {"oneOf": [first, {"type": "string"}]}
