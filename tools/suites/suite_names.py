"""The names that a suite imports. It is copied beside the suite, and imported by it alone."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NoReturn


class Absent:
    """Stands for a name that ours lacks: whatever is done with it fails, and says which name it is."""

    def __init__(self, why: str) -> None:
        self.__dict__["why"] = why

    def _fail(self, *_: object, **__: object) -> NoReturn:
        raise ImportError(self.__dict__["why"])

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # pytest and inspect look at every name of a module
            raise AttributeError(name)
        self._fail()

    def __repr__(self) -> str:
        return f"<absent: {self.__dict__['why']}>"

    __call__ = __setattr__ = __delattr__ = __getitem__ = __iter__ = __enter__ = __mro_entries__ = _fail
    __eq__ = __ne__ = __bool__ = __len__ = __contains__ = _fail
    __hash__ = object.__hash__


def module(name: str) -> Any:
    """The module of this name, or its stand-in."""
    try:
        return import_module(name)
    except ImportError as error:
        return Absent(str(error))


def taken(home: str, name: str) -> Any:
    """What a module has under a name: a submodule too, or its stand-in."""
    found = module(home)
    if isinstance(found, Absent):
        return found
    try:
        return getattr(found, name)
    except AttributeError:
        why = f"cannot import name {name!r} from {home!r}"
    except ImportError as error:
        why = str(error)
    try:
        return import_module(f"{home}.{name}")
    except ImportError:
        return Absent(why)
