"""The fields of xR2's models, as its documented package has them: types and defaults, and how what is given by hand is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin

from ..errors import ArgumentError
from ..http.plain import float_of
from ..model import timestamp

REQUIRED: Any = type("Required", (), {"__repr__": lambda self: "REQUIRED"})()
YES = frozenset({True, "1", "true", "t", "yes", "y", "on"})
NO = frozenset({False, "0", "false", "f", "no", "n", "off"})
SECONDS = re.compile(r"[+-]?\d+(\.\d*)?", re.ASCII)  # since 1970, or milliseconds where there are many


class ValidationError(ArgumentError):
    """What a model is to be made of does not fit its fields.

    The documented package raises pydantic's error of this name. As that one it is a `ValueError`, and lists what is wrong.

    Args:
        title: The name of the model.
        found: Each place with what is wrong there: `type`, `loc`, `msg` and `input`.
    """

    def __init__(self, title: str, found: Iterable[Mapping[str, Any]] = ()) -> None:
        self.title = title
        self._found = [dict(each) for each in found]
        details = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in self._found)
        super().__init__(f"{title} can't be made of this: {details}.")

    def errors(
        self, *, include_url: bool = True, include_context: bool = True, include_input: bool = True
    ) -> list[dict[str, Any]]:
        """Each place with what is wrong there.

        Args:
            include_url: Means nothing here: there are no pages on them.
            include_context: Means nothing here.
            include_input: Whether to say what was given.
        """
        return [
            {name: value for name, value in each.items() if include_input or name != "input"} for each in self._found
        ]

    def json(self, *, indent: int | None = None, **options: Any) -> str:
        """Each place with what is wrong there, as a JSON text.

        Args:
            indent: Spaces of each level; None for a text without blanks.
            options: Those of `errors`.
        """
        separators = (",", ":") if indent is None else None
        return json.dumps(self.errors(**options), indent=indent, separators=separators, default=str)

    def error_count(self) -> int:
        """How many places are wrong."""
        return len(self._found)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.title, self._found), vars(self)


class FieldInfo(NamedTuple):
    """What a model says of one of its fields.

    Attributes:
        annotation: Its type.
        default: What it is where it is not given; `REQUIRED` where it must be, or where `default_factory` makes it.
        default_factory: Makes what it is where it is not given.
        alias: Its name on the wire, where that is another.
    """

    annotation: Any
    default: Any = REQUIRED
    default_factory: Callable[[], Any] | None = None
    alias: str | None = None

    def is_required(self) -> bool:
        """Whether it must be given."""
        return self.default is REQUIRED and self.default_factory is None

    def get_default(self, *, call_default_factory: bool = False) -> Any:
        """What it is where it is not given; None where it must be, or where nobody is to call what makes it."""
        if self.default_factory is not None:
            return self.default_factory() if call_default_factory else None
        return None if self.default is REQUIRED else self.default


def validated(title: str, fields: Mapping[str, FieldInfo], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a model's fields, from what is given by their names or by their names on the wire. The rest is passed over.

    Args:
        title: The name of the model.
        fields: Its fields.
        given: The values.

    Raises:
        ValidationError: A field is missing, or is of another type.
    """
    found: dict[str, Any] = {}
    wrong: list[dict[str, Any]] = []
    for name, field in fields.items():
        place = next((each for each in (field.alias, name) if each is not None and each in given), None)
        if place is None:
            if field.is_required():
                wrong.append({"type": "missing", "loc": (name,), "msg": "Field required", "input": dict(given)})
            continue
        try:
            found[name] = read(field.annotation, given[place])
        except ValueError as error:
            said, *inside = error.args
            kind, _, message = said.partition(": ")
            wrong.append({"type": kind, "loc": (place, *inside), "msg": message, "input": given[place]})
    if wrong:
        raise ValidationError(title, wrong)
    return found


def read(annotation: Any, value: Any) -> Any:
    """A value as a field of this type has it: `"3"` is a number where one belongs, and a text in ISO 8601 a moment.

    Raises:
        ValueError: It is of another type; its arguments are `kind: what is wanted`, and the place within, where there is one.
    """
    kinds = [each for each in get_args(annotation) if each is not NoneType] if NoneType in get_args(annotation) else []
    if kinds and value is None:
        return None
    kind = kinds[0] if kinds else annotation
    return _READERS[get_origin(kind) or kind](value)


def _how(value: Any) -> str:
    """Whether it is a text that says nothing of the kind, or nothing that could."""
    return "parsing" if isinstance(value, str) else "type"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("string_type: Input should be a valid string")
    return value


def _integer(value: Any) -> int:
    if isinstance(value, int):
        return int(value)
    try:
        number = float(value) if isinstance(value, str) else float_of(value)
        if number is not None and number.is_integer():
            return int(value) if isinstance(value, str) and value.strip().lstrip("+-").isdecimal() else int(number)
    except Exception:  # whatever an object of the application's raises when it is asked for its number: it is none
        pass
    kind = {str: "int_parsing", float: "int_from_float"}.get(type(value), "int_type")
    raise ValueError(f"{kind}: Input should be a valid integer")


def _number(value: Any) -> float:
    try:
        number = float(value) if isinstance(value, str | int) else float_of(value)
        if number is not None:
            return number
    except Exception:  # as above
        pass
    raise ValueError(f"float_{_how(value)}: Input should be a valid number")


def _truth(value: Any) -> bool:
    known = value.lower() if isinstance(value, str) else value
    if isinstance(known, str | int | float) and known in YES | NO:
        return known in YES
    raise ValueError(f"bool_{'parsing' if isinstance(value, int) else _how(value)}: Input should be a valid boolean")


def _moment(value: Any) -> datetime:
    if isinstance(value, bool):
        raise ValueError("datetime_type: Input should be a valid datetime")
    if isinstance(value, str) and SECONDS.fullmatch(value):
        value = float(value)
    if isinstance(value, int | float):
        try:
            return datetime.fromtimestamp(value / 1000 if abs(value) > 2e10 else value, UTC)
        except (ValueError, OverflowError, OSError):
            raise ValueError("datetime_parsing: Input should be a valid datetime") from None
    if type(value) is date:
        return datetime(value.year, value.month, value.day)
    found = timestamp(value)
    if not isinstance(found, datetime):
        kind = "datetime_from_date_parsing" if isinstance(value, str) else "datetime_type"
        raise ValueError(f"{kind}: Input should be a valid datetime")
    return found


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping) or not all(isinstance(each, str) for each in value):
        raise ValueError("dict_type: Input should be a valid dictionary")
    return dict(value)


def _objects(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        raise ValueError("list_type: Input should be a valid list")
    found = []
    for at, each in enumerate(value):
        try:
            found.append(_object(each))
        except ValueError as error:
            raise ValueError(*error.args, at) from None
    return found


_READERS: Mapping[Any, Callable[[Any], Any]] = {
    str: _text, int: _integer, float: _number, bool: _truth, datetime: _moment, dict: _object, list: _objects,
}  # fmt: skip
