"""Whether values fit a template, and what is wrong where they don't."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum
from numbers import Integral, Real
from typing import Any, NamedTuple
from uuid import UUID

from ..errors import ArgumentError, Error
from ..spelling import closest_of
from .enumerations import is_one_of, none_of


class RenderError(Error, ValueError):
    """Values and template don't fit. Everything that is wrong is in it at once.

    Attributes:
        missing: Names that the template needs and no value has.
        unknown: Names of values that the template does not have, each with the closest name it has, or None.
        wrong: Names of values of a wrong type, or of none of the values that there are, each with what is wrong.
        unresolved: Placeholders whose names are not declared.
        unfilled: Places for messages that were given none.
        fixed: Placeholders where no values are put in, such as in a name or the arguments of a call.
    """

    def __init__(
        self,
        message: str = "",
        missing: Sequence[str] = (),
        unknown: Mapping[str, str | None] | None = None,
        wrong: Mapping[str, str] | None = None,
        unresolved: Sequence[str] = (),
        unfilled: Sequence[str] = (),
        fixed: Sequence[str] = (),
    ) -> None:
        self.fixed = tuple(fixed)
        self.missing, self.unresolved, self.unfilled = tuple(missing), tuple(unresolved), tuple(unfilled)
        self.unknown, self.wrong = dict(unknown or {}), dict(wrong or {})
        parts = [
            f"missing: {', '.join(self.missing)}" if missing else "",
            f"unknown: {', '.join(_guess(*each) for each in self.unknown.items())}" if unknown else "",
            f"of a wrong type: {', '.join(f'{name} ({what})' for name, what in self.wrong.items())}" if wrong else "",
            f"not declared: {', '.join(self.unresolved)}" if unresolved else "",
            f"where no values are put in: {', '.join(self.fixed)}" if fixed else "",
            f"places without messages: {', '.join(self.unfilled)} (give them by `options(history=...)`)"
            if unfilled
            else "",
        ]
        super().__init__(message or f"The values don't fit the template; {'; '.join(part for part in parts if part)}.")

    def with_places(self, unfilled: Sequence[str], placeless: Mapping[str, str | None]) -> RenderError:
        """The same error, which also tells of places without messages, and of messages without a place."""
        if not unfilled and not placeless:
            return self
        return RenderError(
            "", self.missing, {**self.unknown, **placeless}, self.wrong, self.unresolved, unfilled, self.fixed
        )


def _guess(name: str, close: str | None) -> str:
    return f"{name} (did you mean {close}?)" if close else name


class Strictness(NamedTuple):
    """What is an error when values are put in.

    Attributes:
        missing: Variables and places without a value. Else their placeholders stay, and the places are left out.
        extra: Values without a variable. Else they are ignored.
        types: Values of a wrong type, or of none of those that there are. Else they are written as `str` has them.
    """

    missing: bool = True
    extra: bool = True
    types: bool = True


STRICT, LENIENT = Strictness(), Strictness(False, False, False)


def named(values: object, names: Sequence[str], prompt: str) -> Mapping[str, object]:
    """The values by their names.

    Args:
        values: What was given in their place.
        names: The names of the variables.
        prompt: The prompt's name, for the error.

    Raises:
        ArgumentError: They have no names; it shows how to write them.
    """
    if isinstance(values, Mapping) and all(isinstance(each, str) for each in values):
        return values
    shown = ", ".join(
        f"{each}=..." if each.isidentifier() else f'**{{"{each}": ...}}' for each in names[:3] or ("name",)
    )
    raise ArgumentError(f"{prompt}: values are given by their names: render({shown}), or in one mapping.")


def plain(value: object) -> str:
    """A value as text: truth values as `true` and `false`, everything else as `str` has it.

    Raises:
        RenderError: It is nested too deeply for that.
    """
    try:
        return str(value).lower() if isinstance(value, bool) else str(value)
    except RecursionError:
        raise RenderError("A value is nested too deeply to be written as text.") from None
    except ValueError:
        raise RenderError("A number has more digits than Python writes.") from None


def written(value: object) -> str:
    """A value as `Client` writes it, on every platform.

    A member of an Enum is written as its value, a date or time in ISO 8601, a list or an object as JSON (`["a", "b"]`, other
    letters than ASCII as they are), a truth value as `true` or `false`, and whatever else as `str` has it.

    Raises:
        RenderError: It is nested too deeply, or holds what JSON has no word for.
    """
    if isinstance(value, Enum):
        return written(value.value)
    if isinstance(value, date | time):
        return value.isoformat()
    value = _native(value)
    if not isinstance(value, list | tuple | Mapping):
        return plain(value)
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_inside)
    except RecursionError:
        raise RenderError("A value is nested too deeply to be written as text.") from None
    except (TypeError, ValueError) as error:
        raise RenderError(f"A value can't be written as JSON: {error}.") from None


def _inside(value: object) -> object:
    """What stands in JSON for a value that it does not know."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date | time | Decimal | UUID):
        return written(value)
    if isinstance(value, Real):
        return int(value) if isinstance(value, Integral) else float(value)
    if (native := _native(value)) is not value:
        return native
    raise TypeError(f"there is no word for {type(value).__name__}")


