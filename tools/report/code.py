"""What changed in the code that users import: what griffe finds to break, and what is new or another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import griffe

from tools.report.entry import ADDED, BREAKING, CHANGED, DEPRECATED, Entry, Meaning, ordered
from tools.report.interface import Interface
from tools.report.annotations import narrower, spelled

KINDS = griffe.BreakageKind
TWIN = re.compile(r"(?<![A-Za-z])Async(?=[A-Za-z])")


def code(old: Path, new: Path) -> list[Entry]:
    """Compare the code of two trees.

    Args:
        old: The project's folder as it was.
        new: As it is.

    Returns:
        What changed. What a class has for asyncio as well is told of once.
    """
    was, now = Interface(old), Interface(new)
    found = [*_breakages(was, now), *_additions(was, now), *_changes(was, now)]
    return ordered(
        Entry(grade, "python", where.split(".")[0], where, what) for where, (grade, what) in _once(found)
    )


def _breakages(was: Interface, now: Interface) -> Iterator[tuple[str, Meaning]]:
    for name in was.modules.keys() & now.modules.keys():
        for each in griffe.find_breaking_changes(was.modules[name], now.modules[name]):
            where = now.homes.get(each.obj.canonical_path) if not each.obj.is_alias else None
            if each.kind is not KINDS.OBJECT_REMOVED and where is not None:
                yield _worded(each, where)
    for where in was.names:
        if where not in now.names and where.rpartition(".")[0] not in was.names.keys() - now.names.keys():
            yield where, (BREAKING, "is gone")


def _worded(breakage: griffe.Breakage, where: str) -> tuple[str, Meaning]:
    kind, old, new = breakage.kind, breakage.old_value, breakage.new_value
    if kind is KINDS.PARAMETER_CHANGED_DEFAULT:
        return f"{where}({old.name})", (CHANGED, f"is {new.default} where it is not given; it was {old.default}")
    words = {
        KINDS.PARAMETER_REMOVED: "is gone",
        KINDS.PARAMETER_MOVED: "has another place among the arguments",
        KINDS.PARAMETER_CHANGED_KIND: "is given in another way, by position or by name",
        KINDS.PARAMETER_CHANGED_REQUIRED: "must be given",
        KINDS.PARAMETER_ADDED_REQUIRED: "is new, and must be given",
    }
    if kind in words:
        return f"{where}({(old or new).name})", (BREAKING, words[kind])
    return where, (BREAKING, kind.value[0].lower() + kind.value[1:])


def _additions(was: Interface, now: Interface) -> Iterator[tuple[str, Meaning]]:
    for where in now.names:
        if where not in was.names and where.rpartition(".")[0] not in now.names.keys() - was.names.keys():
            yield where, (ADDED, "is new")


def _changes(was: Interface, now: Interface) -> Iterator[tuple[str, Meaning]]:
    told: set[str] = set()
    for where, new in now.names.items():
        old = was.names.get(where)
        if old is None or new.path in told:
            continue
        told.add(new.path)
        where = now.homes.get(new.path, where)
        if _deprecated(new) != _deprecated(old):
            yield where, (DEPRECATED, "is deprecated") if _deprecated(new) else (CHANGED, "is deprecated no more")
        if isinstance(old, griffe.Function) and isinstance(new, griffe.Function):
            yield from _arguments(old, new, where)
        if isinstance(old, griffe.Attribute) and isinstance(new, griffe.Attribute):
            yield from _type(old.annotation, new.annotation, where, given=False)


def _arguments(old: griffe.Function, new: griffe.Function, where: str) -> Iterator[tuple[str, Meaning]]:
    before = {each.name: each for each in old.parameters}
    for each in new.parameters:
        if each.name not in before:
            if not each.required:
                yield f"{where}({each.name})", (ADDED, "is new")
        elif each.name != "self":
            yield from _type(before[each.name].annotation, each.annotation, f"{where}({each.name})", given=True)
    yield from _type(old.returns, new.returns, where, given=False)


def _type(
    old: str | griffe.Expr | None, new: str | griffe.Expr | None, where: str, given: bool
) -> Iterator[tuple[str, Meaning]]:
    """How a type changed: one that is given must not become narrower, one that is got not wider."""
    was, now = spelled(old), spelled(new)
    if was != now and was and now:
        wide, narrow = (was, now) if given else (now, was)
        yield where, (BREAKING if narrower(wide, narrow) else CHANGED, f"is {now}; it was {was}")


def _deprecated(found: griffe.Object) -> bool:
    decorators = found.decorators if isinstance(found, griffe.Class | griffe.Function) else []
    return any(str(each.value).split("(")[0].rpartition(".")[2] == "deprecated" for each in decorators)


def _once(found: list[tuple[str, Meaning]]) -> Iterator[tuple[str, Meaning]]:
    """What blocking and asyncio have alike, under the blocking name."""
    known = {(where, _plain(what)) for where, (_, what) in found}
    for where, (grade, what) in found:
        plain = _plain(where)
        if plain == where or (plain, _plain(what)) not in known:
            yield where, (grade, what)


def _plain(text: str) -> str:
    return TWIN.sub("", text)
