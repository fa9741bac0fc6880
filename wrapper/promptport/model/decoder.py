"""How the objects of a model are read: what came is kept as it came, and forms that come again and again are read quickly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from operator import itemgetter
from typing import Any, NamedTuple

from .differences import Fields, Shape

Convert = Callable[[Any], Any]
NOTHING: Mapping[str, Any] = {}  # shared by all objects that hold nothing unknown; a read-only view can't be pickled
_OFTEN, _PLANS = 50, 8  # objects of one form after which there is a quick way for it; such forms of a model, at most
_FORMS = 256  # forms that a model counts, at most; their names are kept once


class Field(NamedTuple):
    """One field of a model.

    Attributes:
        wire: Its name on the wire.
        attribute: Its name in Python.
        slot: The attribute that holds it, where that is another: a time is kept as it came.
        shape: What the contract says of it; a text stands for `Shape(text)`.
        required: Whether the contract says that it must come.
        convert: How it is read; None takes it as it is.
        absent: What is read where it did not come.
        aliases: The other wire names under which it may come.
    """

    wire: str
    attribute: str
    slot: str
    shape: Shape | str = ""
    required: bool = False
    convert: Convert | None = None
    absent: Any = None
    aliases: tuple[str, ...] = ()

    def missing(self) -> Any:
        """What is read where it did not come: of a list or an object, one for each reader."""
        if self.absent is None:  # as of most fields
            return None
        found = copy(self.absent)
        return found if self.convert is None or found is None else self.convert(found)


class Plan(NamedTuple):
    """The quick way for objects that have the same fields in the same order.

    Attributes:
        make: Makes an object of its values.
        nested: The values that are converted: place, and how.
        known: Picks the values of the fields that the contract knows; None where it knows all.
        unknown: The names of the others.
    """

    make: Callable[..., Any]
    nested: tuple[tuple[int, Convert], ...]
    known: Callable[[Any], tuple[Any, ...]] | None
    unknown: tuple[str, ...]


class Form:
    """Objects that have the same fields in the same order, where there is no quick way for them yet.

    Args:
        keys: The names of their fields, which all of them share.
        unknown: Those that the contract says nothing of.
        came: Each field of the model, in its order, with the name under which it came; None where it did not.
        alike: Whether all of them are read alike; not so where a field came under several names, or null stands for absence.

    Attributes:
        count: How many of them came.
    """

    __slots__ = ("_absent", "_plain", "_read", "_values", "alike", "count", "keys", "unknown")

    def __init__(
        self, keys: tuple[str, ...], unknown: tuple[str, ...], came: Iterable[tuple[Field, str | None]], alike: bool
    ) -> None:
        self.keys, self.unknown, self.alike, self.count = keys, unknown, alike, 0
        fields = list(enumerate(came))
        self._values: list[Any] = [None] * len(fields)
        self._plain = [(at, name) for at, (field, name) in fields if name is not None and field.convert is None]
        self._read = [(at, name, field.convert) for at, (field, name) in fields if name is not None and field.convert]
        self._absent = [(at, field) for at, (field, name) in fields if name is None and field.absent is not None]

    def values(self, data: Mapping[str, Any]) -> list[Any]:
        """What such an object holds, in the order of the model's fields."""
        values = self._values.copy()
        for at, name in self._plain:
            values[at] = data[name]
        for at, name, convert in self._read:
            values[at] = convert(data[name])
        for at, field in self._absent:
            values[at] = field.missing()
        return values


