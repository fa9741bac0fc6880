"""The objects of answers: read-only, and tolerant of what the contract does not know."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from copy import copy
from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Self, TypeVar

from .values import KINDS, NAMES, Unreadable, kind_of, snake

T = TypeVar("T")
Convert = Callable[[Any], Any]
NOTHING: Mapping[
    str, Any
] = {}  # shared by all objects that hold nothing unknown; a read-only view of it could not be pickled
_SHAPES = 256  # combinations of types that a model remembers as good, at most
_OFTEN, _PLANS = 50, 8  # objects of one form after which there is a quick way for it; such forms of a model, at most


class Field(NamedTuple):
    """One field of a model.

    Attributes:
        wire: Its name on the wire.
        attribute: Its name in Python.
        slot: The attribute that holds it, where that is another: a time is kept as it came.
        required: Whether it must come.
        kind: `scalar`, `object`, `array` or `any`.
        convert: How it is read; None takes it as it is.
        absent: What is read where it did not come.
        aliases: The other wire names under which it may come.
        nullable: Whether null stays null beside `absent`.
    """

    wire: str
    attribute: str
    slot: str
    required: bool = False
    kind: str = "scalar"
    convert: Convert | None = None
    absent: Any = None
    aliases: tuple[str, ...] = ()
    nullable: bool = False


class Plan(NamedTuple):
    """The quick way for objects of a model that have the same fields in the same order.

    Attributes:
        make: Makes one of its values.
        nested: The values that are converted: place, wire name, and how.
        known: The combinations of types that were found good.
    """

    make: Callable[..., Any]
    nested: tuple[tuple[int, str, Convert], ...]
    known: set[tuple[type, ...]]


class Model:
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
    _more: Mapping[str, Any]
    _by_wire: ClassVar[Mapping[str, Field]] = NOTHING
    _pick: ClassVar[Callable[[Any], tuple[Any, ...]]]
    _nested: ClassVar[tuple[tuple[int, str, Convert], ...]] = ()
    _special: ClassVar[tuple[tuple[int, Field], ...]]
    _absent: ClassVar[Mapping[int, Any]]
    _aliases: ClassVar[Mapping[str, Field]] = NOTHING
    _known: ClassVar[set[tuple[type, ...]]]
    _extended: ClassVar[type[Any] | None] = None
    _simple: ClassVar[bool]
    _seen: ClassVar[dict[tuple[str, ...], int]]
    _plans: ClassVar[dict[tuple[str, ...], Plan]]

    def __init_subclass__(cls, *, extends: bool = False, **options: Any) -> None:
        """Prepare a class for reading.

        Args:
            extends: Whether the subclass takes its parent's place in answers, which is how the wrapper adds methods.
            options: Those of other bases.
        """
        super().__init_subclass__(**options)
        if extends:
            parent: Any = cls.__bases__[0]
            parent._extended = cls
            return
        wires = [field.wire for field in cls.FIELDS]
        cls._by_wire = {field.wire: field for field in cls.FIELDS}
        cls._pick = (
            itemgetter(*wires) if len(wires) > 1 else staticmethod(lambda data: tuple(data[wire] for wire in wires))
        )
        cls._nested = tuple((at, f.wire, f.convert) for at, f in enumerate(cls.FIELDS) if f.convert is not None)
        cls._special = tuple(
            (at, f) for at, f in enumerate(cls.FIELDS) if f.required or f.aliases or f.absent is not None
        )
        cls._absent = {at: f.absent for at, f in enumerate(cls.FIELDS) if f.absent is not None and not f.nullable}
        cls._aliases = {alias: field for field in cls.FIELDS for alias in field.aliases}
        cls._known = set()
        cls._simple = all(field.absent is None and not field.aliases for field in cls.FIELDS)
        cls._seen, cls._plans = {}, {}

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """Read what came from the wire.

        Args:
            data: Decoded JSON.

        Raises:
            Unreadable: A required field is missing, or an object, list or scalar stands where another kind belongs.
        """
        if type(data) is not dict:
            raise Unreadable("an object", kind_of(data))
        plan = cls._plans.get(tuple(data))
        if plan is not None and tuple(map(type, data.values())) in plan.known:
            made: Self = plan.make(*data.values()) if not plan.nested else plan.make(*_converted(data, plan.nested))
            made.__class__ = cls
            return made
        try:
            values = cls._pick(data)
            whole = len(data) == len(values)
        except KeyError:
            values, whole = cls._fill(data), False
        if cls._absent and any(values[at] is None for at in cls._absent):
            values = tuple(copy(cls._absent.get(at)) if value is None else value for at, value in enumerate(values))
        shape = tuple(map(type, values))
        if shape not in cls._known:
            cls._check(values)
            if len(cls._known) < _SHAPES:
                cls._known.add(shape)
        parts: list[Any] | None = None
        for at, wire, convert in cls._nested:
            if values[at] is not None:
                if parts is None:
                    parts = list(values)
                try:
                    parts[at] = convert(values[at])
                except Unreadable as wrong:
                    raise wrong.under(wire) from None
        more = NOTHING if whole else cls._unknown(data) or NOTHING
        if more is NOTHING:
            cls._learn(data, plan)
        make: Any = cls._extended or cls
        return make(*(parts or values), more)  # type: ignore[no-any-return] # of this class, or of the one that extends it

    @classmethod
    def _learn(cls, data: dict[str, Any], plan: Plan | None) -> None:
        """Objects that come again and again, with the same fields in the same order and of the same types, were all checked.

        For these there is a quick way: a class with the same slots makes the object, and gives it this class. It is not
        frozen, since the constructor of a frozen class sets each attribute by a call, which takes three times as long.
        """
        keys = tuple(data)
        if plan is None:
            seen = cls._seen[keys] = cls._seen.get(keys, 0) + 1
            if seen < _OFTEN or len(cls._plans) >= _PLANS or not cls._simple or cls._extended is not None:
                if len(cls._seen) > _SHAPES:
                    cls._seen.clear()
                return
            from attrs import field, make_class

            order = [cls._by_wire[wire].slot for wire in keys]
            rest = [each.slot for each in cls.FIELDS if each.slot not in order]
            names = {name: field() for name in order} | {name: field(default=None) for name in rest}
            make = make_class(
                cls.__name__, names | {"_more": field(default=NOTHING)}, bases=cls.__bases__, slots=True, eq=False,
                repr=False, weakref_slot=False,
            )  # fmt: skip
            places = {wire: convert for _, wire, convert in cls._nested}
            nested = tuple((at, each, places[each]) for at, each in enumerate(keys) if each in places)
            plan = cls._plans[keys] = Plan(make, nested, set())
        if len(plan.known) < _SHAPES:
            plan.known.add(tuple(map(type, data.values())))

    @classmethod
    def _fill(cls, data: dict[str, Any]) -> tuple[Any, ...]:
        values = list(map(data.get, cls._by_wire))
        for at, field in cls._special:
            if field.wire not in data:
                alias = next((each for each in field.aliases if each in data), None)
                if alias is not None:
                    values[at] = data[alias]
                elif field.required:
                    raise Unreadable("a value", "nothing", (field.wire,))
                else:
                    values[at] = copy(field.absent)
        return tuple(values)

    @classmethod
    def _unknown(cls, data: Mapping[str, Any]) -> dict[str, Any]:
        """What came and the contract says nothing of. A field's second name counts as known where its first did not come."""
        if data.keys() <= cls._by_wire.keys():
            return {}
        found = {name: data[name] for name in data if name not in cls._by_wire}
        for alias, field in cls._aliases.items():
            if field.wire not in data:
                found.pop(alias, None)
        return found

    @classmethod
    def _check(cls, values: tuple[Any, ...]) -> None:
        for field, value in zip(cls.FIELDS, values, strict=True):
            if value is not None and field.kind != "any" and field.kind != KINDS.get(type(value), "scalar"):
                raise Unreadable(NAMES[field.kind], kind_of(value), (field.wire,))

    def _items(self) -> Iterator[tuple[str, Any]]:
        for field in self.FIELDS:
            value = getattr(self, field.slot)
            if value is not None:
                yield field.wire, value
        yield from self._more.items()

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

    def __getitem__(self, name: str) -> Any:
        field = self._by_wire.get(name)
        if field is None:
            if name in self._more:
                return self._more[name]
            if name == self.ITSELF and name:
                return self
            field = self._aliases[name]
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


