"""The fields of the classes that are generated for answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from . import compared
from .contract import Json
from .dicts import is_secret
from .names import python_name
from .notices import described
from .places import Refusal, at
from .python_types import Types
from .quoting import Code, code, joined, literal, qualified, short, text

TAKEN = frozenset({"keys"})  # what makes a mapping of a model, so no field is called that
METHODS = frozenset({"from_dict", "get", "items", "to_dict", "values"})  # a field wins over a method of its name
JSON: Mapping[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "array": (list,), "object": (dict,),
}  # fmt: skip
IN_BODY = frozenset(
    {"field", "property"}
)  # what the body of a class calls; a field of that name would be called instead


class ModelField(NamedTuple):
    """One field of a model: what its `Field` says, its type, the code that makes the attribute of what came, its description."""

    wire: str
    attribute: Code
    slot: Code
    required: bool
    shape: Code
    absent: Any
    aliases: tuple[str, ...]
    reader: Code
    dated: Code
    type: Code
    about: Any
    secret: bool
    hidden: tuple[str, ...] = ()

    def within(self, names: list[str]) -> ModelField:
        """The field in a class whose fields have these names, which may be those of types."""
        return self._replace(type=qualified(self.type, names), hidden=tuple(names))

    @property
    def entry(self) -> Code:
        """The field as a `Field`."""
        parts = [literal(each) for each in (self.wire, str(self.attribute), str(self.slot))]
        parts += [self.shape] if self.shape != "''" else []
        parts += [code("required={}", literal(self.required))] if self.required else []
        parts += [code("absent={}", literal(self.absent))] if self.absent is not None else []
        parts += [code("aliases={}", literal(self.aliases))] if self.aliases else []
        parts += [code("convert={}", self.reader)] if self.reader else []
        return code("Field({})", joined(", ", parts))

    @property
    def declaration(self) -> Code:
        """The field in the body of its class."""
        if self.dated:
            if self.needed:
                return code('{}: Any = field(alias="{}")', self.slot, self.attribute)
            default = (
                code("factory={}", qualified(code("list"), self.hidden))
                if self.absent == []
                else code("default={}", literal(self.absent))
            )
            return code('{}: Any = field({}, alias="{}")', self.slot, default, self.attribute)
        wins = (
            code("  # type: ignore[assignment] # the method of this name gives way")
            if self.wire in METHODS
            else code("")
        )
        if self.needed:
            return code("{}: {}{}", self.attribute, self.type, wins)
        return code("{}: {} = {}{}", self.attribute, self.type, self._default, wins)

    @property
    def needed(self) -> bool:
        """Whether the constructor asks for it."""
        return self.required and self.absent is None

    @property
    def _default(self) -> Code:
        if isinstance(self.absent, dict):
            return code("field(factory=lambda: {}({{}}))", self.reader) if self.reader else self._made(code("dict"))
        return self._made(code("list")) if isinstance(self.absent, list) else literal(self.absent)

    def _made(self, by: Code) -> Code:
        return code("field(factory={})", qualified(by, self.hidden))

    @property
    def text(self) -> Code:
        """What the contract says of it; empty where it says nothing."""
        return text(self.about)

    @property
    def line(self) -> Code:
        """The field among the attributes in the docstring of its class."""
        return text(self.about or str(self.type), 12, 108, self.attribute)


def fields(types: Types, name: str) -> list[ModelField]:
    """The fields of a model, required ones first, as the constructor takes them.

    Raises:
        ValueError: A field has no name in Python, or one that another has, or there is no type or literal for it.
    """
    schema = types.schemas[name]
    required = schema.get("required") or []
    found = []
    for each, about in schema["properties"].items():
        with at("properties", each):
            found.append(_field(types, each, about, each in required))
    names: list[str] = [each.attribute for each in found]
    twice = {each for each in names if names.count(each) > 1}
    twice |= {"more"} & {each.attribute for each in found if each.dated}  # whose slot is that of the unknown fields
    if twice:
        wire = [each.wire for each in found if each.attribute in twice][-1]
        what = f"give {', '.join(sorted(twice))} an x-python-name, since the class has that name already"
        raise Refusal(what, ("properties", wire))
    return sorted((each.within(names) for each in found), key=lambda each: not each.needed)


def _field(types: Types, wire: str, schema: Json, required: bool) -> ModelField:
    if "x-promised" in schema:
        raise Refusal("x-promised is for answers that are dicts (x-answers): take it out", ("x-promised",))
    target = types.resolve(schema) | {key: value for key, value in schema.items() if key.startswith("x-")}
    attribute = python_name(wire, target.get("x-python-name"))
    attribute = code("{}_", attribute) if attribute in TAKEN | IN_BODY else attribute
    # Where something stands for what is absent, the vendor's client says nothing of null.
    annotation = types.annotation(not_null(schema) if "x-absent" in target else schema)
    dated = types.reader(schema, dates=True) if "datetime" in annotation else code("")
    absent = _absent(types, schema, target)
    conversion = code("optional({})", dated) if dated not in ("", "timestamp") else dated
    if target.get("x-null-absent"):
        dated = conversion = code("otherwise({})", literal(absent))
    optional = not required and "x-absent" not in target and annotation != "Any"
    aliases = target.get("x-aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(each, str) for each in aliases):
        raise ValueError(f"{short(aliases)} are no x-aliases: write a list of names")
    return ModelField(
        wire=wire,
        attribute=attribute,
        slot=code("_{}", attribute) if dated else attribute,
        required=required,
        shape=compared.field(types, schema),
        absent=absent,
        aliases=tuple(aliases),
        reader=types.reader(schema),
        dated=conversion,
        type=code("{} | None", annotation) if optional and "None" not in annotation.split(" | ") else annotation,
        about=described(schema, target),
        secret=is_secret(target),
    )


def _absent(types: Types, schema: Json, target: Json) -> Any:
    """What stands for the field where it did not come; None for nothing.

    Raises:
        Refusal: It is none of the values that the field can have.
    """
    if "x-absent" not in target:
        return None
    found = target["x-absent"]
    variants = types.variants(schema) or [schema]
    kinds = {kind for each in variants for kind in types.types(types.resolve(each)) or JSON} - {"null"}
    if not any(type(found) in JSON[kind] for kind in kinds):
        what = f"{short(found)} stands for no {' or '.join(sorted(kinds))}: write one as x-absent, or take the word out"
        raise Refusal(what, ("x-absent",))
    return found


def not_null(schema: Json) -> Json:
    """The same schema without null."""
    found = dict(schema)
    if isinstance(found.get("type"), list):
        found["type"] = [each for each in found["type"] if each != "null"]
    for word in ("anyOf", "oneOf"):
        if word in found:
            found[word] = [each for each in found[word] if each.get("type") != "null"]
    return found
