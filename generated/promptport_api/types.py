# Made by `nox -s generate` from openapi/templates/types.py.jinja: change the contract or a template, never this file.
"""What the generated modules of every platform share: requests as data, answers as read-only objects. No I/O."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from copy import copy
from datetime import datetime
from functools import partial
from operator import itemgetter
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Protocol, Self, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Convert = Callable[[Any], Any]
NOTHING: Mapping[
    str, Any
] = {}  # shared by all objects that hold nothing unknown; a read-only view of it could not be pickled
DEEPEST = 200  # how deep the JSON of an answer may be nested
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")
_SHAPES = 256  # combinations of types that a model remembers as good, at most
_OFTEN, _PLANS = 50, 8  # objects of one form after which there is a quick way for it; such forms of a model, at most


class Unreadable(ValueError):
    """An answer is not what the contract says.

    Args:
        expected: What the contract asks for, such as "an object".
        found: What was there: the name of a JSON kind, or a short text.
        where: Wire names from the answer's root to the place; empty for the root.
    """

    def __init__(self, expected: str, found: str, where: tuple[str, ...] = ()) -> None:
        super().__init__(expected, found, where)
        self.expected, self.found, self.where = expected, found, where

    def __str__(self) -> str:
        return f"{'.'.join(self.where) or 'the answer'}: expected {self.expected}, found {self.found}"

    def under(self, name: str) -> Unreadable:
        """The same, seen from the object that holds the field `name`."""
        return Unreadable(self.expected, self.found, (name, *self.where))


class Parameter(NamedTuple):
    """One argument of an operation, and where it goes.

    Attributes:
        name: The name of the argument in Python.
        wire: Its name on the wire.
        place: `path`, `query`, `header` or `body` (a field of the JSON body); `whole` is the body itself, `fields` a
            mapping whose items are the body.
        kind: `string`, `integer`, `number`, `boolean`, `array`, `object`, `bytes`, or `any`.
        required: Whether the operation can be called without it.
        nullable: Whether the platform accepts null. An optional argument that is None is left out all the same.
        default: What is sent where the argument is None; None sends nothing.
    """

    name: str
    wire: str
    place: str
    kind: str
    required: bool = False
    nullable: bool = False
    default: Any = None


class Operation(NamedTuple):
    """What a contract says of one operation, as far as sending it goes.

    Attributes:
        id: The operation's id in the contract.
        method: The HTTP verb.
        path: The path from the host's root; parameters stand in braces under their Python names.
        server: Scheme and host that the contract names for this operation.
        security: Names of the security schemes that it accepts; empty where it takes no credentials.
        repeatable: Whether it may be sent twice (`x-repeatable`).
        accept: The media type of the answer.
        content: The media type of the body; empty where there is none.
        parameters: The arguments, in the order of the signature.
        ends: Names of the events that end the stream of a streaming operation.
    """

    id: str
    method: str
    path: str
    server: str
    security: tuple[str, ...] = ()
    repeatable: bool = False
    accept: str = "application/json"
    content: str = ""
    parameters: tuple[Parameter, ...] = ()
    ends: frozenset[str] = frozenset()


class Request(NamedTuple):
    """An operation and the arguments of one call, by their Python names. Nothing is checked or encoded yet."""

    operation: Operation
    arguments: Mapping[str, Any]


Parse = Callable[[bytes], T]
ParseEvent = Callable[[str, str], T | None]


class Stream(Protocol[T_co]):
    """The events of an answer as they arrive. A `with` block, or `close`, ends the connection early."""

    def __iter__(self) -> Iterator[T_co]: ...
    def __next__(self) -> T_co: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class AsyncStream(Protocol[T_co]):
    """The asyncio twin of `Stream`, with `aclose` and `async with`."""

    def __aiter__(self) -> AsyncIterator[T_co]: ...
    async def __anext__(self) -> T_co: ...
    async def aclose(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class AsDict(Protocol):
    """Whatever has a `to_dict` that answers what is sent in its place."""

    def to_dict(self) -> dict[str, Any]: ...


class Sender(Protocol):
    """What a resource needs to send a request: the road to the wire."""

    def send(self, request: Request, parse: Parse[T]) -> T: ...
    def stream(self, request: Request, parse: ParseEvent[T]) -> Stream[T]: ...


class AsyncSender(Protocol):
    """The asyncio twin of `Sender`."""

    async def send(self, request: Request, parse: Parse[T]) -> T: ...
    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncStream[T]: ...


class Response(Generic[T_co]):
    """The outcome of a call as a value, for platforms whose documented client does not raise.

    Not an attrs class: a client needs this one at once, attrs (12 ms to import) only when a model is read.

    Attributes:
        data: The answer; None where the call failed.
        error: What went wrong, as a text; None where nothing did.
        status_code: The HTTP status; 0 where there was no answer, or none that could be read.
        exception: The exception that `unwrap` raises; None where nothing went wrong.
    """

    __slots__ = ("data", "error", "exception", "status_code")

    def __init__(
        self,
        data: T_co | None = None,
        error: str | None = None,
        status_code: int = 200,
        exception: Exception | None = None,
    ) -> None:
        self.data, self.error = data, error
        self.status_code, self.exception = status_code, exception

    @property
    def ok(self) -> bool:
        """Whether the call succeeded."""
        return self.error is None

    def __bool__(self) -> bool:
        return self.error is None

    def unwrap(self) -> T_co:
        """The answer, for those who prefer exceptions.

        Raises:
            Exception: The error of the call, of the platform's own classes.
        """
        if self.exception is not None:
            raise self.exception
        if self.error is not None:
            raise RuntimeError(self.error)
        return self.data  # type: ignore[return-value] # a success of an operation without an answer holds None

    def to_dict(self) -> dict[str, Any]:
        """`{"ok": True, "data": ...}`, or `{"ok": False, "error": ..., "status_code": ...}`."""
        if self.error is not None:
            return {"ok": False, "error": self.error, "status_code": self.status_code}
        return {"ok": True, "data": plain(self.data)}

    def __repr__(self) -> str:
        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False, default=str)


class ResultSender(Protocol):
    """A `Sender` for a platform whose outcomes are values."""

    def send(self, request: Request, parse: Parse[T]) -> Response[T]: ...
    def stream(self, request: Request, parse: ParseEvent[T]) -> Stream[T]: ...


class AsyncResultSender(Protocol):
    """The asyncio twin of `ResultSender`."""

    async def send(self, request: Request, parse: Parse[T]) -> Response[T]: ...
    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncStream[T]: ...


class Field(NamedTuple):
    """One field of a model: wire name, attribute, slot, whether it must come, its kind, how it is read, what is read
    where it did not come, the other wire names under which it may come, and whether null stays null beside `absent`."""

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
    """The quick way for objects of a model that have these fields in this order: what makes one, which values are converted
    (place, wire name, how), and the combinations of types that were found good."""

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
        """Args:
        extends: The subclass takes its parent's place in answers, which is how the wrapper adds methods.
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
        made = make(*(parts or values), more)
        return made

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
            if value is not None and field.kind != "any" and field.kind != _KINDS.get(type(value), "scalar"):
                raise Unreadable(_NAMES[field.kind], kind_of(value), (field.wire,))

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


