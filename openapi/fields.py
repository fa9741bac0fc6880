"""The fields of the classes that are generated for answers."""

from __future__ import annotations

from typing import Any, NamedTuple

from contract import Json
from names import python_name
from python_types import Types

TAKEN = frozenset({"get", "to_dict", "from_dict"})  # methods of every model, so no field is called that


class ModelField(NamedTuple):
    """One field of a model: what its `Field` says, its type, the code that makes dates of it, its description."""

    wire: str
    attribute: str
    slot: str
    required: bool
    kind: str
    nullable: bool
    absent: Any
    aliases: tuple[str, ...]
    reader: str
    late: str
    dated: str
    type: str
    text: str
    secret: bool

    @property
    def entry(self) -> str:
        """The field as a `Field`."""
        usual = {"required": False, "kind": "scalar", "absent": None, "aliases": (), "nullable": False}
        parts = [repr(self.wire), repr(self.attribute), repr(self.slot)]
        parts += [f"{name}={getattr(self, name)!r}" for name, value in usual.items() if getattr(self, name) != value]
        return f"Field({', '.join([*parts, *([f'convert={self.reader}'] if self.reader else [])])})"


def fields(types: Types, name: str) -> list[ModelField]:
    """The fields of a model, required ones first, as the constructor takes them."""
    schema = types.schemas[name]
    required = schema.get("required", [])
    found = [_field(types, each, about, each in required) for each, about in schema["properties"].items()]
    return sorted(found, key=lambda each: not each.required)


def _field(types: Types, wire: str, schema: Json, required: bool) -> ModelField:
    target = types.resolve(schema) | {key: value for key, value in schema.items() if key.startswith("x-")}
    attribute = target.get("x-python-name") or python_name(wire)
    attribute = f"{attribute}_" if attribute in TAKEN else attribute
    code = types.annotation(schema)
    dated = types.reader(schema, dates=True) if "datetime" in code else ""
    optional = not required and "x-absent" not in target and code != "Any"
    return ModelField(
        wire=wire,
        attribute=attribute,
        slot=f"_{attribute}" if dated else attribute,
        required=required,
        kind=types.kind(schema),
        nullable=types.nullable(target) and "x-absent" in target,
        absent=target.get("x-absent"),
        aliases=tuple(target.get("x-aliases", ())),
        reader=types.reader(schema),
        late=types.reader(schema, late=True),
        dated=f"optional({dated})" if dated not in ("", "timestamp") else dated,
        type=code if not optional or "None" in code.split(" | ") else f"{code} | None",
        text=schema.get("description") or target.get("description", ""),
        secret=target.get("format") == "password" or bool(target.get("x-secret")),
    )
