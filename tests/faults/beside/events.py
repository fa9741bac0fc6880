"""What becomes of events that are handed over while a platform fails: ours, and those of the vendors' own clients.

Each process hands over its events, closes its client as the documents ask for, and ends; another process of the same program
follows, beside a backend that is well (`tests/promises/deaths`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.rivals import RELEASES

from ...promises.deaths.backend import Backend
from ...promises.deaths.running import Subject, died
from ...promises.deaths.sides import rival
from .clients import OURS

COUNT = 10
"""Events of each process: xR2's own client sends each while the program waits, for seconds where nobody answers."""
MOST = 150.0
"""Seconds after which a process that has not ended is killed, what it takes to hand over included."""
FAULTS = {
    "nothing": ("well", 0.0),
    "503 for three seconds": ("down", 3.0),
    "hanging": ("hung", 0.0),
    "reset before it is stored": ("reset", 0.0),
    "cut after it is stored": ("dropped", 0.0),
}
"""How the backend is, and after how many seconds it is well again; 0 for not before the next process."""


SLOWER = 0.25
"""Seconds by which it takes longer before it is said: two processes share a core meanwhile."""
COLUMNS = ("lost", "doubled", "in an error", "held up, in seconds", "exit, in seconds")


class Side(NamedTuple):
    """What is compared.

    Attributes:
        platform: Whose events they are.
        what: What is handed over.
        ours: Our client's program.
        package: The vendor's package.
        module: Its program.
    """

    platform: str
    what: str
    ours: str
    package: str
    module: str


SIDES = {
    each.platform: each
    for each in (
        Side("xr2", "events", "ours_track", "xr2-sdk", "rival_xr2"),
        Side("promptrails", "spans", "ours_rails", "promptrails", "rival_promptrails"),
        Side("promptic", "spans", "ours_promptic", "promptic-sdk", "rival_promptic"),
        Side("langfuse", "scores", "ours_score", "langfuse", "rival_langfuse"),
    )
}  # Scope takes nothing of the kind
assert {each.package for each in SIDES.values()} <= RELEASES.keys()


class Handed(NamedTuple):
    """What became of the events of one process.

    Attributes:
        platform: Whose events they were.
        what: What was handed over.
        fault: What they met, one of `FAULTS`.
        client: The name of the client.
        handed: How many were handed over.
        refused: How many of them ended in an error, which the program has to see to.
        lost: How many of the others were never stored, neither by this process nor by the next one.
        doubled: How many were stored more than once.
        held_up: Seconds that handing them over held up the program.
        exit: Seconds that the process took to end; None where it was killed.
    """

    platform: str
    what: str
    fault: str
    client: str
    handed: int
    refused: int
    lost: int
    doubled: int
    held_up: float
    exit: float | None


class Hand(NamedTuple):
    """Events that one process is to hand over."""

    side: Side
    client: str
    subject: Subject
    fault: str


def hands(platforms: Sequence[str], faults: Sequence[str]) -> list[Hand]:
    """All of them, those that may take long first.

    Raises:
        InstallError: A vendor's package can't be had.
    """
    found = []
    for side in (SIDES[each] for each in platforms if each in SIDES):
        for fault in faults:
            found.append(Hand(side, OURS, Subject(OURS, side.ours), fault))
            found.append(Hand(side, side.package, rival(side.package, side.module), fault))
    return sorted(found, key=lambda each: (each.client == OURS, each.fault == "nothing"))


def handed(hand: Hand, backend: Backend) -> Handed:
    """Let one process hand over its events, and another one follow.

    Args:
        hand: What is handed over, and to whom.
        backend: Where it goes.
    """
    mode, lasts = FAULTS[hand.fault]
    with tempfile.TemporaryDirectory() as folder:
        row = died(hand.subject, backend, mode, "closed", COUNT, Path(folder), MOST, lasts)
    return Handed(
        hand.side.platform, hand.side.what, hand.fault, hand.client, COUNT, COUNT - row.accepted, row.lost, row.doubled,
        round(row.handing, 2), None if row.seconds is None else round(row.seconds, 2),
    )  # fmt: skip


def worse(rows: Sequence[Handed]) -> Iterator[str]:
    """Each case in which a vendor's client refuses, loses or doubles less than ours, or holds up less, or ends sooner."""
    ours = {(each.platform, each.fault): each for each in rows if each.client == OURS}
    for theirs in rows:
        mine = ours.get((theirs.platform, theirs.fault))
        if mine is None or theirs is mine:
            continue
        counts = [
            f"{word} {own}, {theirs.client} {other}"
            for word, own, other in (
                ("refused", mine.refused, theirs.refused),
                ("lost", mine.lost, theirs.lost),
                ("doubled", mine.doubled, theirs.doubled),
            )
            if own > other
        ]
        if mine.held_up > theirs.held_up + SLOWER:
            counts.append(f"held up for {mine.held_up:.1f} s, {theirs.client} {theirs.held_up:.1f} s")
        if theirs.exit is not None and (mine.exit is None or mine.exit > theirs.exit + SLOWER):
            counts.append(f"ends {ends(mine)}, {theirs.client} {ends(theirs)}")
        if counts:
            yield f"{theirs.platform}'s {theirs.what}, {theirs.fault}: {'; '.join(counts)}."


def ends(row: Handed) -> str:
    """When a process has ended."""
    return f"not within {MOST:.0f} s" if row.exit is None else f"after {row.exit:.1f} s"


def cells(row: Handed) -> list[str]:
    """A row of the table: platform, fault, client, and what `COLUMNS` heads."""
    ended = "no end" if row.exit is None else f"{row.exit:.1f}"
    return [
        row.platform, row.fault, row.client, f"{row.lost}", f"{row.doubled}", f"{row.refused}", f"{row.held_up:.1f}", ended,
    ]  # fmt: skip
