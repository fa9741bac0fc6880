"""Plain schemas: no `allOf`, each object with fields a schema of its own, each called as its class is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import kinds
from .class_names import capitals, class_name, free
from .history import OWN
from .merging import CALLED, UNIONS, Merging, by_types
from .places import Place, Refusal, Refusals, at
from .quoting import short
from .reading import Json
from .words import named

SCHEMAS = "#/components/schemas/"
DEEPEST = 90  # parts of a place: documents are nested less deeply
BESIDE = frozenset(
    {"description", "default", "deprecated", "readOnly", "writeOnly", "title"}
)  # what stands by a reference


class Shapes:
    """Makes schemas plain.

    An object with fields that has no name is called after where it stands: `OrderAddress` of a field, `OrderLinesItem` in a list,
    `OrderPricesValue` in a map, `OrderStatusPaid` as a kind of a union whose constant is `paid`, or `OrderStatus2` as its second.
    Where that is taken, by a number behind it, in the order of the document: names that are written there stay.

    Args:
        given: The schemas of the components, as they are written.
        refusals: Where what is refused of them is kept.

    Attributes:
        origins: Where the schemas stand, by their names.
        schemas: The plain schemas, by their names.
    """

    def __init__(self, given: Json, refusals: Refusals) -> None:
        self._given = given
        self._merging = Merging(given)
        self._kinds = kinds.subtypes(given, self._merging)
        self._classes: dict[str, str] = {}
        self._under_way: list[tuple[Json, str]] = []  # what is written out, and how its class is called
        self.schemas: Json = {}
        self.origins: dict[str, Place] = {}
        for name in given:
            with refusals.at("components", "schemas", name):
                self._classes[name] = class_name(name)
        own = {name for name, made in self._classes.items() if name == made}
        for name in [each for each in self._classes if each not in own]:
            self._classes[name] = free(self._classes[name], own)
            own.add(self._classes[name])
        for name, made in self._classes.items():
            place: Place = ("components", "schemas", name)
            with refusals.at():
                self.schemas[made], self.origins[made] = {}, place
                self.schemas[made] = self.plain(given[name], made, place, top=True)

    def reference(self, reference: Any) -> Any:
        """A reference to a schema as it is called now; anything else as it is."""
        try:
            name = named(str(reference), "schemas")
        except ValueError:
            return reference
        return f"{SCHEMAS}{self._classes[name]}" if name in self._classes else reference

    def plain(self, schema: Any, hint: str, place: Place, top: bool = False, unwrap: Sequence[str] = ()) -> Json:
        """A schema whose objects with fields are references.

        Args:
            schema: The schema.
            hint: What it would be called.
            place: Where it stands.
            top: Whether it needs no name itself.
            unwrap: The keys that lead to what callers get of it; what lies on the way needs no name either.

        Raises:
            Refusal: It means nothing, or what is in it can't be called.
        """
        if not isinstance(schema, dict):
            return {}
        if again := next((name for before, name in self._under_way if before == schema), None):
            return {"$ref": SCHEMAS + again}  # it is a part of itself
        if len(place) > DEEPEST:
            raise Refusal(
                f"{short(hint)} is in itself without end: put what comes again into components, by a name", place
            )
        with at(*place):
            written = self._merging.written_out(schema, str(place[-1]) if top else "")
        written = (
            written if unwrap else by_types(written)
        )  # what leads to something is an object, whatever else it may be
        called = written.get(CALLED)
        written = {key: each for key, each in written.items() if key != CALLED}
        if "$ref" in written:
            return self._meant(written)
        hint = f"{hint}{capitals(called)}" if called and not top else hint
        named_here = not top and bool(written.get("properties"))
        if named_here and written != schema:
            self._under_way.append((schema, capitals(hint)))
        found = self._inside(written, hint, place, unwrap)
        if named_here and written != schema:
            self._under_way.pop()
        return self._called(found, hint, place) if named_here else found

    def _inside(self, schema: Json, hint: str, place: Place, unwrap: Sequence[str]) -> Json:
        """A schema, of which each part is plain."""
        found = dict(schema)
        if "properties" in schema:
            found["properties"] = {}
            for name, each in schema["properties"].items():
                if each is not False:
                    further = unwrap[1:] if name in unwrap[:1] else ()
                    there = (*place, "properties", name)
                    called = hint + (capitals(name) or "Field")
                    found["properties"][name] = self.plain(each, called, there, bool(further), further)
        if "items" in schema:
            found["items"] = self.plain(schema["items"], f"{hint}Item", (*place, "items"))
        if isinstance(schema.get("additionalProperties"), dict):
            there = (*place, "additionalProperties")
            found["additionalProperties"] = self.plain(schema["additionalProperties"], f"{hint}Value", there)
        for key in UNIONS:
            if key in schema:
                found |= self._union(schema, key, hint, (*place, key))
        return found

    def _union(self, schema: Json, key: str, hint: str, place: Place) -> Json:
        given = [each for each in schema[key] if not isinstance(each, bool)]
        with at(*place):
            called = kinds.endings(
                [each if "$ref" in each else self._merging.written_out(each) for each in given], hint in self.schemas
            )
        variants = [self.plain(each, hint + called[number], (*place, number)) for number, each in enumerate(given)]
        found: Json = {key: variants}
        if "discriminator" in schema:
            with at(*place[:-1], "discriminator"):
                found["discriminator"] = kinds.discriminator(schema["discriminator"], given, variants)
        return found

    def _meant(self, schema: Json) -> Json:
        """A reference as it is meant: to one of several kinds, where the schema tells them apart, or to null besides."""
        name = self._behind(named(schema["$ref"], "schemas"))
        found = {**schema, "$ref": SCHEMAS + self._classes.get(name, name)}
        there = self._given.get(name)
        rest = {key: each for key, each in found.items() if key != "$ref"}
        if several := self._kinds.get(name):
            given = [{"$ref": SCHEMAS + each} for each in (*several, name)]
            variants = [{"$ref": self.reference(each["$ref"])} for each in given]
            discriminator = kinds.discriminator(there["discriminator"], given, variants)  # type: ignore[index] # it is in _kinds
            return {**rest, "oneOf": variants, "discriminator": discriminator}
        if isinstance(there, dict) and "properties" in there and "null" in there.get("type", ()):
            return {**rest, "anyOf": [{"$ref": found["$ref"]}, {"type": "null"}]}
        return found

    def _behind(self, name: str) -> str:
        """The schema that one stands for which is nothing but another name."""
        met: list[str] = []
        while name not in met:
            met.append(name)
            there = self._given.get(name)
            if isinstance(there, dict) and not {"$ref", "allOf"}.isdisjoint(there):
                with at("components", "schemas", name):
                    written = self._merging.written_out(there, name)
                if "$ref" in written:
                    name = named(written["$ref"], "schemas")
        return name

    def _called(self, schema: Json, hint: str, place: Place) -> Json:
        """A reference to a schema that had no name, and has one now."""
        with at(*place):
            name = free(class_name(hint, inline=True), {*self._classes.values(), *self.schemas})
        beside = {key: each for key, each in schema.items() if key in BESIDE or key.startswith("x-")}
        nullable = isinstance(schema["type"], list) and "null" in schema["type"] if "type" in schema else False
        its_own = (BESIDE | OWN | {"x-python-name"}) - {"description"}
        named = {key: each for key, each in schema.items() if key not in its_own}
        self.schemas[name], self.origins[name] = named | {"type": "object"}, place
        reference = {"$ref": SCHEMAS + name}
        return {**beside, "anyOf": [reference, {"type": "null"}]} if nullable else {**beside, **reference}
