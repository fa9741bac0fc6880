"""Answers where a program, or a library, takes dataclasses: `dataclasses.asdict`, `replace`, `vars`, `match`, FastAPI, orjson."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar


class _AtFirstUse:
    """An attribute of a class that is made when it is first asked for: `dataclasses` takes 10 ms to import.

    Args:
        name: The attribute.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type[Any]) -> Any:
        return getattr(_dataclass(owner), self._name)  # type: ignore[arg-type] # classes are hashable


class AsDataclass:
    """What `dataclasses`, and what goes by them, must find of an object with `FIELDS`: the fields that the contract knows."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]] = _AtFirstUse("__dataclass_fields__")  # type: ignore[assignment] # it answers one
    __dataclass_params__: ClassVar[Any] = _AtFirstUse("__dataclass_params__")
    __match_args__: ClassVar[tuple[str, ...]] = _AtFirstUse("__match_args__")  # type: ignore[assignment] # it answers one

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override] # a view: the objects are read-only
        """The fields by their names in Python, as `vars` has them."""
        return {field.attribute: getattr(self, field.attribute) for field in type(self).FIELDS}  # type: ignore[attr-defined]


@cache
def _dataclass(model: type[Any]) -> type[Any]:
    """A dataclass with the fields of a model."""
    from dataclasses import field, make_dataclass

    fields = [(each.attribute, Any, field(default_factory=each.missing)) for each in model.FIELDS]
    return make_dataclass(model.__name__, fields, eq=False, repr=False)