_KINDS: Mapping[type, str] = {dict: "object", list: "array"}
_NAMES: Mapping[str, str] = {"object": "an object", "array": "a list", "scalar": "a plain value"}


def kind_of(value: Any) -> str:
    """What a decoded JSON value is, in words."""
    if value is None:
        return "null"
    # Never the value itself: it may be a secret, and what is cut off can't be recognised as one any more.
    return _NAMES.get(_KINDS.get(type(value), "")) or f"a {type(value).__name__}"


def snake(name: str) -> str:
    """`targetModel` as `target_model`."""
    return "".join(f"_{c.lower()}" if c.isupper() and at else c.lower() for at, c in enumerate(name)).replace("-", "_")


def plain(value: Any) -> Any:
    """A value of an answer as JSON has it: models as dicts, however deep."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(each) for each in value]
    return {name: plain(each) for name, each in value.items()} if isinstance(value, dict) else value


def load(content: bytes, *unwrap: str) -> Any:
    """Decode JSON.

    Args:
        content: The body of an answer.
        unwrap: The names of envelopes' fields, from the outside in; where one is there, its value is the answer.

    Raises:
        Unreadable: The body is not JSON, or nested so deeply that Python could not copy, write or show what it holds.
    """
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        raise Unreadable("JSON", "an empty body" if not content.strip() else "something else") from None
    if _too_deep(content, value):
        raise Unreadable("JSON", f"JSON that is nested more than {DEEPEST} deep")
    for name in unwrap:
        value = value[name] if isinstance(value, dict) and name in value else value
    return value


def _too_deep(content: bytes, value: Any) -> bool:
    """Whether JSON is nested more than `DEEPEST` deep.

    All answers are asked, so that good ones are told at the speed of `bytes.replace`: a pair of brackets without others between
    them goes, and so on, until none is left. Only where some stay, as they may stand in a text, is the value itself gone through.
    """
    brackets = content.translate(None, _NO_BRACKETS)
    for _ in range(DEEPEST // 2):  # a round takes two levels at the most
        fewer = brackets.replace(b"{}", b"").replace(b"[]", b"")
        if not fewer:
            return False
        if len(fewer) == len(brackets):
            break
        brackets = fewer
    level = [value]
    for _ in range(DEEPEST + 1):
        inside = (each.values() if type(each) is dict else each for each in level if type(each) in (dict, list))
        level = [each for several in inside for each in several]
        if not level:
            return False
    return True


class Loose(dict[str, Any]):
    """An object whose fields the contract leaves open. One name, where the object has no such field, answers the object."""

    itself: str

    def __missing__(self, name: str) -> Any:
        if name == self.itself:
            return self
        raise KeyError(name)


def loose(itself: str) -> Convert:
    """A reader for an object whose fields the contract leaves open, and which answers itself under one name."""

    def read(value: Any) -> Loose:
        made = Loose(expect("object")(value) or {})
        made.itself = itself
        return made

    return read


def array(convert: Convert, alone: bool = False) -> Convert:
    """A reader for a list whose items `convert` reads. Null stands for the empty list where the list is the answer.

    With `alone`, an object stands for the list that holds it.
    """

    def read(value: Any) -> list[Any]:
        if value is None:
            return []
        if alone and type(value) is dict:
            value = [value]
        if type(value) is not list:
            raise Unreadable("a list", kind_of(value))
        if convert is _scalar and _SCALARS.issuperset(map(type, value)):
            return value  # it is ours alone: it came out of the JSON
        try:
            return [each if each is None else convert(each) for each in value]
        except Unreadable as wrong:
            at = next(at for at, each in enumerate(value) if each is not None and _refuses(convert, each))
            raise wrong.under(str(at)) from None

    return read


def optional(convert: Convert) -> Convert:
    """A reader that passes null, and leaves the rest to `convert`."""
    return lambda value: None if value is None else convert(value)


def mapping(convert: Convert) -> Convert:
    """A reader for an object whose values `convert` reads."""

    def read(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise Unreadable("an object", kind_of(value))
        read_value = {}
        for name, each in value.items():
            try:
                read_value[name] = each if each is None else convert(each)
            except Unreadable as wrong:
                raise wrong.under(name) from None
        return read_value

    return read


def tagged(tag: str, variants: Callable[[], Mapping[str, Convert]]) -> Convert:
    """A reader for an object of several kinds. One whose kind the contract does not know stays a plain dict.

    Args:
        tag: The wire name of the field that tells the kind.
        variants: Answers the readers by the tag's value; called at first use, since models load late.
    """

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return value
        known = value.get(tag)
        convert = variants().get(known) if isinstance(known, str) else None
        return value if convert is None else convert(value)

    return read


def by_kind(readers: Mapping[str, Convert | None]) -> Convert:
    """A reader for a value of one of several kinds of JSON, each of which is read in its own way.

    Args:
        readers: By `object`, `array` and `scalar`, for the kinds that may come; None takes a value as it is.
    """
    wanted = " or ".join(_NAMES[kind] for kind in readers)

    def read(value: Any) -> Any:
        kind = "object" if isinstance(value, Model) else _KINDS.get(type(value), "scalar")
        if kind not in readers:
            raise Unreadable(wanted, kind_of(value))
        convert = readers[kind]
        return value if convert is None else convert(value)

    return read


def expect(kind: str) -> Convert:
    """A reader that passes a value of one kind (`object`, `array`, `scalar`) and refuses the others."""
    return _scalar if kind == "scalar" else partial(_expected, kind)


def _expected(kind: str, value: Any) -> Any:
    if value is not None and _KINDS.get(type(value), "scalar") != kind:
        raise Unreadable(_NAMES[kind], kind_of(value))
    return value


_SCALARS = frozenset({str, int, float, bool, type(None)})
_scalar = partial(_expected, "scalar")


def timestamp(value: Any) -> Any:
    """A date and time from the wire as `datetime`; None where it did not come, or is none. `to_dict` has it as it came."""
    if value is None or isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        # The standard library refuses forms that RFC 3339 and HTTP allow; the import costs 30 ms, hence here.
        from dateutil.parser import parse

        try:
            # Of a text that is too short for a whole date it would make up the rest.
            return parse(value) if isinstance(value, str) and sum(map(str.isdigit, value)) >= 8 else None
        except (ValueError, OverflowError):
            return None


def _refuses(convert: Convert, value: Any) -> bool:
    try:
        convert(value)
    except Unreadable:
        return True
    return False