class Page(Model, Generic[T]):
    """A page of a list. Iterating it gives its items, `len` counts them."""

    __slots__ = ()
    ITEMS: ClassVar[str] = ""
    PAGES: ClassVar[tuple[str, ...]] = ()

    def __iter__(self) -> Iterator[T]:
        return iter(self[self.ITEMS])

    def __len__(self) -> int:
        return len(self[self.ITEMS])

    def count(self) -> int:
        """How many pages there are; 0 where the platform does not say."""
        found: Any = self
        for name in self.PAGES:
            found = None if found is None else found[name]
        return found if isinstance(found, int) else 0


def walk(fetch: Callable[[int], Page[T]], number: int) -> Iterator[T]:
    """The items of all pages from this one on. A list of which the platform counts no pages has but one."""
    while True:
        page = fetch(number)
        yield from page
        if not len(page) or number >= page.count():
            return
        number += 1


async def walk_async(fetch: Callable[[int], Awaitable[Page[T]]], number: int) -> AsyncIterator[T]:
    """The asyncio twin of `walk`."""
    while True:
        page = await fetch(number)
        for each in page:
            yield each
        if not len(page) or number >= page.count():
            return
        number += 1


def _converted(data: dict[str, Any], nested: tuple[tuple[int, str, Convert], ...]) -> list[Any]:
    """The values of an object, those that are nested read."""
    values = list(data.values())
    for at, wire, convert in nested:
        if values[at] is not None:
            try:
                values[at] = convert(values[at])
            except Unreadable as wrong:
                raise wrong.under(wire) from None
    return values


def plain(value: Any) -> Any:
    """A value of an answer as JSON has it: models as dicts, however deep."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(each) for each in value]
    return {name: plain(each) for name, each in value.items()} if isinstance(value, dict) else value