_MOMENTS = (date, time, UUID)
_NUMBERS = (int, float, Decimal, Real)  # the last one is what numpy's numbers are
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str, *_MOMENTS),
    "number": _NUMBERS,
    "integer": (int, Integral),
    "boolean": (bool,),
    "array": (list, tuple),
    "object": (Mapping,),
}


class Taken(NamedTuple):
    """What a name takes that has no declared type.

    Attributes:
        types: The types of its values.
        words: What these are, for errors.
    """

    types: tuple[type, ...]
    words: str


PLAIN = Taken((str, int, float), "a text, number or truth value")
ANY = Taken((str, *_NUMBERS, *_MOMENTS, list, tuple, Mapping), "a text, number, truth value, date, list or object")


def check(
    values: Mapping[str, object],
    names: Iterable[str],
    *,
    optional: Iterable[str] = (),
    types: Mapping[str, str] | None = None,
    enums: Mapping[str, Sequence[Any]] | None = None,
    unresolved: Sequence[str] = (),
    given: Iterable[str] | None = None,
    strictness: Strictness = STRICT,
    undeclared: Taken = PLAIN,
    roots: Collection[str] = (),
    fixed: Sequence[str] = (),
) -> RenderError | None:
    """Compare values with what templates need, for rendering that lets nothing pass in silence.

    Args:
        values: What the caller gave, and defaults.
        names: The names that need a value.
        optional: Names that may have one.
        types: The declared types: `string`, `number`, `integer`, `boolean`, `array`, `object`; others are not checked.
        enums: The values that there are, for those names that can't have any of their type.
        unresolved: Placeholders whose names are not declared.
        given: The names of what the caller gave; None where there are no defaults among the values.
        strictness: What of it is an error.
        undeclared: What a name without a type takes.
        roots: The names of objects in which names with dots are looked for.
        fixed: Placeholders where no values are put in.

    Returns:
        One error with everything that is wrong; None where nothing is.
    """
    names, types, enums = list(names), types or {}, enums or {}
    accepted = {*names, *optional}
    missing = [name for name in names if name not in values] if strictness.missing else []
    extra = [str(name) for name in values if name not in accepted and name not in roots] if strictness.extra else []
    unknown = closest_of(extra, {*accepted, *roots} - set(values if given is None else given))
    wrong: dict[str, str] = {}
    for name in (accepted | set(roots)) & values.keys() if strictness.types else ():
        value, declared = values[name], types.get(name) if name in accepted else "object"
        value = value.value if isinstance(value, Enum) else _native(value)
        allowed = undeclared.types if declared is None else TYPES.get(declared, (object,))
        if not isinstance(value, allowed) or (isinstance(value, bool) and declared in ("number", "integer")):
            wrong[name] = f"{type(value).__name__}, not {declared or undeclared.words}{_remedy(value)}"
        elif name in enums and not is_one_of(value, enums[name]):
            wrong[name] = none_of(value, enums[name])
    unresolved, fixed = (unresolved, fixed) if strictness.missing else ((), ())
    if not (missing or unknown or wrong or unresolved or fixed):
        return None
    return RenderError("", missing, unknown, wrong, unresolved, fixed=fixed)


def _native(value: object) -> object:
    """A truth value of numpy's, which is registered as none, as Python's own."""
    kind = type(value)
    return bool(value) if kind.__module__ == "numpy" and kind.__name__ in ("bool", "bool_") else value


def _remedy(value: object) -> str:
    """What to write for a value that is not there yet."""
    if hasattr(type(value), "__await__"):
        return ": await it"
    return ": call it" if callable(value) else ""
