"""What goes in and out of the process: values of Python as JSON, and objects of the vendor's made of it."""

from __future__ import annotations

import base64
import dataclasses
import enum
import math
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

_DEEPEST = 40


def named(name: str) -> Any:
    """What stands under a full name, such as `promptrails.types.Agent`, or `promptrails.types.Agent.from_dict`."""
    module, _, attribute = name.rpartition(".")
    try:
        return getattr(import_module(module), attribute)
    except ModuleNotFoundError:
        if module.partition(".")[0] == module:
            raise
        return getattr(named(module), attribute)


def decoded(value: Any) -> Any:
    """An argument: JSON, in which `$new` makes an object of the vendor's, and `$bytes` bytes."""
    if isinstance(value, list):
        return [decoded(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "$bytes" in value:
        return base64.b64decode(value["$bytes"])
    if "$new" in value:
        given = {name: decoded(each) for name, each in value.get("named", {}).items()}
        return named(value["$new"])(*map(decoded, value.get("arguments", [])), **given)
    return {name: decoded(each) for name, each in value.items()}


def encoded(value: Any, depth: int = 0) -> Any:
    """An answer, as JSON; `$type` is the full name of an object's class."""
    if value is None or (isinstance(value, bool | int | str) and not isinstance(value, enum.Enum)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"$text": str(value)}
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if depth > _DEEPEST:
        return {"$text": "…"}
    if isinstance(value, Mapping):
        return {str(name): encoded(value[name], depth + 1) for name in value}
    if isinstance(value, list | tuple | set | frozenset):
        return [encoded(each, depth + 1) for each in value]
    if isinstance(value, enum.Enum):
        return encoded(value.value, depth + 1)
    fields = {name: encoded(each, depth + 1) for name, each in _fields(value)}
    return {"$type": full_name(type(value)), **fields} if fields or _is_empty(value) else {"$text": str(value)}


def raised(error: BaseException) -> dict[str, Any]:
    """What was raised: its type, its text, and what else it says."""
    return {
        "type": full_name(type(error)),
        "text": str(error),
        "fields": {name: encoded(each) for name, each in vars(error).items() if not name.startswith("_")},
    }


def full_name(kind: type) -> str:
    """The module that defines a class, and its name."""
    return f"{kind.__module__}.{kind.__qualname__}"


def _is_empty(value: object) -> bool:
    return dataclasses.is_dataclass(value)


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    """The public fields of an object, and what its own properties say."""
    held = getattr(value, "__dict__", {})
    yield from ((name, each) for name, each in held.items() if not name.startswith("_"))
    if held:
        own = type(value).__module__.partition(".")[0]
        for kind in type(value).__mro__:
            if kind.__module__.partition(".")[0] == own:
                for name, each in vars(kind).items():
                    if isinstance(each, property) and not name.startswith("_") and name not in held:
                        try:
                            yield name, getattr(value, name)
                        except Exception as error:  # it can't say; that is what it says
                            yield name, raised(error)
