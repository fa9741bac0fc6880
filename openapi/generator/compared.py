"""What a contract says of an answer, as data that what comes is compared with."""

from __future__ import annotations

from typing import Any

from . import recursion, unions
from .contract import Json
from .python_types import Types, references
from .quoting import Code, code, joined, literal


def field(types: Types, schema: Json) -> Code:
    """What is said of a field: a text where nothing is said of what is inside, else a `Shape`."""
    kinds, inside = _said(types, schema)
    return code("_Shape({}{})", kinds, inside) if inside else kinds


def fields(types: Types, name: str) -> Code:
    """What is said of the fields of a schema that is a plain dict, as `_Fields`."""
    schema = types.schemas[name]
    said = (code("{}: {}", literal(wire), field(types, each)) for wire, each in schema["properties"].items())
    required = literal(tuple(schema.get("required") or ()))
    return code("_Fields({{{}}}, {})", joined(", ", said), required)


def answer(types: Types, schema: Json) -> Code:
    """What is said of an answer, as a `_Shape`.

    A page is none without its items. An object that has none of its fields is no answer, unless it is a plain dict, as which
    programs take anything.
    """
    found = types.resolve(schema)
    needed = code(", needs={}", literal(found["x-items"])) if isinstance(found.get("x-items"), str) else code("")
    kinds, inside = _said(types, schema)
    models = unions.models_of(types, [schema, *types.variants(found)])
    known = code(", known=True") if models and types.dicts.isdisjoint(models) else code("")
    return code("_Shape({}{}{}{})", kinds, inside, needed, known)


def _said(types: Types, schema: Json) -> tuple[Code, Code]:
    """The kinds of a value, and what a `_Shape` takes besides."""
    resolved = types.resolve(schema)
    variants = types.variants(resolved)
    several = unions.plain_variants(types, variants) or [schema if "$ref" in schema else resolved]
    kinds = [kind for each in several for kind in types.types(types.resolve(each)) or ["any"]]
    kinds += ["null"] if types.nullable(resolved) else []
    kinds += ["object"] if resolved.get("x-alone") else []
    known = literal("" if "any" in kinds else "|".join(dict.fromkeys(kinds)))
    lists = [types.resolve(each) for each in several if "array" in types.types(types.resolve(each))]
    items = _inside(types, lists[0].get("items")) if lists else code("")
    return known, code("{}{}", code(", items={}", items) if items else items, _fields(types, resolved, several))


def _inside(types: Types, schema: Any) -> Code:
    """What is said of what a list or an open object holds; empty where that is nothing, or would never end."""
    if not isinstance(schema, dict) or any(name in recursion.within(types, name) for name in references(types, schema)):
        return code("")
    kinds, inside = _said(types, schema)
    return code("_Shape({}{})", kinds, inside) if kinds != "''" or inside else code("")


def _fields(types: Types, schema: Json, several: list[Json]) -> Code:
    """What is said of the fields of an object; nothing where they are free, as they are beside models too."""
    objects = [each for each in several if types.kind(each) in ("object", "any")]
    names = unions.models_of(types, objects)
    if not objects or any(not unions.models_of(types, [each]) for each in objects):
        inner = types.resolve(objects[0]).get("additionalProperties") if len(objects) == 1 else None
        values = _inside(types, inner)
        return code(", values={}", values) if values else values
    models = {name: types.model(f"#/components/schemas/{name}") for name in names}
    if len(names) == 1:
        return code(", fields=lambda: contract_of({})", models[names[0]])
    tagged = unions.told_apart(types, schema, names)
    values_of = tagged.models if tagged else {name: name for name in names}
    variants = joined(
        ", ", (code("{}: contract_of({})", literal(value), models[name]) for value, name in values_of.items())
    )
    tag = code(", tag={}", literal(tagged.tag)) if tagged else code("")
    return code(", variants=lambda: {{{}}}{}", variants, tag)
