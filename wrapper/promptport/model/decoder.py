"""How the objects of a model are read: every type checked, and those that come again and again read in a quick way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from operator import itemgetter
from typing import Any, NamedTuple

from .values import KINDS, NAMES, Unreadable, kind_of

Convert = Callable[[Any], Any]
NOTHING: Mapping[str, Any] = {}  # shared by all objects that hold nothing unknown; a read-only view can't be pickled
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
    """The quick way for objects that have the same fields in the same order.

    Attributes:
        make: Makes an object of its values.
        nested: The values that are converted: place, wire name, and how.
        known: The combinations of types that were found good.
    """

    make: Callable[..., Any]
    nested: tuple[tuple[int, str, Convert], ...]
    known: set[tuple[type, ...]]


class Decoder:
    """Reads the objects of one model.

    Args:
        model: The class of the objects.
        fields: Its fields, in the order in which the class takes them.

    Attributes:
        by_wire: The fields by their names on the wire.
        aliases: The fields by their other names on the wire.
    """

    __slots__ = (
        "_absent", "_fields", "_model", "_nested", "_pick", "_plans", "_quick", "_seen", "_shapes", "_special", "aliases",
        "by_wire",
    )  # fmt: skip

    def __init__(self, model: type[Any], fields: Sequence[Field]) -> None:
        self._model = model
        self.by_wire = {field.wire: field for field in fields}
        self.aliases = {alias: field for field in fields for alias in field.aliases}
        self._fields = tuple(fields)
        self._pick: Callable[[Any], tuple[Any, ...]] = (
            itemgetter(*self.by_wire) if len(fields) > 1 else lambda data: tuple(data[wire] for wire in self.by_wire)
        )
        self._nested = tuple((at, f.wire, f.convert) for at, f in enumerate(fields) if f.convert is not None)
        self._special = tuple((at, f) for at, f in enumerate(fields) if f.required or f.aliases or f.absent is not None)
        self._absent = {at: f.absent for at, f in enumerate(fields) if f.absent is not None and not f.nullable}
        self._quick = all(field.absent is None and not field.aliases for field in fields)
        self._shapes: set[tuple[type, ...]] = set()
        self._seen: dict[tuple[str, ...], int] = {}
        self._plans: dict[tuple[str, ...], Plan] = {}

    def extend(self, model: type[Any]) -> None:
        """Make objects of a subclass from now on."""
        self._model, self._quick = model, False  # what a subclass does with its slots is its own affair
        self._plans.clear()

    def read(self, data: Any) -> Any:
        """Read what came from the wire.

        Args:
            data: Decoded JSON.

        Returns:
            An object of the model.

        Raises:
            Unreadable: A required field is missing, or an object, list or scalar stands where another kind belongs.
        """
        if type(data) is not dict:
            raise Unreadable("an object", kind_of(data))
        plan = self._plans.get(tuple(data))
        if plan is not None and tuple(map(type, data.values())) in plan.known:
            made = plan.make(*(_converted(list(data.values()), plan.nested) if plan.nested else data.values()))
            made.__class__ = self._model
            return made
        try:
            values = self._pick(data)
            complete = len(data) == len(values)
        except KeyError:
            values, complete = self._filled(data), False
        if self._absent and any(values[at] is None for at in self._absent):
            values = tuple(copy(self._absent.get(at)) if value is None else value for at, value in enumerate(values))
        shape = tuple(map(type, values))
        if shape not in self._shapes:
            self._check(values)
            if len(self._shapes) < _SHAPES:
                self._shapes.add(shape)
        more = NOTHING if complete else self._unknown(data) or NOTHING
        made = self._model(*(_converted(list(values), self._nested) if self._nested else values), more)
        if more is NOTHING and self._quick:
            self._learn(data, plan)
        return made

    def _filled(self, data: dict[str, Any]) -> tuple[Any, ...]:
        """The values in the order of the fields, with what stands for those that did not come."""
        values = list(map(data.get, self.by_wire))
        for at, field in self._special:
            if field.wire not in data:
                alias = next((each for each in field.aliases if each in data), None)
                if alias is not None:
                    values[at] = data[alias]
                elif field.required:
                    raise Unreadable("a value", "nothing", (field.wire,))
                else:
                    values[at] = copy(field.absent)
        return tuple(values)

    def _check(self, values: tuple[Any, ...]) -> None:
        for field, value in zip(self._fields, values, strict=True):
            if value is not None and field.kind != "any" and field.kind != KINDS.get(type(value), "scalar"):
                raise Unreadable(NAMES[field.kind], kind_of(value), (field.wire,))

    def _unknown(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """What came and the contract says nothing of. A second name counts as known where the first did not come."""
        if data.keys() <= self.by_wire.keys():
            return {}
        found = {name: data[name] for name in data if name not in self.by_wire}
        for alias, field in self.aliases.items():
            if field.wire not in data:
                found.pop(alias, None)
        return found

    def _learn(self, data: dict[str, Any], plan: Plan | None) -> None:
        """Remember a form of which many objects came: the same fields in the same order, of types that were checked."""
        keys = tuple(data)
        if plan is None:
            seen = self._seen[keys] = self._seen.get(keys, 0) + 1
            if seen < _OFTEN or len(self._plans) >= _PLANS:
                if len(self._seen) > _SHAPES:
                    self._seen.clear()
                return
            plan = self._plans[keys] = self._planned(keys)
        if len(plan.known) < _SHAPES:
            plan.known.add(tuple(map(type, data.values())))

    def _planned(self, keys: tuple[str, ...]) -> Plan:
        """The quick way for objects with these fields: a class with the same slots makes them, and they get their own.

        That class is not frozen: the constructor of one that is sets each attribute by a call, which takes three times as long.
        """
        from attrs import field, make_class

        order = [self.by_wire[wire].slot for wire in keys]
        rest = [each.slot for each in self._fields if each.slot not in order]
        names = {name: field() for name in order} | {name: field(default=None) for name in rest}
        make = make_class(
            self._model.__name__, names | {"_more": field(default=NOTHING)}, bases=self._model.__bases__, slots=True, eq=False,
            repr=False, weakref_slot=False,
        )  # fmt: skip
        converts = {wire: convert for _, wire, convert in self._nested}
        return Plan(make, tuple((at, each, converts[each]) for at, each in enumerate(keys) if each in converts), set())


def _converted(values: list[Any], nested: tuple[tuple[int, str, Convert], ...]) -> list[Any]:
    """Read the nested values of an object in their places."""
    for at, wire, convert in nested:
        if values[at] is not None:
            try:
                values[at] = convert(values[at])
            except Unreadable as wrong:
                raise wrong.under(wire) from None
    return values
