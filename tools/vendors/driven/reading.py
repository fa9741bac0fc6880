"""What a client asks of an answer: the objects that `json.loads` gives note each key that they are asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import wraps
from typing import Any, get_args

_asked: dict[str, bool] = {}


class Noted(dict):  # type: ignore[type-arg]
    """An object of an answer, which notes what is asked of it.

    Args:
        content: Its content.
        path: Where it stands in the answer.
    """

    def __init__(self, content: dict[str, Any], path: str) -> None:
        super().__init__(content)
        self.path = path

    def _note(self, key: object) -> None:
        _note(_under(self.path, str(key)), super().__contains__(key))

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return super().__getitem__(key)

    def get(self, key: Any, default: Any = None) -> Any:
        """A value, or the default; noted."""
        self._note(key)
        return super().get(key, default)

    def pop(self, key: Any, *default: Any) -> Any:
        """Take a value out; noted."""
        self._note(key)
        return super().pop(key, *default)

    def setdefault(self, key: Any, default: Any = None) -> Any:
        """A value, or the default put there; noted."""
        self._note(key)
        return super().setdefault(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return super().__contains__(key)

    def __iter__(self) -> Iterator[Any]:
        _note(_under(self.path, "*"), True)
        return super().__iter__()

    def keys(self) -> Any:
        """All keys; noted as `*`."""
        _note(_under(self.path, "*"), True)
        return super().keys()

    def items(self) -> Any:
        """All keys and values; noted as `*`."""
        _note(_under(self.path, "*"), True)
        return super().items()

    def values(self) -> Any:
        """All values; noted as `*`."""
        _note(_under(self.path, "*"), True)
        return super().values()


def _note(path: str, there: bool) -> None:
    _asked[path] = _asked.get(path, False) or there


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def listen() -> None:
    """From now on, what is parsed by `json.loads` notes what is asked of it."""
    parse = json.loads

    @wraps(parse)
    def loads(*arguments: Any, **named: Any) -> Any:
        found = parse(*arguments, **named)
        return found if named else noted(found)

    json.loads = loads


def listen_to_pydantic() -> None:
    """Models of pydantic look into objects past their methods: note the fields of a model that reads one."""
    pydantic = sys.modules.get("pydantic")
    if pydantic is None:
        return
    validate = pydantic.BaseModel.model_validate.__func__

    def model_validate(kind: Any, content: Any, *arguments: Any, **named: Any) -> Any:
        _note_fields(kind, content)
        return validate(kind, content, *arguments, **named)

    pydantic.BaseModel.model_validate = classmethod(model_validate)


def _note_fields(kind: Any, content: Any) -> None:
    if isinstance(content, list):
        for each in content:
            _note_fields(kind, each)
    elif isinstance(content, Noted) and hasattr(kind, "model_fields"):
        for name, field in kind.model_fields.items():
            below = content.get(str(field.alias or name))
            for part in (field.annotation, *_parts(field.annotation)):
                _note_fields(part, below)


def _parts(annotation: Any) -> Iterator[Any]:
    for each in get_args(annotation):
        yield each
        yield from _parts(each)


def noted(value: Any, path: str = "") -> Any:
    """A value of JSON whose objects note what is asked of them."""
    if isinstance(value, dict):
        return Noted({key: noted(each, _under(path, key)) for key, each in value.items()}, path)
    if isinstance(value, list):
        return [noted(each, _under(path, "[]")) for each in value]
    return value


def begin() -> None:
    """Forget what was asked until now."""
    _asked.clear()


def read() -> dict[str, bool]:
    """What was asked for since the beginning, by path, and whether it was there."""
    return dict(_asked)


def kept(answer: Any) -> list[str]:
    """The paths of the objects that stand in an answer as they came."""
    found: dict[str, None] = {}
    seen: set[int] = set()

    def look(value: Any) -> None:
        if id(value) in seen:
            return
        seen.add(id(value))
        if isinstance(value, Noted):
            found[value.path] = None
        if isinstance(value, dict):
            for each in value.values():
                look(each)
        elif isinstance(value, list | tuple):
            for each in value:
                look(each)
        else:
            for each in getattr(value, "__dict__", {}).values():
                look(each)

    look(answer)
    return list(found)
