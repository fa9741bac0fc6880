"""What makes a mapping of an object of an answer: its items are what came, under its names on the wire."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any, ClassVar

from .decoder import NOTHING, Decoder, Field


class Mapped:
    """The mapping protocol of objects with `FIELDS`, of which a subclass holds what came."""

    __slots__ = ()
    FIELDS: ClassVar[tuple[Field, ...]] = ()
    ITSELF: ClassVar[str] = ""
    DECODER: ClassVar[Decoder]
    _more: Mapping[str, Any]
    _keys: tuple[str, ...] | None

    def keys(self) -> KeysView[str]:
        """The names on the wire of what came; of an object that was built by hand, of what is not None."""
        return dict.fromkeys(self._names()).keys()

    def items(self) -> ItemsView[str, Any]:
        """What came, by its names on the wire."""
        return {name: self[name] for name in self._names()}.items()

    def values(self) -> ValuesView[Any]:
        """What came, without its names."""
        return {name: self[name] for name in self._names()}.values()

    def get(self, name: str, default: Any = None) -> Any:
        """The field of this wire name, or `default` where there is none or it did not come."""
        if name in self._names() or any(each in self._names() for each in self._aliases(name)):
            return self[name]
        return self if name and name == self.ITSELF and name not in self.DECODER.by_wire else default

    def _names(self) -> tuple[str, ...]:
        if self._keys is not None:
            return self._keys
        return (*(each.wire for each in self.FIELDS if getattr(self, each.slot) is not None), *self._more)

    def _aliases(self, name: str) -> tuple[str, ...]:
        field = self.DECODER.by_wire.get(name)
        return () if field is None else field.aliases

    def __getitem__(self, name: str) -> Any:
        field = self.DECODER.by_wire.get(name)
        if field is None:
            if name in self._more:
                return self._more[name]
            if name == self.ITSELF and name:
                return self
            field = self.DECODER.aliases[name]
        return getattr(self, field.slot)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._names())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and Mapped.get(self, name, NOTHING) is not NOTHING

    def __len__(self) -> int:
        return len(self._names())
