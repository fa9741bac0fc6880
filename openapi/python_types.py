"""What the schemas of a contract are in Python: types, and the expressions that read what comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from contract import Json

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


class Types:
    """The schemas of a contract, by their names.

    Args:
        schemas: What stands in its `components`.
    """

    def __init__(self, schemas: Json) -> None:
        self.schemas = schemas

    def resolve(self, schema: Json) -> Json:
        """The schema itself, where a reference stands for it."""
        while "$ref" in schema:
            schema = self.schemas[schema["$ref"].rpartition("/")[2]]
        return schema

    def reached(self, schemas: Iterable[Json]) -> set[str]:
        """The names of the schemas that these are made of, however deep."""
        found: set[str] = set()
        queue: list[Any] = list(schemas)
        while queue:
            node = queue.pop()
            if isinstance(node, dict):
                name = str(node.get("$ref", "")).rpartition("/")[2]
                if name and name not in found:
                    found.add(name)
                    queue.append(self.schemas[name])
                queue += [value for key, value in node.items() if key not in ("example", "examples", "default")]
            elif isinstance(node, list):
                queue += node
        return found

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

    def annotation(self, schema: Json, sent: bool = False) -> str:
        """The schema as a type."""
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if self.is_model(name):
                return f"models.{name}"
        schema = self.resolve(schema)
        if "x-python-type" in schema:
            return str(schema["x-python-type"])
        codes: list[str] = []
        for each in self._variants(schema):
            codes += [] if each.get("type") == "null" else self.annotation(each, sent).split(" | ")
        if self._tagged(schema):
            codes.append("dict[str, Any]")
        for given in [] if codes else self._types(schema):
            if given == "array":
                item = self.annotation(schema.get("items", {}), sent)
                codes.append(f"Sequence[{item}]" if sent else f"list[{item}]")
            elif given == "object":
                if "properties" in schema:
                    raise ValueError(f"name this schema in components: {', '.join(schema['properties'])}")
                inner = schema.get("additionalProperties")
                value = self.annotation(inner, sent) if isinstance(inner, dict) else "Any"
                codes.append(f"{'Mapping' if sent else 'dict'}[str, {value}]")
            elif given == "string" and schema.get("format") == "date-time" and not sent:
                codes.append("datetime")
            elif given != "null":
                codes.append(SCALARS[given])
        if not codes or "Any" in codes:
            return "Any"
        return " | ".join(dict.fromkeys([*codes, *(["None"] if self.nullable(schema) else [])]))

    def _tagged(self, schema: Json) -> tuple[str, dict[str, str]] | None:
        """The tag of a union of models, and the model for each of its values."""
        names = [each["$ref"].rpartition("/")[2] for each in self._variants(schema) if "$ref" in each]
        names = [name for name in names if self.is_model(name)]
        if len(names) < 2:
            return None
        for tag in self.schemas[names[0]]["properties"]:
            values = [self.schemas[name]["properties"].get(tag, {}).get("const") for name in names]
            if None not in values and len(set(values)) == len(values):
                return tag, dict(zip(values, names, strict=True))
        raise ValueError(f"a union needs a field whose const tells its kinds apart: {', '.join(names)}")

    def reader(self, schema: Json, late: bool = False, dates: bool = False) -> str:
        """The expression of a function that reads such a value; empty where it is taken as it is.

        Args:
            schema: What is read.
            late: The expression stands in a function, so that it may name models, which load at first use.
            dates: The function is for a value that was read before, and makes dates of the texts that are some.
        """
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if self.is_model(name) and not dates:
                return f"models.{name}.from_dict" if late else f"lambda value: models.{name}.from_dict(value)"
            if self.is_model(name):
                return ""
        schema = self.resolve(schema)
        variants = self._variants(schema) or [schema | {"type": each} for each in self._types(schema)]
        variants = [each for each in variants if each.get("type") != "null"]
        if len(variants) > 1:
            return self._union(schema, variants, late, dates)
        if self._variants(schema):
            return self.reader(variants[0], late, dates)
        given = self._types(variants[0]) if variants else []
        if given == ["string"]:
            return "timestamp" if dates and schema.get("format") == "date-time" else ""
        items, inner = schema.get("items", {}), schema.get("additionalProperties")
        if given == ["array"]:
            item = self.reader(items, late, dates)
            if not item and not dates and self.kind(items) != "any":
                item = f"expect({self.kind(items)!r})"
            return f"array({item}{', alone=True' if schema.get('x-alone') else ''})" if item else ""
        if given == ["object"] and isinstance(inner, dict) and (read := self.reader(inner, late, dates)):
            return f"mapping({read})"
        return ""

    def _union(self, schema: Json, variants: list[Json], late: bool, dates: bool) -> str:
        """A reader for a value of one of several kinds: each kind of JSON is read in its own way."""
        readers: dict[str, str] = {}
        for each in variants:
            for kind in ("object", "array", "scalar") if self.kind(each) == "any" else (self.kind(each),):
                readers[kind] = readers.get(kind) or self.reader(each, late, dates)
        if (tagged := self._tagged(schema)) and not dates:
            models = ", ".join(f"{value!r}: models.{name}.from_dict" for value, name in tagged[1].items())
            readers["object"] = f"tagged({tagged[0]!r}, lambda: {{{models}}})"
        if len(readers) == 1 or not any(readers.values()):
            return next(iter(readers.values()))
        return f"by_kind({{{', '.join(f'{kind!r}: {read or None}' for kind, read in readers.items())}}})"
