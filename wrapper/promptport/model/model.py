"""The objects of answers: read-only mappings with attributes, which keep whatever came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .dataclass import AsDataclass
from .decoder import Decoder
from .differences import Fields
from .mapped import Mapped
from .values import Unreadable, kind_of, snake


class Model(Mapped, AsDataclass):
    """An object of an answer, read-only.

    Attributes are in snake_case; items (`answer["targetModel"]`) go by the names of the wire. A time is a
    `datetime` as an attribute, and the text that came as an item. What did not come reads as the platform's own client has it,
    else None. Whatever came is kept: fields that the contract does not know can be read both ways, and what is of another kind
    than the contract says is what came.

    It is a mapping of what came, null included: `dict(answer)`, `{**answer}`, `in`, `len` and iteration go by it, and `keys`,
    `items`, `values` and `get` are a dict's. A field with the name of a method is the attribute of that name, but for `keys`:
    that is always the method. Every field is an item. Equal to another of its class with the same fields, or to a dict that
    holds what came; can be copied and pickled.
    """

    __slots__ = ()
    HIDDEN: ClassVar[frozenset[str]] = frozenset()
    ITEMS: ClassVar[str] = ""
    CONTRACT: ClassVar[Fields]

    def __init_subclass__(cls, *, extends: bool = False, **options: Any) -> None:
        """Prepare a class for reading.

        Args:
            extends: Whether the subclass takes its parent's place in answers, which is how the wrapper adds methods.
            options: Those of other bases.
        """
        super().__init_subclass__(**options)
        if extends:
            cls.DECODER.extend(cls)
        else:
            cls.DECODER = Decoder(cls, cls.FIELDS, cls.ITEMS)
            cls.CONTRACT = cls.DECODER.contract()

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """Read what came from the wire.

        Args:
            data: Decoded JSON, an object: any mapping. None, such as a field that is null, answers None.

        Raises:
            Unreadable: It is neither.
        """
        if data is None:
            return None  # type: ignore[return-value] # who hands over an object has one, as with the vendors' classes
        if not isinstance(data, Mapping):
            raise Unreadable("an object", kind_of(data))
        return cls.DECODER.read(dict(data))  # type: ignore[no-any-return] # of this class, or of one that extends it

    def to_dict(self) -> dict[str, Any]:
        """The object as JSON has it: what came, under its names on the wire."""
        return {name: plain(self[name]) for name in self._names()}

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Model):
            if type(other) is not type(self):
                return False
            same = all(getattr(self, each.slot) == getattr(other, each.slot) for each in self.FIELDS)
            return same and self._more == other._more
        return Model.to_dict(self) == other if isinstance(other, dict) else NotImplemented

    __hash__ = None  # type: ignore[assignment] # equality goes by content, and content holds lists

    def __repr__(self) -> str:
        shown = ((name, "[hidden]" if self._hidden(name) else repr(self[name])) for name in self._names())
        return f"{type(self).__name__}({', '.join(f'{name}={value}' for name, value in shown)})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """What `rich` shows; by itself it would go by the slots, and show what is hidden."""
        return ((name, "[hidden]" if self._hidden(name) else self[name]) for name in self._names())

    def _hidden(self, name: str) -> bool:
        field = self.DECODER.by_wire.get(name) or self.DECODER.aliases.get(name)
        return field is not None and field.wire in self.HIDDEN

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
        return Model.to_dict(value)  # a field may have the method's name
    if isinstance(value, list):
        return [plain(each) for each in value]
    return {name: plain(each) for name, each in value.items()} if isinstance(value, dict) else value
