"""A draft for CHANGELOG.md: what users notice, in the form of Keep a Changelog."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tools.report.entry import ADDED, BREAKING, CHANGED, DEPRECATED, Entry

HEADINGS = {BREAKING: "Changed", CHANGED: "Changed", DEPRECATED: "Deprecated", ADDED: "Added"}
WORD = re.compile(r"\w+")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
ORDER = ("Added", "Changed", "Deprecated", "Removed")


def draft(entries: Iterable[Entry]) -> str:
    """The sections of a draft.

    What generated code has of a contract is told by the contract's entries; a break of it that none of them names stays.
    """
    entries = list(entries)
    described = {each.owner for each in entries if each.side == "wire"}
    broken = {(each.owner, name) for each in entries if _is_break(each, "wire") for name in _names(each.where)}
    found: dict[str, list[str]] = {}
    for each in entries:
        platform = each.where.split(".")[1] if each.side == "python" and each.owner == "promptport_api" else ""
        covered = not _is_break(each, "python") or {(platform, name) for name in _names(each.where)} & broken
        if platform in described and (covered or (platform, "") in broken):
            continue
        heading = "Removed" if each.grade == BREAKING and each.what.startswith("is gone") else HEADINGS[each.grade]
        breaks = "**Breaking:** " if each.grade == BREAKING else ""
        name = f"`{each.where}`" if each.where else f"{each.owner},"
        of = f"{each.owner}, " if each.side == "wire" and each.where else ""
        found.setdefault(heading, []).append(f"- {breaks}{of}{name} {each.what}.")
    return "\n\n".join("\n".join([f"### {each}", "", *found[each]]) for each in ORDER if each in found)


def _is_break(entry: Entry, side: str) -> bool:
    return entry.side == side and entry.grade == BREAKING


def _names(where: str) -> set[str]:
    """What something is called, as the contract and as Python have it."""
    (*_, name) = WORD.findall(where) or [""]
    return {name, HUMP.sub("_", name).lower()}
