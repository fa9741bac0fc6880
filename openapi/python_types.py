"""What the schemas of a contract are in Python: types, and the expressions that read what comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from contract import Json
from quoting import Code, class_identifier, code, joined, literal, short, type_expression

SCALARS = {"string": code("str"), "integer": code("int"), "number": code("float"), "boolean": code("bool")}


class Types:
    """The schemas of a contract, by their names.

    Args:
        schemas: What stands in its `components`.
    """

    def __init__(self, schemas: Json) -> None:
        self.schemas = schemas

    def resolve(self, schema: Json) -> Json:
        """The schema itself, where a reference stands for it."""
        met: list[str] = []
        while "$ref" in schema:
            name = self.name(schema["$ref"])
            if name in met:
                raise ValueError(f"{name} is made of itself alone: write what it is")
            met.append(name)
            schema = self.schemas[name]
        return schema

    def name(self, reference: Any) -> str:
        """The name of the schema that a reference leads to.

        Raises:
            ValueError: It leads nowhere.
        """
        name = str(reference).removeprefix("#/components/schemas/")
        if name not in self.schemas or name == reference:
            raise ValueError(f"{short(reference)} leads nowhere: write #/components/schemas/NAME")
        return name

    def reached(self, schemas: Iterable[Json]) -> set[str]:
        """The names of the schemas that these are made of, however deep."""
        found: set[str] = set()
        queue = references(self, list(schemas))
        while queue:
            name = queue.pop()
            if name not in found:
                found.add(name)
                queue |= references(self, self.schemas[name])
        return found

    def model(self, reference: Any) -> Code:
        """The class of the schema that a reference names.

        Raises:
            ValueError: There is none.
        """
        name = self.name(reference)
        if not self.is_model(name):
            raise ValueError(f"{short(name)} has no fields, so that there is no class for it: give it properties")
        return code("models.{}", class_identifier(name))

    def _types(self, schema: Json) -> list[str]:
        given = schema.get("type")
        if given is None:
            given = ["object"] if "properties" in schema or "additionalProperties" in schema else []
        return [given] if isinstance(given, str) else list(given)

    def _variants(self, schema: Json) -> list[Json]:
        return schema.get("anyOf") or schema.get("oneOf") or []

    def nullable(self, schema: Json) -> bool:
        """Whether null may stand there."""
        return "null" in self._types(schema) or any(each.get("type") == "null" for each in self._variants(schema))

    def is_model(self, name: str) -> bool:
        """Whether the schema becomes a class: an object with fields of its own."""
        return "properties" in self.schemas[name]

    def kind(self, schema: Json, sent: bool = False) -> str:
        """Which kind of JSON belongs there; `any` where several may. Scalars are told apart in what goes out only."""
        schema = self.resolve(schema)
        variants = self._variants(schema) or [{"type": each} for each in self._types(schema)]
        kinds = {each for v in variants for each in (self._types(self.resolve(v)) or ["any"])} - {"null"}
        if schema.get("x-python-type") and sent:
            kinds -= {"string"} if schema["x-python-type"].startswith("int") else set()
        if not sent:
            kinds = {each if each in ("object", "array", "any") else "scalar" for each in kinds}
        return kinds.pop() if len(kinds) == 1 else "any"

    def annotation(self, schema: Json, sent: bool = False) -> Code:
        """The schema as a type.

        Raises:
            ValueError: There is none for it.
        """
        if "$ref" in schema and self.is_model(self.name(schema["$ref"])):
            return self.model(schema["$ref"])
        schema = self.resolve(schema)
        if "x-python-type" in schema:
            return type_expression(schema["x-python-type"], self.schemas)
        codes = self._alternatives(schema, sent)
        if not codes or "Any" in codes:
            return code("Any")
        return joined(" | ", dict.fromkeys([*codes, *([code("None")] if self.nullable(schema) else [])]))

    def _alternatives(self, schema: Json, sent: bool) -> list[Code]:
        codes = [self.annotation(each, sent) for each in self._variants(schema) if each.get("type") != "null"]
        if self._tagged(schema):
            codes.append(code("dict[str, Any]"))
        for given in [] if codes else self._types(schema):
            if given == "array":
                item = self.annotation(schema.get("items", {}), sent)
                codes.append(code("Sequence[{}]", item) if sent else code("list[{}]", item))
            elif given == "object":
                if "properties" in schema:
                    raise ValueError(f"name this schema in components: {', '.join(map(str, schema['properties']))}")
                inner = schema.get("additionalProperties")
                value = self.annotation(inner, sent) if isinstance(inner, dict) else code("Any")
                codes.append(code("Mapping[str, {}]", value) if sent else code("dict[str, {}]", value))
            elif given == "string" and schema.get("format") == "date-time" and not sent:
                codes.append(code("datetime"))
            elif given != "null" and given not in SCALARS:
                raise ValueError(f"{short(given)} is no type: write {', '.join(SCALARS)}, array, object or null")
            elif given != "null":
                codes.append(SCALARS[given])
        return codes

    def _tagged(self, schema: Json) -> tuple[str, dict[str, str]] | None:
        """The tag of a union of models, and the model for each of its values."""
        names = [self.name(each["$ref"]) for each in self._variants(schema) if "$ref" in each]
        names = [name for name in names if self.is_model(name)]
        if len(names) < 2:
            return None
        for tag in self.schemas[names[0]]["properties"]:
            values = [self.schemas[name]["properties"].get(tag, {}).get("const") for name in names]
            if all(isinstance(each, str) for each in values) and len(set(values)) == len(values):
                return tag, dict(zip(values, names, strict=True))
        raise ValueError(f"a union needs a field whose const tells its kinds apart: {', '.join(names)}")

    def reader(self, schema: Json, late: bool = False, dates: bool = False) -> Code:
        """The expression of a function that reads such a value; empty where it is taken as it is.

        Args:
            schema: What is read.
            late: The expression stands in a function, so that it may name models, which load at first use.
            dates: The function is for a value that was read before, and makes dates of the texts that are some.
        """
        if "$ref" in schema and self.is_model(self.name(schema["$ref"])):
            if dates:
                return code("")
            model = self.model(schema["$ref"])
            return code("{}.from_dict", model) if late else code("lambda value: {}.from_dict(value)", model)
        schema = self.resolve(schema)
        variants = self._variants(schema) or [schema | {"type": each} for each in self._types(schema)]
        variants = [each for each in variants if each.get("type") != "null"]
        if len(variants) > 1:
            return self._union(schema, variants, late, dates)
        if self._variants(schema):
            return self.reader(variants[0], late, dates) if variants else code("")
        given = self._types(variants[0]) if variants else []
        if given == ["string"]:
            return code("timestamp") if dates and schema.get("format") == "date-time" else code("")
        items, inner = schema.get("items", {}), schema.get("additionalProperties")
        if given == ["array"]:
            item = self.reader(items, late, dates)
            if not item and not dates and self.kind(items) != "any":
                item = code("expect({})", literal(self.kind(items)))
            return code("array({}{})", item, code(", alone=True" if schema.get("x-alone") else "")) if item else item
        if given == ["object"] and isinstance(inner, dict) and (read := self.reader(inner, late, dates)):
            return code("mapping({})", read)
        return code("")

    def _union(self, schema: Json, variants: list[Json], late: bool, dates: bool) -> Code:
        """A reader for a value of one of several kinds: each kind of JSON is read in its own way."""
        readers: dict[str, Code] = {}
        for each in variants:
            for kind in ("object", "array", "scalar") if self.kind(each) == "any" else (self.kind(each),):
                readers[kind] = readers.get(kind) or self.reader(each, late, dates)
        if (tagged := self._tagged(schema)) and not dates:
            models = joined(", ", (code("{}: {}.from_dict", literal(value), self.model(f"#/components/schemas/{name}"))
                                   for value, name in tagged[1].items()))  # fmt: skip
            readers["object"] = code("tagged({}, lambda: {{{}}})", literal(tagged[0]), models)
        if len(readers) == 1 or not any(readers.values()):
            return next(iter(readers.values()))
        kinds = (code("{}: {}", literal(kind), read or code("None")) for kind, read in readers.items())
        return code("by_kind({{{}}})", joined(", ", kinds))


def references(types: Types, node: Any) -> set[str]:
    """The names of the schemas that one, or a part of it, refers to itself.

    Raises:
        ValueError: A reference leads nowhere.
    """
    if isinstance(node, list):
        return set[str]().union(*(references(types, each) for each in node))
    if not isinstance(node, dict):
        return set()
    named = {types.name(node["$ref"])} if "$ref" in node else set[str]()
    inside = (value for key, value in node.items() if key not in ("example", "examples", "default"))
    return named.union(*(references(types, each) for each in inside))
