"""Modules whose name in the package is that of a function."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any


class CallableModule(ModuleType):
    """A module that is called as a function: importing it has put it in the function's place."""

    @staticmethod
    def of(module: str, name: str) -> type[ModuleType]:
        """The class of a module that stands for a function of the package.

        Args:
            module: Where the function lives, relative to the package.
            name: The function.
        """

        class Called(CallableModule):
            def __call__(self, *arguments: Any, **options: Any) -> Any:
                return getattr(import_module(module, __package__), name)(*arguments, **options)

        return Called
