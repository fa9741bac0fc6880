"""A model with every kind of field, as generated code writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen

from promptport.model import NOTHING, Field, Model, Page, array, timestamp


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Part(Model):
    """A part of a thing: plain fields alone, so that it is read in the quick way when many come."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("partName", "part_name", "part_name", required=True),
        Field("size", "size", "size"),
    )

    part_name: str
    size: int | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Thing(Model):
    """A thing: with a time, parts, a secret, a second name and a value for what is absent."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", required=True),
        Field("madeAt", "made_at", "_made_at"),
        Field("parts", "parts", "parts", kind="array", absent=[], convert=array(Part.from_dict)),
        Field("key", "key", "key"),
        Field("version", "version", "version", aliases=("number",)),
        Field("note", "note", "note", absent="none", nullable=True),
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

    @property
    def made_at(self) -> Any:
        """When it was made."""
        return timestamp(self._made_at)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Things(Page["Thing"]):
    """A page of things."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("data", "data", "data", kind="array", convert=array(Thing.from_dict)),
        Field("meta", "meta", "meta", kind="object"),
    )
    ITEMS: ClassVar[str] = "data"
    PAGES: ClassVar[tuple[str, ...]] = ("meta", "pages")

    data: list[Thing] | None = None
    meta: dict[str, Any] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
