"""A draft for CHANGELOG.md: what users notice, in the form of Keep a Changelog."""

from __future__ import annotations

from collections.abc import Iterable

from tools.report.entry import ADDED, BREAKING, CHANGED, DEPRECATED, Entry

HEADINGS = {BREAKING: "Changed", CHANGED: "Changed", DEPRECATED: "Deprecated", ADDED: "Added"}
ORDER = ("Added", "Changed", "Deprecated", "Removed")


def draft(entries: Iterable[Entry]) -> str:
    """The sections of a draft. What generated code has of a contract is told by the contract's entries."""
    entries = list(entries)
    described = {each.owner for each in entries if each.side == "wire"}
    found: dict[str, list[str]] = {}
    for each in entries:
        if each.side == "python" and each.owner == "promptport_api" and each.where.split(".")[1] in described:
            continue
        heading = "Removed" if each.grade == BREAKING and each.what.startswith("is gone") else HEADINGS[each.grade]
        breaks = "**Breaking:** " if each.grade == BREAKING else ""
        name = f"`{each.where}`" if each.where else f"{each.owner},"
        of = f"{each.owner}, " if each.side == "wire" and each.where else ""
        found.setdefault(heading, []).append(f"- {breaks}{of}{name} {each.what}.")
    return "\n\n".join("\n".join([f"### {each}", "", *found[each]]) for each in ORDER if each in found)
