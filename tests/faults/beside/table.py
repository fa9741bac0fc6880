"""How everybody's calls have ended, and what became of everybody's events, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from . import events
from .clients import OURS
from .menu import NAMES
from .running import FOREIGN, GOOD, HANG, OUTCOMES, OWN, TIMEOUT, UNREAD, VARIANTS, WRONG, Ended

SLOWER = 0.5  # timeouts by which a call takes longer before it is said: waits before retries are of random length
_SHORT = {
    GOOD: "good",
    OWN: "own",
    UNREAD: "handed on",
    FOREIGN: "[yellow]foreign[/]",
    WRONG: "[red]wrong[/]",
    HANG: "[red]hang[/]",
}
SUMMARY = ("client", "calls", *OUTCOMES, "key sent elsewhere", "requests", "longest, in timeouts")


class Found(NamedTuple):
    """What was found.

    Attributes:
        calls: How each call ended.
        events: What became of the events of each process.
    """

    calls: Sequence[Ended]
    events: Sequence[events.Handed]


def show(console: Console, found: Found) -> None:
    """Print a table a platform, one of the events, and the sums."""
    for platform in dict.fromkeys(each.platform for each in found.calls):
        console.print(_platform(platform, [each for each in found.calls if each.platform == platform]))
    if found.events:
        console.print(_events(found.events))
    if found.calls:
        table = _table("all calls", *SUMMARY)
        for line in summary(found.calls):
            table.add_row(*map(str, line))
        console.print(table)


def _events(rows: Sequence[events.Handed]) -> Table:
    table = _table(f"of {events.COUNT} events, spans or scores", "platform", "fault", "client", *events.COLUMNS)
    for row in rows:
        table.add_row(*events.cells(row))
    return table


def _platform(name: str, rows: Sequence[Ended]) -> Table:
    sides = [(each, variant) for each in dict.fromkeys(row.client for row in rows) for variant in VARIANTS]
    found = {(row.fault, row.client, row.variant): row for row in rows}
    title = f"{name}: outcome, requests, time in timeouts of {TIMEOUT} s"
    if len({row.client for row in rows}) == 1:
        title += ". Its vendor publishes no client"
    table = _table(title, "fault", *(f"{client}, {variant}" for client, variant in sides))
    for fault in sorted({row.fault for row in rows}, key=NAMES.index):
        table.add_row(fault, *(_cell(found.get((fault, *side))) for side in sides))
    return table


def _cell(row: Ended | None) -> str:
    if row is None:
        return ""
    return f"{_SHORT[row.outcome]}{', key elsewhere' if row.key_elsewhere else ''}, {row.requests}, {row.time:.1f}"


def _table(title: str, *heads: str) -> Table:
    """An empty table; where a terminal is narrow, nothing is cut off."""
    table = Table(title=title, title_justify="left")
    for each in heads:
        table.add_column(each, overflow="fold")
    return table


def summary(rows: Sequence[Ended]) -> list[list[str | int | float]]:
    """The sums, a line a client, as `SUMMARY` heads them."""
    lines: list[list[str | int | float]] = []
    for platform, client in dict.fromkeys((each.platform, each.client) for each in rows):
        own = [each for each in rows if (each.platform, each.client) == (platform, client)]
        counts = [sum(each.outcome == outcome for each in own) for outcome in OUTCOMES]
        keys, requests = sum(each.key_elsewhere for each in own), sum(each.requests for each in own)
        name = f"{client}, {platform}" if client == OURS else client
        longest = round(max(each.time for each in own), 1)
        lines.append([name, len(own), *counts, keys, requests, longest])
    return lines


def bad(found: Found) -> list[str]:
    """What must not be of ours: a foreign exception, a wrong answer, a hang, a key sent elsewhere; an event lost or doubled."""
    return [
        f"{each.platform}, {each.fault}, {each.variant}: {each.outcome}: {each.said}"
        for each in found.calls
        if each.client == OURS and (each.outcome in (FOREIGN, WRONG, HANG) or each.key_elsewhere)
    ] + [
        f"{each.platform}'s {each.what}, {each.fault}: {each.lost} lost, {each.doubled} doubled, {each.refused} in an error"
        for each in found.events
        if each.client == OURS and (each.lost or each.doubled or each.refused or each.exit is None)
    ]


def disfavour(found: Found) -> list[str]:
    """Each case in which a vendor's client does better than ours: a better end; or the same, sooner or with fewer requests."""
    return [*_worse(found.calls), *events.worse(found.events)]


def _worse(rows: Sequence[Ended]) -> Iterator[str]:
    ours = {(each.platform, each.fault, each.variant): each for each in rows if each.client == OURS}
    for theirs in rows:
        mine = ours.get((theirs.platform, theirs.fault, theirs.variant))
        if mine is None or theirs is mine:
            continue
        better = OUTCOMES.index(theirs.outcome) - OUTCOMES.index(mine.outcome)
        words = []
        if better < 0:
            words.append(f"{mine.outcome}, {theirs.client} {theirs.outcome}")
        elif better == 0:
            if mine.requests > theirs.requests:
                words.append(f"{mine.requests} requests, {theirs.client} {theirs.requests}")
            if mine.time > theirs.time + SLOWER:
                words.append(f"{mine.time:.1f} timeouts, {theirs.client} {theirs.time:.1f}")
        if words:
            yield f"{theirs.platform}, {theirs.fault}, {theirs.variant}: {'; '.join(words)}."


def as_json(found: Found) -> str:
    """Everything as JSON, a line each call."""
    data = as_data(found)
    parts = (
        f"{json.dumps(name)}: "
        + (
            "[\n" + ",\n".join(map(json.dumps, value)) + "\n]"
            if isinstance(value, list) and value
            else json.dumps(value)
        )
        for name, value in data.items()
    )
    return "{" + ",\n".join(parts) + "}\n"


def as_data(found: Found) -> dict[str, Any]:
    """Everything, as JSON has it."""
    return {
        "timeout": TIMEOUT,
        "calls": [each._asdict() for each in found.calls],
        "events": [each._asdict() for each in found.events],
        "summary": [dict(zip(SUMMARY, line, strict=True)) for line in summary(found.calls)],
        "in our disfavour": disfavour(found),
    }
