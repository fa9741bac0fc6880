"""The objects of answers: read-only, and tolerant of what the contract does not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .dataclass import AsDataclass
from .decoder import Decoder, Field
from .values import snake


class Model(AsDataclass):
    """An object of an answer, read-only.

    Attributes are in snake_case; items (`answer["targetModel"]`) go by the names of the wire. A time is a
    `datetime` as an attribute, and the text that came as an item. A field that did not come reads None. Fields that the
    contract does not know are kept and can be read both ways. Equal to another of its class, or to a dict, with the same
    content; can be copied and pickled.
    """

    __slots__ = ()
    FIELDS: ClassVar[tuple[Field, ...]] = ()
    HIDDEN: ClassVar[frozenset[str]] = frozenset()
    ITSELF: ClassVar[str] = ""
    _decoder: ClassVar[Decoder]
    _more: Mapping[str, Any]

    def __init_subclass__(cls, *, extends: bool = False, **options: Any) -> None:
        """Prepare a class for reading.

        Args:
            extends: Whether the subclass takes its parent's place in answers, which is how the wrapper adds methods.
            options: Those of other bases.
        """
        super().__init_subclass__(**options)
        if extends:
            cls._decoder.extend(cls)
        else:
            cls._decoder = Decoder(cls, cls.FIELDS)

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """Read what came from the wire.

        Args:
            data: Decoded JSON.

        Raises:
            Unreadable: A required field is missing, or an object, list or scalar stands where another kind belongs.
        """
        return cls._decoder.read(data)  # type: ignore[no-any-return] # an object of this class, or of one that extends it

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it, without what is None."""
        return {name: plain(value) for name, value in self._items()}

    def get(self, name: str, default: Any = None) -> Any:
        """The field of this wire name, or `default` where there is none or it did not come."""
        try:
            value = self[name]
        except KeyError:
            return default
        return default if value is None else value

    def _items(self) -> Iterator[tuple[str, Any]]:
        for field in self.FIELDS:
            value = getattr(self, field.slot)
            if value is not None:
                yield field.wire, value
        yield from self._more.items()

    def __getitem__(self, name: str) -> Any:
        field = self._decoder.by_wire.get(name)
        if field is None:
            if name in self._more:
                return self._more[name]
            if name == self.ITSELF and name:
                return self
            field = self._decoder.aliases[name]
        return getattr(self, field.slot)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name) is not None

    def __len__(self) -> int:
        return sum(1 for _ in self._items())

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Model):
            return type(other) is type(self) and self.to_dict() == other.to_dict()
        return self.to_dict() == other if isinstance(other, dict) else NotImplemented

    __hash__ = None  # type: ignore[assignment] # equality goes by content, and content holds lists

    def __repr__(self) -> str:
        shown = ((name, "[hidden]" if name in self.HIDDEN else repr(value)) for name, value in self._items())
        return f"{type(self).__name__}({', '.join(f'{name}={value}' for name, value in shown)})"

    if not TYPE_CHECKING:  # a type checker must go on to find misspelt names

        def __getattr__(self, name: str) -> Any:
            if not name.startswith("_"):
                for wire in self._more:
                    if name in (wire, snake(wire)):
                        return self._more[wire]
            raise AttributeError(f"{type(self).__name__} has no field {name!r}")


def plain(value: Any) -> Any:
    """A value of an answer as JSON has it: models as dicts, however deep."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(each) for each in value]
    return {name: plain(each) for name, each in value.items()} if isinstance(value, dict) else value
