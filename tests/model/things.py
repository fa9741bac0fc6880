"""A model with every kind of field, as generated code writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen

from promptport.model import NOTHING, Field, Model, Page, Shape, array, reads, timestamp

PARTS = Shape("array", items=Shape("object", fields=lambda: Part.CONTRACT))
THINGS = Shape("array", items=Shape("object", fields=lambda: Thing.CONTRACT))


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Part(Model):
    """A part of a thing: plain fields alone, so that it is read in the quick way when many come."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("partName", "part_name", "part_name", "string", required=True),
        Field("size", "size", "size", "integer|null"),
    )

    part_name: str
    size: int | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Thing(Model):
    """A thing: with a time, parts, a secret, a second name and a value for what is absent."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("madeAt", "made_at", "_made_at", "string"),
        Field("parts", "parts", "parts", PARTS, absent=[], convert=array(reads(lambda: Part))),
        Field("key", "key", "key", "string"),
        Field("version", "version", "version", "integer", aliases=("number",)),
        Field("note", "note", "note", "string|null", absent="none"),
    )
    HIDDEN: ClassVar[frozenset[str]] = frozenset({"key"})
    ITSELF: ClassVar[str] = "data"

    id: str
    _made_at: Any = field(default=None, alias="made_at")
    parts: list[Part] = field(factory=list)
    key: str | None = None
    version: int | None = None
    note: str | None = "none"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def made_at(self) -> Any:
        """When it was made."""
        return timestamp(self._made_at)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Things(Page["Thing"]):
    """A page of things."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("data", "data", "data", THINGS, required=True, absent=[], convert=array(reads(lambda: Thing))),
        Field("meta", "meta", "meta", "object", absent={}),
    )
    ITEMS: ClassVar[str] = "data"
    PAGES: ClassVar[tuple[str, ...]] = ("meta", "pages")

    data: list[Thing] = field(factory=list)
    meta: dict[str, Any] = field(factory=dict)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