class Decoder:
    """Reads the objects of one model.

    Args:
        model: The class of the objects.
        fields: Its fields, in the order in which the class takes them.
        items: The field that holds the items of a page, whose fields read as absent where they are null; else empty.

    Attributes:
        by_wire: The fields by their names on the wire.
        aliases: The fields by their other names on the wire.
    """

    __slots__ = ("_fields", "_forms", "_model", "_page", "_plans", "_quick", "aliases", "by_wire")

    def __init__(self, model: type[Any], fields: Sequence[Field], items: str = "") -> None:
        self._model, self._page = model, bool(items)
        self.by_wire = {field.wire: field for field in fields}
        self.aliases = {alias: field for field in fields for alias in field.aliases}
        self._fields = tuple(fields)
        self._quick = not self._page
        self._forms: dict[tuple[str, ...], Form] = {}
        self._plans: dict[tuple[str, ...], Plan] = {}

    def contract(self) -> Fields:
        """What the contract says of the fields."""
        shapes = {field.wire: field.shape for field in self._fields}
        required = [field.wire for field in self._fields if field.required]
        return Fields(shapes, required, {field.wire: field.aliases for field in self._fields if field.aliases})

    def extend(self, model: type[Any]) -> None:
        """Make objects of a subclass from now on."""
        self._model, self._quick = model, False  # what a subclass does with its slots is its own affair
        self._plans.clear()

    def read(self, data: dict[str, Any]) -> Any:
        """Read what came from the wire: whatever it is, it is kept, and what did not come reads as absent.

        Args:
            data: Decoded JSON.

        Returns:
            An object of the model.
        """
        keys = tuple(data)
        plan = self._plans.get(keys)
        if plan is None:
            return self._read(self._form(keys), data)
        values: Any = data.values() if plan.known is None else plan.known(data)
        if plan.nested:
            values = list(values)
            for at, convert in plan.nested:
                values[at] = convert(values[at])
        more = ({name: data[name] for name in plan.unknown},) if plan.unknown else ()
        made = plan.make(*values, *more)
        made.__class__ = self._model
        return made

    def _read(self, form: Form, data: dict[str, Any]) -> Any:
        values = form.values(data) if form.alike else self._values(data)
        more = {name: data[name] for name in form.unknown} or NOTHING
        return self._model(*values, more, form.keys)

    def _values(self, data: Mapping[str, Any]) -> list[Any]:
        """What an object holds of which only its values tell how it is read."""
        values = []
        for field in self._fields:
            name = self._came(field, data)
            value = None if name is None else data[name]
            if name is None or (value is None and self._page):
                values.append(field.missing())
            else:
                values.append(value if field.convert is None else field.convert(value))
        return values

    def _came(self, field: Field, data: Mapping[str, Any]) -> str | None:
        """The name under which a field came: the first of its names that is not null."""
        names = [each for each in (field.wire, *field.aliases) if each in data]
        return next((each for each in names if data[each] is not None), names[0] if names else None)

    def _form(self, keys: tuple[str, ...]) -> Form:
        """Count an object of a form, and make a plan when many of it came."""
        form = self._forms.get(keys)
        if form is None:
            if len(self._forms) >= _FORMS:
                self._forms.clear()
            came = dict.fromkeys(keys)
            names = [(each, self._came(each, came)) for each in self._fields]
            alike = not (self._page or self._several(keys))
            form = self._forms[keys] = Form(keys, self._unknown(keys), names, alike)
        form.count += 1
        if form.count == _OFTEN and self._quick and len(self._plans) < _PLANS and form.alike:
            self._plans[form.keys] = self._planned(form)
        return form

    def _several(self, keys: tuple[str, ...]) -> bool:
        """Whether a field came under several names: which of them counts, each object tells."""
        return any(sum(name in keys for name in (each.wire, *each.aliases)) > 1 for each in self.aliases.values())

    def _unknown(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """The names that the contract says nothing of. A second name counts as known where the first did not come."""
        came = dict.fromkeys(keys)
        known = {alias for alias, field in self.aliases.items() if self._came(field, came) == alias}
        return tuple(name for name in keys if name not in self.by_wire and name not in known)

    def _planned(self, form: Form) -> Plan:
        """The quick way for objects with these fields: a class with the same slots makes them, and they get their own.

        That class is not frozen: the constructor of one that is sets each attribute by a call, which takes three times as long.
        """
        from attrs import Factory, field, make_class

        keys, unknown = form.keys, form.unknown
        came = [self.by_wire.get(name) or self.aliases[name] for name in keys if name not in unknown]
        names = [each.slot for each in came] + (["_more"] if unknown else [])
        made: dict[str, Any] = {name: field(alias=f"value{at}") for at, name in enumerate(names)}
        for each in self._fields:
            if each.slot not in made:
                missing = each.missing()
                fresh = missing is not None and (each.convert is not None or isinstance(missing, list | dict))
                made[each.slot] = field(init=False, default=Factory(each.missing) if fresh else missing)
        made.setdefault("_more", field(init=False, default=NOTHING))
        made["_keys"] = field(init=False, default=keys)
        make = make_class(
            self._model.__name__, made, bases=self._model.__bases__, slots=True, eq=False, repr=False, weakref_slot=False,
        )  # fmt: skip
        known = [name for name in keys if name not in unknown]
        pick = None if not unknown else itemgetter(*known) if len(known) > 1 else _picker(known)
        nested = tuple((at, each.convert) for at, each in enumerate(came) if each.convert is not None)
        return Plan(make, nested, pick, unknown)


def _picker(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What picks the values of one name, or of none."""
    return lambda data: tuple(data[name] for name in names)
