"""What a contract says of an answer, as data that what comes is compared with."""

from __future__ import annotations

from . import unions
from .contract import Json
from .python_types import Types
from .quoting import Code, code, joined, literal

SCALARS = ("string", "integer", "number", "boolean")


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


def _said(types: Types, schema: Json, met: tuple[str, ...] = ()) -> tuple[Code, Code]:
    """The kinds of a value, and what a `Shape` takes besides."""
    name = types.name(schema["$ref"]) if "$ref" in schema else ""
    if name in met:
        return literal(""), code("")  # it is made of itself through no class
    met = (*met, name) if name and not types.is_model(name) else met
    resolved = types.resolve(schema)
    variants = types.variants(resolved)
    several = unions.plain_variants(types, variants) or [schema if name else resolved]
    kinds = [kind for each in several for kind in types.types(types.resolve(each)) or ["any"]]
    kinds += ["null"] if types.nullable(resolved) else []
    kinds += ["object"] if resolved.get("x-alone") else []
    known = literal("" if "any" in kinds else "|".join(dict.fromkeys(kinds)))
    inside = [_items(types, each, met) for each in several if "array" in types.types(types.resolve(each))][:1]
    return known, joined("", [*inside, _fields(types, resolved, several, met)])


def _items(types: Types, schema: Json, met: tuple[str, ...]) -> Code:
    kinds, inside = _said(types, types.resolve(schema).get("items", {}), met)
    return code(", items=_Shape({}{})", kinds, inside) if kinds != "''" or inside else code("")


def _fields(types: Types, schema: Json, several: list[Json], met: tuple[str, ...]) -> Code:
    """What is said of the fields of an object; nothing where they are free, as they are beside models too."""
    objects = [each for each in several if types.kind(each) in ("object", "any")]
    names = unions.models_of(types, objects)
    if not objects or any(not unions.models_of(types, [each]) for each in objects):
        inner = types.resolve(objects[0]).get("additionalProperties") if len(objects) == 1 else None
        if not isinstance(inner, dict):
            return code("")
        kinds, inside = _said(types, inner, met)
        return code(", values=_Shape({}{})", kinds, inside) if kinds != "''" or inside else code("")
    models = {name: types.model(f"#/components/schemas/{name}") for name in names}
    if len(names) == 1:
        return code(", fields=lambda: contract_of({})", models[names[0]])
    tagged = unions.told_apart(types, schema, names)
    values = tagged.models if tagged else {name: name for name in names}
    variants = joined(
        ", ", (code("{}: contract_of({})", literal(value), models[name]) for value, name in values.items())
    )
    tag = code(", tag={}", literal(tagged.tag)) if tagged else code("")
    return code(", variants=lambda: {{{}}}{}", variants, tag)
