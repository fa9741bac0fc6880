"""Runs programs in this process, and says what they show."""

from __future__ import annotations

import asyncio
import datetime
import inspect
import io
import json
import warnings
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from inspect import CO_COROUTINE
from types import FunctionType
from typing import Any

from promptport.testing import Platform

from ...seeds.programs import with_our_imports
from .table import Row, Table


def shown(row: Row, table: Table, platform: Platform, url: str, ours: bool) -> dict[str, Any]:
    """What a program shows: its `result`, its lines, and the name of the exception that ended it.

    Args:
        row: The program.
        table: Its table, for what comes before it.
        platform: The local platform, as it begins.
        url: Its address.
        ours: Whether to run it with our packages.
    """
    flags = PyCF_ALLOW_TOP_LEVEL_AWAIT
    source = "\n" * (row.line - 1) + row.source
    code = compile(with_our_imports(source) if ours else source, str(row.page), "exec", flags, dont_inherit=True)
    awaits = bool(code.co_flags & CO_COROUTINE)
    opening = table.before["asyncio" if awaits else "blocking"]
    first = compile(with_our_imports(opening) if ours else opening, str(row.page), "exec", dont_inherit=True)
    names: dict[str, Any] = {"__name__": "__main__", "URL": url, "platform": platform}
    with redirect_stdout(io.StringIO()) as printed, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what a package deprecates, a program goes on
        exec(first, names)
        try:
            raised = asyncio.run(_awaited(code, names)) if awaits else _waited(code, names)
        finally:
            close(names)
    return {
        "result": plain(names.get("result")),
        "printed": printed.getvalue().splitlines(),
        "raised": type(raised).__name__ if raised else "",
        "why": raised,
    }


def _waited(code: Any, names: dict[str, Any]) -> Exception | None:
    try:
        exec(code, names)
    except Exception as error:
        return error
    return None


async def _awaited(code: Any, names: dict[str, Any]) -> Exception | None:
    try:
        await FunctionType(code, names)()
    except Exception as error:
        return error
    finally:
        for each in _clients(names):
            ended = getattr(each, "aclose", None) or getattr(each, "close", None)
            if inspect.iscoroutinefunction(ended):
                await ended()
    return None


def close(names: Mapping[str, Any]) -> None:
    """Close the blocking clients among the names of a program. xR2's own has no `close`, and leaves its session open."""
    for each in _clients(names):
        ended = getattr(each, "close", None) or getattr(getattr(each, "_session", None), "close", None)
        if ended is not None and not inspect.iscoroutinefunction(ended):
            ended()


def _clients(names: Mapping[str, Any]) -> Iterator[Any]:
    for each in list(names.values()):
        kind = type(each)
        if "Client" in kind.__name__ or "PromptRails" in kind.__name__:
            yield each


def plain(value: Any) -> Any:
    """A value that two packages can be compared by: JSON; beside it moments, tuples and sets, classes and exceptions by name."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dict):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, tuple | set | frozenset):
        each = [plain(each) for each in value]
        return {type(value).__name__: each if isinstance(value, tuple) else sorted(each, key=repr)}
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return {type(value).__name__: str(value)}
    if isinstance(value, bytes):
        return {"bytes": value.decode("utf-8", "backslashreplace")}
    if isinstance(value, type):
        return {"class": value.__name__}
    if isinstance(value, BaseException):
        return {"exception": type(value).__name__}
    return {"an object that `result` can't show": type(value).__name__}


def expected(row: Row) -> dict[str, Any]:
    """What a program should show, as its row says it."""
    return {"result": row.result, "printed": list(row.printed), "raised": row.raises, "why": None}


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two programs show the same: 1 is neither True nor 1.0."""
    return text(one) == text(other)


def text(showed: Mapping[str, Any]) -> str:
    """What a program shows, on one line."""
    return json.dumps([showed["result"], showed["printed"], showed["raised"]], sort_keys=True, ensure_ascii=False)
