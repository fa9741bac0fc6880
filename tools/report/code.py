"""What changed in the code that users import: what griffe finds to break, and what is new or another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import griffe

from tools.report.annotations import breaks, spelled
from tools.report.entry import ADDED, BREAKING, CHANGED, DEPRECATED, Entry, Meaning, ordered
from tools.report.interface import Interface
from tools.report.signatures import MADE

Annotation = str | griffe.Expr | None
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
    _align(was, now)
    found = [*_breakages(was, now), *_additions(was, now), *_changes(was, now)]
    return ordered(Entry(grade, "python", where.split(".")[0], where, what) for where, (grade, what) in _once(found))


def _breakages(was: Interface, now: Interface) -> Iterator[tuple[str, Meaning]]:
    for name in (each for each in was.modules if each in now.modules):
        for each in griffe.find_breaking_changes(was.modules[name], now.modules[name]):
            where = now.homes.get(each.obj.canonical_path) if not each.obj.is_alias else None
            if where is None or each.kind in (KINDS.OBJECT_REMOVED, KINDS.CLASS_REMOVED_BASE):
                continue
            if each.kind is KINDS.PARAMETER_REMOVED and MADE in each.obj.labels:
                field = f"{where.rpartition('.')[0]}.{each.old_value.name}"
                if field in was.names and field not in now.names:
                    continue  # told of as a field
            if each.kind is not KINDS.OBJECT_CHANGED_KIND or was.names[where].kind is not now.names[where].kind:
                yield _worded(each, where)
    for where in _apart(was, now):
        yield where, (BREAKING, "is gone")


def _align(was: Interface, now: Interface) -> None:
    """Call arguments that go by position alone as they are called now: nobody can name them."""
    for where, new in now.names.items():
        old = was.names.get(where)
        if isinstance(old, griffe.Function) and isinstance(new, griffe.Function):
            for one, other in zip(old.parameters, new.parameters, strict=False):
                if one.kind is other.kind is griffe.ParameterKind.positional_only:
                    one.name = other.name


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
    if kind is KINDS.OBJECT_CHANGED_KIND:
        return where, (BREAKING, f"is {_article(new)} now; it was {_article(old)}")
    return where, (BREAKING, kind.value[0].lower() + kind.value[1:])


def _article(kind: object) -> str:
    return f"{'an' if str(kind)[0].lower() in 'aeiou' else 'a'} {kind}"


def _additions(was: Interface, now: Interface) -> Iterator[tuple[str, Meaning]]:
    for where in _apart(now, was):
        owner = was.names.get(where.rpartition(".")[0])
        protocol = isinstance(owner, griffe.Class) and any(str(each).endswith("Protocol") for each in owner.bases)
        yield where, (BREAKING, "is new, and whatever is one must have it") if protocol else (ADDED, "is new")


def _apart(one: Interface, other: Interface) -> Iterator[str]:
    """The names that only one of two has: of what has several names, and none in the other, the shortest."""
    only = one.names.keys() - other.names.keys()
    for where, found in one.names.items():
        if where in only and not any(each in only for each in _owners(where)):
            shortest = one.homes.get(found.path, where)
            if where == shortest or shortest not in only:
                yield where


def _owners(where: str) -> Iterator[str]:
    while where := where.rpartition(".")[0]:
        yield where


def _changes(was: Interface, now: Interface) -> Iterator[tuple[str, Meaning]]:
    reported: set[str] = set()
    for where, new in now.names.items():
        old = was.names.get(where)
        if old is None or new.path in reported:
            continue
        reported.add(new.path)
        shortest = now.homes.get(new.path, where)
        shortest = shortest if shortest in was.names else where  # a class that is new may have an older one's method
        if isinstance(old, griffe.Class) and isinstance(new, griffe.Class):
            for meaning in _bases(was, now, old, new):
                yield shortest, meaning
        if "async" in old.labels ^ new.labels:
            yield shortest, (BREAKING, "must be awaited" if "async" in new.labels else "can't be awaited any more")
        if _deprecated(new) != _deprecated(old):
            yield shortest, (DEPRECATED, "is deprecated") if _deprecated(new) else (CHANGED, "is deprecated no more")
        for name in _new_arguments(old, new):
            field = f"{shortest.rpartition('.')[0]}.{name}"
            if MADE in new.labels and field in now.names and field not in was.names:
                continue  # told of as a field
            yield f"{shortest}({name})", (ADDED, "is new")
        for name, pair, given in _types(old, new):
            before, after = (spelled(each, tree.modules) for each, tree in zip(pair, (was, now), strict=True))
            if before != after and before and after:
                there = f"{shortest}({name})" if name else shortest
                grave = breaks(before, after, given, now.ancestors)
                yield there, (BREAKING if grave else CHANGED, f"is {after}; it was {before}")


def _bases(was: Interface, now: Interface, old: griffe.Class, new: griffe.Class) -> Iterator[Meaning]:
    """What a class is besides, where that changed, and not with a class that it is derived from."""
    before, after = was.bases(old), now.bases(new)
    above = [(was.names[home], now.names[home]) for home in after if home in was.names and home in now.names]
    inherited = {
        home
        for one, other in above
        if isinstance(one, griffe.Class) and isinstance(other, griffe.Class)
        for home in was.bases(one).keys() ^ now.bases(other).keys()
    }
    yield from (
        (BREAKING, f"is no {name} any more")
        for path, name in before.items()
        if path not in after.keys() | inherited
    )  # fmt: skip
    yield from (
        (ADDED, f"is {_article(name)} too")
        for path, name in after.items()
        if path not in before.keys() | inherited
    )  # fmt: skip


def _new_arguments(old: griffe.Object, new: griffe.Object) -> list[str]:
    """The names of arguments that are new, and may be left out."""
    if not isinstance(old, griffe.Function) or not isinstance(new, griffe.Function):
        return []
    before = {each.name for each in old.parameters}
    return [each.name for each in new.parameters if each.name not in before and not each.required]


def _types(old: griffe.Object, new: griffe.Object) -> Iterator[tuple[str, tuple[Annotation, Annotation], bool]]:
    """The types of something, by the names of arguments: what they were, what they are, whether a program gives them."""
    if isinstance(old, griffe.Function) and isinstance(new, griffe.Function):
        before = {each.name: each.annotation for each in old.parameters}
        if MADE in new.labels or any(_as_before(each, old) for each in new.overloads or ()):
            return
        for each in new.parameters:
            if each.name in before:
                yield each.name, (before[each.name], each.annotation), True
        yield "", (old.returns, new.returns), False
    elif isinstance(old, griffe.Attribute) and isinstance(new, griffe.Attribute):
        yield "", (old.annotation, new.annotation), False


def _as_before(form: griffe.Function, old: griffe.Function) -> bool:
    """Whether a form of a function (`overload`) takes and answers what the function did."""
    taken = {each.name: str(each.annotation) for each in form.parameters}
    known = all(taken.get(each.name) == str(each.annotation) for each in old.parameters)
    return known and str(form.returns) == str(old.returns)


def _deprecated(found: griffe.Object) -> bool:
    decorators = found.decorators if isinstance(found, griffe.Class | griffe.Function) else []
    return any(each.callable_path.rpartition(".")[2] == "deprecated" for each in decorators)


def _once(found: list[tuple[str, Meaning]]) -> Iterator[tuple[str, Meaning]]:
    """What blocking and asyncio have alike, under the blocking name."""
    known = {(where, _plain(what)) for where, (_, what) in found}
    for where, (grade, what) in found:
        plain = _plain(where)
        if plain == where or (plain, _plain(what)) not in known:
            yield where, (grade, what)


def _plain(text: str) -> str:
    return TWIN.sub("", text)
