"""Unions: what kinds they are of, and what tells the kinds apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .contract import Json
from .quoting import Code, code, joined, literal

if TYPE_CHECKING:
    from .python_types import Types


class Tagged(NamedTuple):
    """A union of models that a field tells apart.

    Attributes:
        tag: The wire name of the field.
        models: The names of the models by the field's values.
    """

    tag: str
    models: dict[str | int, str]


def models_of(types: Types, variants: list[Json]) -> list[str]:
    """The names of the models among the kinds of a union."""
    names = [types.name(each["$ref"]) for each in variants if "$ref" in each]
    return [name for name in dict.fromkeys(names) if types.is_model(name)]


def told_apart(types: Types, schema: Json, names: list[str]) -> Tagged | None:
    """What tells the models of a union apart; None where nothing does but their fields.

    A discriminator does, by its mapping, else by the constants of its field, else by the names of the schemas. Without one, a
    field does that has constants of its own in every model.
    """
    discriminator = schema.get("discriminator")
    if isinstance(discriminator, dict):
        tag = discriminator["propertyName"]
        values = {name: _mapped(types, discriminator, name) or _constants(types, name, tag) for name in names}
        for called, reference in discriminator.get("names", {}).items():
            values[types.name(reference)] = values.get(types.name(reference)) or [called]
        return _tagged(tag, values)
    if len(names) < 2:
        return None
    for tag in types.schemas[names[0]]["properties"]:
        if found := _tagged(tag, {name: _constants(types, name, tag) for name in names}):
            return found
    return None


def _tagged(tag: str, values: dict[str, list[Any]]) -> Tagged | None:
    models: dict[str | int, str] = {}
    for name, own in values.items():
        for each in own:
            if isinstance(each, bool) or not isinstance(each, str | int) or models.get(each, name) != name:
                return None
            models[each] = name
    return Tagged(tag, models) if models and set(models.values()) == set(values) else None


def _mapped(types: Types, discriminator: Json, name: str) -> list[Any]:
    return [value for value, reference in discriminator.get("mapping", {}).items() if types.name(reference) == name]


def _constants(types: Types, name: str, tag: str) -> list[Any]:
    field = types.schemas[name]["properties"].get(tag)
    if not isinstance(field, dict):
        return []
    field = types.resolve(field)
    return [field["const"]] if "const" in field else list(field.get("enum", []))


def plain_variants(types: Types, variants: list[Json]) -> list[Json]:
    """The kinds of a union as they are told apart by the kinds of JSON.

    A date beside another plain value is a text; lists of several kinds of items are a list of items of several kinds.
    """
    scalars = [each for each in variants if types.kind(each) == "scalar"]
    arrays = [each for each in variants if types.kind(each) == "array"]
    found = []
    for each in variants:
        if each in scalars and len(scalars) > 1:
            found.append({key: value for key, value in types.resolve(each).items() if key != "format"})
        elif each not in arrays or len(arrays) < 2:
            found.append(each)
        elif each is arrays[0]:
            found.append({"type": "array", "items": {"anyOf": [types.resolve(one).get("items", {}) for one in arrays]}})
    return found


def reader(types: Types, schema: Json, variants: list[Json], dates: bool) -> Code:
    """The expression of a function that reads a value of one of several kinds: each kind of JSON is read in its own way."""
    readers: dict[str, Code] = {}
    names = models_of(types, variants)
    for each in variants:
        kinds = ("object", "array", "scalar") if types.kind(each) == "any" else (types.kind(each),)
        for kind in kinds:
            readers[kind] = readers.get(kind) or types.reader(each, dates)
    if names and not dates:
        tagged = told_apart(types, schema, names) if len(names) > 1 or "discriminator" in schema else None
        plain = any(types.kind(each) in ("object", "any") and not models_of(types, [each]) for each in variants)
        if tagged:
            models = joined(", ", (code("{}: {}", literal(value), _model(types, name))
                                   for value, name in tagged.models.items()))  # fmt: skip
            readers["object"] = code("tagged({}, lambda: {{{}}})", literal(tagged.tag), models)
        elif len(names) > 1 or plain:
            models = joined("", (code("{}, ", _model(types, name)) for name in names))
            readers["object"] = code("fitting(lambda: ({}))", models)
    if len(readers) == 1 or not any(readers.values()):
        return next(iter(readers.values()))
    kinds_read = (code("{}: {}", literal(kind), read or code("None")) for kind, read in readers.items())
    return code("by_kind({{{}}})", joined(", ", kinds_read))


def _model(types: Types, name: str) -> Code:
    return types.model(f"#/components/schemas/{name}")
