"""Runs examples as a user's program would be, with only their import lines changed, and compares what came of them."""

from __future__ import annotations

import asyncio
import gc
import io
import re
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from collections.abc import Mapping
from contextlib import redirect_stdout
from inspect import CO_COROUTINE
from types import FunctionType, ModuleType, SimpleNamespace
from typing import Any, Self

from .documents import PACKAGES

_IMPORT = re.compile(rf"^(\s*)(from|import)(\s+)({'|'.join(PACKAGES)})(?=[.\s]|$)(.*)$", re.MULTILINE)


def with_our_imports(source: str) -> str:
    """The source with our packages in place of the vendors', in import lines and nowhere else."""

    def ours(line: re.Match[str]) -> str:
        indent, word, blanks, package, rest = line.groups()
        if word == "import" and rest.startswith(".") and " as " not in rest:
            return f"{indent}import {PACKAGES[package]}{rest}; import {PACKAGES[package]} as {package}"
        if word == "import" and " as " not in rest:
            rest = f" as {package}{rest}"
        return f"{indent}{word}{blanks}{PACKAGES[package]}{rest}"

    return _IMPORT.sub(ours, source)


def with_asyncio(source: str, changes: Mapping[str, str]) -> str:
    """The source with the asyncio client in place of the blocking one."""
    for pattern, replacement in changes.items():
        source = re.sub(pattern, replacement, source)
    return source


class Program:
    """A program that runs one piece of source after the other. At the end of its `with` block it ends.

    Attributes:
        names: Its global names.
    """

    def __init__(self) -> None:
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self._loop = asyncio.Runner()

    def run(self, source: str, document: str, line: int) -> list[str]:
        """Run a piece of source, and answer the lines that it prints. Tracebacks name the document and its lines."""
        # Without dont_inherit the annotations future of this file would hold in the example too.
        text = "\n" * (line - 1) + with_our_imports(source)
        code = compile(text, document, "exec", PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        with redirect_stdout(io.StringIO()) as printed:
            if code.co_flags & CO_COROUTINE:  # it awaits, as one may in `python -m asyncio`
                self._loop.run(FunctionType(code, self.names)())
            else:
                exec(code, self.names)
        return printed.getvalue().splitlines()

    def value(self, expression: str, **more: Any) -> Any:
        """What an expression is now, with these names besides."""
        return eval(expression, {**self.names, **more})

    def __enter__(self) -> Self:
        gc.freeze()  # what is there already is looked through at no end of a program
        return self

    def __exit__(self, *_: object) -> None:
        # As at the end of a program nothing holds the names any more: what was left open says so now.
        self._loop.close()
        self.names.clear()
        gc.collect()
        gc.unfreeze()


class OpenAI(ModuleType):
    """Stands in for the module `openai`: keeps what a model is asked, and always answers the same.

    Attributes:
        asked: The arguments of every call.
    """

    def __init__(self) -> None:
        super().__init__("openai")
        self.asked: list[dict[str, Any]] = []
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=self._create))
        self.OpenAI = lambda: SimpleNamespace(chat=self.chat)

    def _create(self, **arguments: Any) -> SimpleNamespace:
        self.asked.append(arguments)
        message = SimpleNamespace(role="assistant", content="Welcome, Alice! How can I help?")
        return SimpleNamespace(choices=[SimpleNamespace(message=message)])


class Forms:
    """What differs from run to run, found by its form.

    Args:
        forms: Regular expressions by name.

    Attributes:
        bound: What each `<form>` and `<form tag>` has turned out to be.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms
        self._any = re.compile(rf"<((?:{'|'.join(map(re.escape, forms))})(?: \w+)?)>") if forms else re.compile("(?!)")
        self.bound: dict[str, str] = {}

    def fill(self, expected: Any, actual: Any) -> Any:
        """What is expected, with the forms in it filled in from what there is, as far as they fit."""
        if isinstance(expected, str) and isinstance(actual, str):
            return self._text(expected, actual)
        if isinstance(expected, list) and isinstance(actual, list):
            return [self.fill(*pair) for pair in zip(expected, actual, strict=False)] + expected[len(actual) :]
        if isinstance(expected, dict) and isinstance(actual, dict):
            return {name: self.fill(value, actual.get(name)) for name, value in expected.items()}
        return expected

    def _text(self, expected: str, actual: str) -> str:
        pattern, names = "", []
        for at, part in enumerate(self._any.split(expected)):
            if at % 2 == 0:
                pattern += re.escape(part)
            elif part in self.bound:
                pattern += re.escape(self.bound[part])
            else:
                pattern += f"({self._forms[part.split(' ')[0]]})"
                names.append(part)
        found = re.fullmatch(pattern, actual)
        if found is None:
            return expected
        self.bound.update(zip(names, found.groups(), strict=True))
        return actual


def as_data(value: Any) -> Any:
    """A value in the terms of TOML: lists for tuples, and no fields that are None."""
    if isinstance(value, dict):
        return {name: as_data(each) for name, each in value.items() if each is not None}
    return [as_data(each) for each in value] if isinstance(value, list | tuple) else value
