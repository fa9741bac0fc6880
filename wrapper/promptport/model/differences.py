"""Where an answer differs from its contract: data that says what a contract asks for, and the comparison with what came."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import ContextVar, Token
from functools import cache
from typing import Any, NamedTuple

from .values import KINDS, coarse, kind_of_json

FIRST, EVERY = 20, 100  # of a long list these records are compared: all of them would cost half of the parse
_FORMS = 256  # combinations of fields and types that are remembered as right, of one kind of object
_MISSING = "nothing"


class Difference(NamedTuple):
    """A field of an answer that is not what the contract says. Never a value: names of fields and of kinds alone.

    Attributes:
        field: Where it stands, by the names of the contract: `data[].input_schema`; `[]` is any item of a list, `{}` any value
            of an object whose names are free.
        found: What came: `object`, `array`, `string`, `integer`, `number`, `boolean`, `null`, or `nothing`.
        expected: What the contract says, in the same words, with ` or ` between several.
    """

    field: str
    found: str
    expected: str

    def __str__(self) -> str:
        if self.found == _MISSING:
            return f"{self.field} is missing, the contract says {self.expected}"
        article = "" if self.found == "null" else "an " if self.found[0] in "aio" else "a "
        return f"{self.field} is {article}{self.found}, the contract says {self.expected}"


@cache
def _kinds(kinds: str) -> tuple[frozenset[str], frozenset[str]]:
    """Kinds of JSON, and as `coarse` has them."""
    found = frozenset(kinds.split("|") if kinds else KINDS.values())
    return found, frozenset(map(coarse, found))


class Shape:
    """What a contract says of a value of JSON.

    Args:
        kinds: What it may be, with `|` between several: `string|null`. Empty for anything.
        items: What a list holds; None where that is free.
        values: What an object holds whose names are free; None where that is free too.
        fields: Answers the fields of an object; called at first use, since what is generated loads late.
        variants: Answers several such fields, by the values of `tag`; an object has one of them.
        tag: The field that tells the variants apart; empty where the one is meant that fits best.
        needs: The field without which an object is no answer: the items of a page.
        known: Whether an object is no answer either of which no field is known, though some must come.
    """

    __slots__ = ("_fields", "_variants", "coarse", "free", "items", "kinds", "known", "needs", "tag", "values")

    def __init__(
        self,
        kinds: str = "",
        *,
        items: Shape | None = None,
        values: Shape | None = None,
        fields: Callable[[], Fields] | None = None,
        variants: Callable[[], Mapping[Any, Fields]] | None = None,
        tag: str = "",
        needs: str = "",
        known: bool = False,
    ) -> None:
        self.kinds, self.coarse = _kinds(kinds)
        self.items, self.values, self.tag, self.needs, self.known = items, values, tag, needs, known
        self._fields, self._variants = fields, variants
        self.free = all(each is None for each in (items, values, fields, variants))

    @property
    def expected(self) -> str:
        """The kinds in words."""
        return " or ".join(sorted(self.kinds)) if len(self.kinds) < len(KINDS) else "anything"

    def takes(self, value: Any) -> bool:
        """Whether a value is of one of the kinds, whatever is in it."""
        kind = kind_of_json(value)
        if kind in self.kinds or (kind == "integer" and "number" in self.kinds):
            return True
        return kind == "number" and "integer" in self.kinds and value.is_integer()

    def lacks(self, value: dict[str, Any], bare: bool = False) -> str:
        """The field without which an object is no answer: the items of a page; any that must come where none at all came.

        Args:
            value: The object.
            bare: It came without the envelope that it comes in.
        """
        if self.needs and self.needs not in value:
            return self.needs
        if not (self.known or bare):
            return ""
        several = [self._fields()] if self._fields else [*(self._variants() if self._variants else {}).values()]
        foreign = [each for each in several if each.required and value.keys().isdisjoint(each.shapes)]
        return foreign[0].required[0] if foreign and len(foreign) == len(several) else ""

    def agrees(self, value: Any) -> bool:
        """Whether a value is known to differ in nothing, which `differences` takes five times as long to say."""
        if not self.takes(value):
            return False
        if self.free:
            return True
        if type(value) is list:
            return self.items is None or all(map(self.items.agrees, sample(value)))
        if type(value) is not dict:
            return True
        if self._fields is not None:
            return self._fields().agrees(value)
        return self._variants is None and self.values is None

    def inside(self, value: Any, place: str) -> Iterator[Difference]:
        """The differences in an object or a list."""
        if type(value) is list:
            if self.items is not None:
                for each in sample(value):
                    yield from differences(self.items, each, f"{place}[]")
        elif type(value) is dict:
            if self._fields is not None:
                yield from self._fields().compare(value, place)
            elif self._variants is not None:
                yield from self._nearest(self._variants(), value, place)
            elif self.values is not None:
                for each in sample(list(value.values())):
                    yield from differences(self.values, each, f"{place}{{}}")

    def _nearest(self, variants: Mapping[Any, Fields], value: dict[str, Any], place: str) -> list[Difference]:
        """The differences from the variant that is meant. A value of the tag that the contract does not know is none."""
        if self.tag:
            known = value.get(self.tag)
            meant = variants.get(known) if isinstance(known, str | int) else None
            return [] if meant is None else list(meant.compare(value, place))
        found = [list(each.compare(value, place)) for each in variants.values()]
        return min(found, key=lambda each: (sum(one.found == _MISSING for one in each), len(each)), default=[])


class Fields:
    """What a contract says of the fields of an object. Fields that it does not know differ from nothing.

    Args:
        shapes: By the names of the wire; a text stands for `Shape(text)`.
        required: The names of those that must come.
        aliases: Other names under which a field may come.

    Attributes:
        shapes: By all names.
        required: The names of those that must come.
    """

    __slots__ = ("_aliases", "_deep", "_right", "required", "shapes")

    def __init__(
        self,
        shapes: Mapping[str, Shape | str],
        required: Sequence[str] = (),
        aliases: Mapping[str, Sequence[str]] = {},
    ) -> None:
        self.shapes: dict[str, Shape | str] = dict(shapes)
        self.required, self._aliases = tuple(required), aliases
        for name, others in aliases.items():
            self.shapes.update((each, self.shapes[name]) for each in others if each not in self.shapes)
        self._deep: tuple[tuple[str, Shape], ...] | None = None
        self._right: set[tuple[tuple[str, ...], tuple[type, ...]]] = set()

    def shape(self, name: str) -> Shape:
        """What the contract says of a field."""
        found = self.shapes[name]
        if isinstance(found, str):
            found = self.shapes[name] = _plain(found)
        return found

    def compare(self, data: dict[str, Any], place: str) -> Iterator[Difference]:
        """How an object differs. Only a combination of fields and types that is new is looked at field by field."""
        form = tuple(data), tuple(map(type, data.values()))
        if form not in self._right:
            found = list(self._flat(data, place))
            yield from found
            if not found and float not in form[1] and len(self._right) < _FORMS:
                self._right.add(form)
        for name, shape in self._nested():
            if name in data:
                yield from shape.inside(data[name], _under(place, name))

    def agrees(self, data: dict[str, Any]) -> bool:
        """Whether an object is known to differ in nothing: others with its fields and types were looked at before."""
        if (tuple(data), tuple(map(type, data.values()))) not in self._right:
            return False
        return all(shape.agrees(data[name]) for name, shape in self._nested() if name in data)

    def _nested(self) -> tuple[tuple[str, Shape], ...]:
        """The fields in which there is more to compare."""
        if self._deep is None:
            shapes = {name: self.shape(name) for name in self.shapes}
            self._deep = tuple((name, shape) for name, shape in shapes.items() if not shape.free)
        return self._deep

    def _flat(self, data: dict[str, Any], place: str) -> Iterator[Difference]:
        for name in self.shapes:
            if name in data and not self.shape(name).takes(data[name]):
                yield Difference(_under(place, name), kind_of_json(data[name]), self.shape(name).expected)
        for name in self.required:
            if name not in data and not any(each in data for each in self._aliases.get(name, ())):
                yield Difference(_under(place, name), _MISSING, self.shape(name).expected)


def differences(shape: Shape, value: Any, place: str = "") -> Iterator[Difference]:
    """How a value of JSON differs from what a contract says of it; of long lists a part is compared.

    Args:
        shape: What the contract says.
        value: Decoded JSON.
        place: Where it stands in the answer; empty for the answer itself.
    """
    if shape.takes(value):
        yield from shape.inside(value, place)
    else:
        yield Difference(place or "the answer", kind_of_json(value), shape.expected)


def sample(values: list[Any]) -> list[Any]:
    """The first of a list, and every hundredth."""
    return values if len(values) <= FIRST else values[:FIRST] + values[EVERY - 1 :: EVERY]


_noted: ContextVar[list[Difference] | None] = ContextVar("differences", default=None)


class noting:
    """Keep the differences of what is read inside the block, by this thread or task: a list, with each place once."""

    __slots__ = ("_token",)
    _token: Token[list[Difference] | None]

    def __enter__(self) -> list[Difference]:
        found: list[Difference] = []
        self._token = _noted.set(found)
        return found

    def __exit__(self, *given: object) -> None:
        _noted.reset(self._token)


def compare(shape: Shape, value: Any) -> None:
    """Compare what was read with its contract, where somebody asks for the differences."""
    noted = _noted.get()
    if noted is not None and not shape.agrees(value):
        noted.extend(each for each in dict.fromkeys(differences(shape, value)) if each not in noted)


_DESCRIBED: dict[Any, Fields] = {}


def describe(kind: Any, fields: Fields) -> None:
    """Say what a contract says of the objects of a `TypedDict`."""
    _DESCRIBED[kind] = fields


def contract_of(kind: Any) -> Fields:
    """What a contract says of the objects of a model, or of a `TypedDict` that was described."""
    found: Fields = kind.CONTRACT if hasattr(kind, "CONTRACT") else _DESCRIBED[kind]
    return found


_PLAIN: dict[str, Shape] = {}


def _plain(kinds: str) -> Shape:
    """The shape of what has nothing inside: the same one for all fields of these kinds."""
    return _PLAIN.setdefault(kinds, Shape(kinds))


def _under(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
