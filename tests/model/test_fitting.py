"""Proves which kind an object is of where no field tells it: the one whose fields came."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from attrs import frozen

from promptport.model import Field, Model, fitting


@frozen(eq=False, repr=False, match_args=False)
class Named(Model):
    """Has a name."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name", "string", required=True),
        Field("note", "note", "note", "string"),
    )
    name: str
    note: str | None = None
    _more: Any = None
    _keys: Any = None


@frozen(eq=False, repr=False, match_args=False)
class Sized(Model):
    """Has a size, and perhaps a name and parts."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("size", "size", "size", "integer", required=True),
        Field("name", "name", "name"),
        Field("parts", "parts", "parts", "array", aliases=("pieces",)),
    )
    size: int
    name: str | None = None
    parts: list[Any] | None = None
    _more: Any = None
    _keys: Any = None


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"name": "a"}, Named),
        ({"name": "a", "size": 1}, Sized),
        ({"size": 1, "pieces": []}, Sized),
        ({"name": "a", "note": "b", "size": 1}, Named),
        ({"size": 1, "name": "a", "parts": {}}, Named),
        ({"size": 1, "parts": {}}, Sized),
        ({"other": 1}, dict),
        ("text", str),
    ],
)
def test_the_kind_that_fits(value: Any, kind: type) -> None:
    """The one that knows most of what came; what fits none stays as it is."""
    read = fitting(lambda: (Named, Sized))(value)
    assert type(read) is kind
    assert read == value or kind is Sized
