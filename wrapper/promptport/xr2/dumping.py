"""A model's fields as plain values: which of them, under which names, and how they are written as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Any, NamedTuple

from ..errors import ArgumentError

ALL = "__all__"
STANDARD = frozenset({"uuid", "decimal", "pathlib", "pathlib._local", "ipaddress"})  # whose values are written as texts


class Dump(NamedTuple):
    """How a model is written.

    Attributes:
        mode: `json` for what JSON has, `python` for values as they are.
        by_alias: Whether fields go by their names on the wire.
        exclude_unset: Whether to leave out what was not given.
        exclude_defaults: Whether to leave out what is as it would be if it had not been given.
        exclude_none: Whether to leave out what is None.
        fallback: Makes something of a value that JSON can't express.
    """

    mode: str = "python"
    by_alias: bool = False
    exclude_unset: bool = False
    exclude_defaults: bool = False
    exclude_none: bool = False
    fallback: Callable[[Any], Any] | None = None

    def fields(self, model: Any, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """The fields of a model.

        Args:
            model: The model.
            include: The names of what is written, or a mapping of them to what is written of each; None for all.
            exclude: The names of what is left out, or a mapping of them to what is left out of each.

        Raises:
            ArgumentError: JSON can't express a value.
        """
        found = {}
        for name, about in type(model).model_fields.items():
            value = value_of(model, name)
            unset = self.exclude_unset and name not in model.model_fields_set
            usual = self.exclude_defaults and not about.is_required()
            usual = usual and value == about.get_default(call_default_factory=True)
            if unset or usual or (self.exclude_none and value is None) or not _is_in(name, include, exclude):
                continue
            key = about.alias if self.by_alias and about.alias else name
            found[key] = self._value(value, _below(name, include), _below(name, exclude))
        return found

    def _value(self, value: Any, include: Any = None, exclude: Any = None) -> Any:
        if hasattr(type(value), "model_fields") and hasattr(value, "model_dump"):
            return self._model(value, include, exclude)
        if isinstance(value, dict):
            kept = (each for each in value.items() if _is_in(each[0], include, exclude))
            return {
                self._key(name): self._value(each, _below(name, include), _below(name, exclude)) for name, each in kept
            }
        if isinstance(value, list | tuple | set | frozenset):
            include, exclude = _from_the_beginning(include, len(value)), _from_the_beginning(exclude, len(value))
            made = [
                self._value(each, _below(at, include), _below(at, exclude))
                for at, each in enumerate(value)
                if _is_in(at, include, exclude)
            ]
            return made if self.mode == "json" or isinstance(value, list) else type(value)(made)
        return self._scalar(value) if self.mode == "json" else value

    def _model(self, value: Any, include: Any, exclude: Any) -> Any:
        more = {"exclude_unset": self.exclude_unset, "exclude_none": self.exclude_none, "by_alias": self.by_alias}
        return value.model_dump(
            mode=self.mode, include=include, exclude=exclude, exclude_defaults=self.exclude_defaults, **more
        )

    def _key(self, name: Any) -> Any:
        return name if self.mode != "json" or isinstance(name, str) else str(self._scalar(name))

    def _scalar(self, value: Any) -> Any:
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, Enum):
            return self._value(value.value)
        if isinstance(value, str | int | float):
            return value
        if isinstance(value, datetime | date | time):
            text = value.isoformat()
            return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
        if type(value).__module__ in STANDARD:
            return str(value)
        if isinstance(value, bytes | bytearray):
            try:
                return bytes(value).decode()
            except UnicodeDecodeError:
                raise ArgumentError("JSON has nothing for bytes that are no text in UTF-8.") from None
        if self.fallback is not None:
            return self._value(self.fallback(value))
        raise ArgumentError(f"JSON has nothing for a value of the type {type(value).__name__}: give `fallback`.")


def value_of(model: Any, name: str) -> Any:
    """A field of a model; of a moment that can't be understood, what came."""
    value = getattr(model, name)
    if value is None:
        value = next(getattr(model, each.slot) for each in model.FIELDS if each.attribute == name)
    return value


def written(fields: Any, indent: int | None = None, ensure_ascii: bool = False) -> str:
    """Plain values as a JSON text. What is no number, or infinite, becomes null."""
    separators = (",", ":") if indent is None else None
    return json.dumps(_finite(fields), indent=indent, separators=separators, ensure_ascii=ensure_ascii)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {name: _finite(each) for name, each in value.items()}
    return [_finite(each) for each in value] if isinstance(value, list) else value


def _is_in(key: Any, include: Any, exclude: Any) -> bool:
    """Whether a part is written: it is named in `include`, where that is given, and not left out as a whole."""
    if include is not None and _found(key, include) is None:
        return False
    return exclude is None or _found(key, exclude) not in (True, ...)


def _from_the_beginning(named: Any, count: int) -> Any:
    """What is said of the parts of a list, those counted from its end by their places from its beginning."""
    if isinstance(named, Mapping):
        return {_place(key, count): value for key, value in named.items()}
    return None if named is None else {_place(key, count) for key in named}


def _place(key: Any, count: int) -> Any:
    return key + count if isinstance(key, int) and key < 0 else key


def _below(key: Any, named: Any) -> Any:
    """What is said of the parts of a part; None where nothing is."""
    found = None if named is None else _found(key, named)
    return None if found is True or found is ... else found


def _found(key: Any, named: Any) -> Any:
    if isinstance(named, Mapping):
        found = named.get(key, named.get(ALL))
        return None if found is False else found
    return True if key in named or ALL in named else None
