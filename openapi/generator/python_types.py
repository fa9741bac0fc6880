"""What the schemas of a contract are in Python: types, and the expressions that read what comes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from . import known, recursion, unions
from .contract import Json
from .quoting import Code, class_identifier, code, joined, short, type_expression

SCALARS = {"string": code("str"), "integer": code("int"), "number": code("float"), "boolean": code("bool")}
READ = {("string", "date-time"): code("datetime")}
PARTS = ("items", "additionalProperties", "anyOf", "oneOf")
SENT = {
    ("string", "binary"): code("File | str"),
    ("string", "date-time"): code("datetime | str"),
    ("string", "date"): code("date | str"),
}


class Types:
    """The schemas of a contract, by their names.

    Args:
        schemas: What stands in its `components`.
        dicts: The names of those that answers have as plain dicts; None where answers are objects.
        uploads: The names of those whose fields go out as parts, so that there may be files among them.
    """

    def __init__(self, schemas: Json, dicts: Collection[str] | None = None, uploads: Collection[str] = ()) -> None:
        self.schemas, self.uploads = schemas, frozenset(uploads)
        self.as_dicts, self.dicts = dicts is not None, frozenset(dicts or ())
        self._open: list[str] = []  # the schemas whose type, or reader, is being made

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

    def model(self, reference: Any) -> Code:
        """The class of the schema that a reference names.

        Raises:
            ValueError: There is none.
        """
        name = self.name(reference)
        if not self.is_model(name):
            raise ValueError(f"{short(name)} has no fields, so that there is no class for it: give it properties")
        return code("models.{}", class_identifier(name))

    def types(self, schema: Json) -> list[str]:
        """The kinds of JSON that a schema names, as JSON Schema calls them; none where any may stand there."""
        given = schema.get("type")
        if given is None and ("const" in schema or "enum" in schema):
            values = [schema["const"]] if "const" in schema else schema["enum"]
            given = list(dict.fromkeys(map(_type, values)))
        elif given is None:
            given = ["object"] if "properties" in schema or "additionalProperties" in schema else []
        return [given] if isinstance(given, str) else list(given)

    def _all_variants(self, schema: Json, met: tuple[str, ...] = ()) -> list[Json]:
        """The kinds of a union, null among them; those of a union that is one of its kinds are its own."""
        found: list[Json] = []
        for each in schema.get("anyOf") or schema.get("oneOf") or []:
            name = self.name(each["$ref"]) if "$ref" in each else ""
            there = self.schemas[name] if name else each
            if (
                name in met
                or (name and self.is_model(name))
                or not ("anyOf" in there or "oneOf" in there or "$ref" in there)
            ):
                found += [] if name and name in met else [each]
            else:
                inside = there if "$ref" not in there else {"anyOf": [there]}
                found += self._all_variants(inside, (*met, name) if name else met)
        return found

    def variants(self, schema: Json) -> list[Json]:
        """The kinds of a union, without null; nothing where the schema is none."""
        found: list[Json] = []
        for each in self._all_variants(schema):
            given = each.get("type")
            rest = [name for name in given if name != "null"] if isinstance(given, list) else given
            if rest not in ("null", []):
                kind = each | {"type": rest} if isinstance(given, list) else each
                found += [kind] if kind not in found and self.types(self.resolve(kind)) != ["null"] else []
        return found

    def nullable(self, schema: Json) -> bool:
        """Whether null may stand there."""
        return "null" in self.types(schema) or any(
            "null" in self.types(self.resolve(each)) for each in self._all_variants(schema)
        )

    def is_model(self, name: str) -> bool:
        """Whether the schema becomes a class: an object with fields of its own."""
        return "properties" in self.schemas[name]

    def kind(self, schema: Json, sent: bool = False) -> str:
        """Which kind of JSON belongs there; `any` where several may. Scalars are told apart in what goes out only."""
        schema = self.resolve(schema)
        variants = self.variants(schema) or [{"type": each} for each in self.types(schema)]
        kinds = {each for v in variants for each in (self.types(self.resolve(v)) or ["any"])} - {"null"}
        if schema.get("x-python-type") and sent:
            kinds -= {"string"} if schema["x-python-type"].startswith("int") else set()
        if not sent:
            kinds = {each if each in ("object", "array", "any") else "scalar" for each in kinds}
        return kinds.pop() if len(kinds) == 1 else "any"

    def annotation(self, schema: Json, sent: bool = False) -> Code:
        """The schema as a type. One that is made of itself through no class has a name, as classes have.

        Raises:
            ValueError: There is none for it.
        """
        name = self.name(schema["$ref"]) if "$ref" in schema else ""
        if name and self.is_model(name):
            return self.model(schema["$ref"])
        if name and recursion.recurs(self, name, sent):
            return code("models.{}", class_identifier(name))
        if name and name in self._open:
            return code("Any")
        self._open.append(name)
        try:
            return self.written_out(self.resolve(schema), sent)
        finally:
            self._open.pop()

    def written_out(self, schema: Json, sent: bool) -> Code:
        """A schema as a type, whatever its own name is."""
        if "x-python-type" in schema:
            return type_expression(schema["x-python-type"], self.schemas)
        codes = self._alternatives(schema, sent)
        if not codes and self.nullable(schema):
            return code("None")
        if not codes or "Any" in codes:
            return code("Any")
        return joined(" | ", dict.fromkeys([*codes, *([code("None")] if self.nullable(schema) else [])]))

    def _alternatives(self, schema: Json, sent: bool) -> list[Code]:
        variants = self.variants(schema)
        codes = [self.annotation(each, sent) for each in unions.plain_variants(self, variants)]
        if len(unions.models_of(self, variants)) > 1 and not sent:  # what comes may be of none of them
            codes.append(code("dict[str, Any]"))
        for given in [] if variants else self.types(schema):
            if given == "array":
                item = self.annotation(schema.get("items", {}), sent)
                codes.append(code("Sequence[{}]", item) if sent else code("list[{}]", item))
            elif given == "object":
                if schema.get("properties"):
                    raise ValueError(f"name this schema in components: {', '.join(map(str, schema['properties']))}")
                inner = schema.get("additionalProperties")
                value = self.annotation(inner, sent) if isinstance(inner, dict) else code("Any")
                codes.append(code("Mapping[str, {}]", value) if sent else code("dict[str, {}]", value))
            elif given != "null" and given not in SCALARS:
                raise ValueError(f"{short(given)} is no type: write {', '.join(SCALARS)}, array, object or null")
            elif given != "null":
                formats = SENT if sent else {} if self.as_dicts else READ
                plain = formats.get((given, str(schema.get("format"))), SCALARS[given])
                codes.append(known.values(schema, given, plain, sent, self.as_dicts and not sent))
        return codes

    def reader(self, schema: Json, dates: bool = False) -> Code:
        """The expression of a function that reads such a value; empty where it is taken as it is.

        Args:
            schema: What is read.
            dates: The function is for a value that was read before, and makes dates of the texts that are some.
        """
        name = self.name(schema["$ref"]) if "$ref" in schema else ""
        if self.as_dicts and not any(self.is_model(each) and each not in self.dicts for each in reached(self, schema)):
            return code("")
        if name and self.is_model(name):
            return code("") if dates else code("reads(lambda: {})", self.model(schema["$ref"]))
        if name and recursion.recurs(self, name, False):
            named = recursion.reads(self, name) and not dates
            return code("models.read_{}", class_identifier(name)) if named else code("")
        if name and name in self._open:
            return code("")
        self._open.append(name)
        try:
            return self.reader_of(self.resolve(schema), dates)
        finally:
            self._open.pop()

    def reader_of(self, schema: Json, dates: bool) -> Code:
        """The expression of a function that reads such a value, whatever its own name is; empty where it is taken as it is."""
        variants = unions.plain_variants(self, self.variants(schema))
        several = variants or [schema | {"type": each} for each in self.types(schema) if each != "null"]
        if len(several) > 1:
            return unions.reader(self, schema, several, dates)
        if variants:
            return self.reader(variants[0], dates)
        given = self.types(several[0]) if several else []
        if given == ["string"]:
            return code("timestamp") if dates and schema.get("format") == "date-time" else code("")
        items, inner = schema.get("items", {}), schema.get("additionalProperties")
        if given == ["array"]:
            item = self.reader(items, dates)
            return code("array({}{})", item, code(", alone=True" if schema.get("x-alone") else "")) if item else item
        if given == ["object"] and isinstance(inner, dict) and (read := self.reader(inner, dates)):
            return code("mapping({})", read)
        return code("")


def textual(types: Types, schema: Any) -> Any:
    """A schema as JSON, or an address, has it, where files are texts."""
    if isinstance(schema, list):
        return [textual(types, each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema and not types.is_model(types.name(schema["$ref"])):
        there = types.resolve(schema)
        schema = (
            there | {word: each for word, each in schema.items() if word != "$ref"} if _is_binary(there) else schema
        )
    found = {word: textual(types, each) if word in PARTS else each for word, each in schema.items()}
    if _is_binary(found):
        del found["format"]
    return found


def _is_binary(schema: Json) -> bool:
    return schema.get("format") == "binary"


def _type(value: Any) -> str:
    """What a value of a contract is, as JSON Schema calls it."""
    known = ((bool, "boolean"), (str, "string"), (int, "integer"), (float, "number"), (list, "array"), (dict, "object"))
    return next((name for kind, name in known if isinstance(value, kind)), "null")


def reached(types: Types, node: Any) -> set[str]:
    """The names of the schemas that one, or a part of it, is made of, however deep.

    Raises:
        ValueError: A reference leads nowhere.
    """
    found: set[str] = set()
    queue = list(references(types, node))
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += references(types, types.schemas[name])
    return found


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
