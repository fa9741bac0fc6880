"""What changed between two contracts of a platform, as users of its client notice it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.contract import by_id

from tools.report import credentials
from tools.report.entry import ADDED, BREAKING, CHANGED, DEPRECATED, Entry, Json, Meaning, ordered
from tools.report.extensions import extensions
from tools.report.operations import Operations, method
from tools.report.schemas import reached

USE = re.compile(r"; use .*|is replaced by .*")
MANY = 3  # operations; what more of them have alike is told once


def wire(platform: str, old: Json | None, new: Json | None) -> list[Entry]:
    """Compare two resolved contracts.

    Args:
        platform: The name of the platform.
        old: The contract as it was; None where there was none.
        new: The contract as it is; None where there is none.

    Returns:
        What changed. A schema is told of once, with the operations that send or get it.
    """
    if old is None or new is None:
        grade, what = (ADDED, "is new") if old is None else (BREAKING, "is gone")
        return [Entry(grade, "wire", platform, "", f"the platform {what}")]
    found: list[tuple[str, Meaning]] = []

    def note(where: str, meaning: Meaning) -> None:
        found.append((where, meaning))

    for each in _document(old, new):
        note("", each)
    schemas = [each.get("components", {}).get("schemas", {}) for each in (old, new)]
    Operations(old, new, note).compare()
    called = {name: method(each) for name, each in by_id(new).items()}
    found[:] = [
        (where, (grade, USE.sub(lambda each: _spelled(each[0], called), what))) for where, (grade, what) in found
    ]
    users = _users(old) | _users(new)
    methods = {method(each) for document in (old, new) for each in by_id(document).values()}
    changed = {name for each in schemas for name in each if name not in methods}
    alike: dict[Meaning, list[str]] = {}
    for where, meaning in found:
        if where in methods or (where in changed and meaning[0] == CHANGED):
            alike.setdefault(meaning, []).append(where)
    entries = []
    for where, meaning in found:
        grade, what = meaning
        if where in alike.get(meaning, ()) and len(alike[meaning]) > MANY:
            names = (
                ", ".join(alike[meaning]) if grade == DEPRECATED else _listed(alike[meaning])
            )  # each is of those who use it
            entries.append(Entry(grade, "wire", platform, "", f"{what} ({names})"))
            continue
        if owners := users.get(where.partition(".")[0].partition("[")[0]):
            what = f"{what} (of {_listed(owners)})"
        entries.append(Entry(grade, "wire", platform, where, what))
    return ordered(entries)


def _spelled(text: str, called: Mapping[str, str]) -> str:
    """What to use instead, with operations as callers write them."""
    return re.sub(r"\w+", lambda each: called.get(each[0], each[0]), text)


def _document(old: Json, new: Json) -> Iterator[Meaning]:
    yield from extensions(old, new)
    yield from credentials.of_document(old, new)


def _users(document: Json) -> dict[str, list[str]]:
    """The methods that send or get each schema."""
    schemas, found = document.get("components", {}).get("schemas", {}), dict[str, list[str]]()
    for each in by_id(document).values():
        events = [{"$ref": event} for event in ((each.get("x-stream") or {}).get("events") or {}).values()]
        for name in reached(schemas, [each.get("requestBody"), each["parameters"], each["responses"], events], set()):
            found.setdefault(name, []).append(method(each))
    return found


def _listed(methods: list[str]) -> str:
    more = f" and {len(methods) - 2} more" if len(methods) > 2 else ""
    return f"{', '.join(methods[:2])}{more}"
