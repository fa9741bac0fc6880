"""Proves that the table of deaths says what was found, also where that is in our disfavour."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from .deaths.__main__ import MODES, cases
from .deaths.dying import DEATHS
from .deaths.running import Row, Subject
from .deaths.sides import OURS, Side
from .deaths.table import disfavour, show

SIDE = Side("events", Subject(OURS, "ours"), (Subject("rival", "rival"),))


def row(subject: str, lost: int, doubled: int, seconds: float | None) -> Row:
    """A row of 1,000 events."""
    return Row(subject, "hung", "SIGINT", 1000, 0, 1000 - lost, lost, doubled, seconds, "")


def test_every_death_meets_every_backend() -> None:
    """Ours and the rival's, and the rival's also closed first where it has time to."""
    found = cases([SIDE], DEATHS)
    assert len({(each.subject.name, each.mode, each.death) for each in found}) == len(found) == (9 + 9 + 6) * 3
    assert {each.mode for each in found} == set(MODES)
    assert all(each.death in DEATHS for each in found if each.subject.name == OURS)


def test_the_table_says_what_was_found() -> None:
    """Who lost how many, who was counted twice, and who did not end."""
    rows = {
        ("events", OURS, "hung", "SIGINT"): row(OURS, 0, 0, 1.5),
        ("events", "rival", "hung", "SIGINT"): row("rival", 1000, 3, None),
    }
    console = Console(width=120, record=True, file=StringIO())
    show(console, [SIDE], DEATHS, MODES, rows)
    said = console.export_text()
    assert "0 lost, 1.5 s" in said
    assert "1,000 lost, 3 twice, no end" in said
    assert "Nothing is in our disfavour." in said


def test_what_is_in_our_disfavour_is_said() -> None:
    """Fewer lost, fewer doubled, a sooner end: each with both figures."""
    rows = {
        ("events", OURS, "hung", "SIGINT"): row(OURS, 2, 1, 1.6),
        ("events", "rival", "hung", "SIGINT"): row("rival", 1, 0, 1.1),
    }
    assert list(disfavour([SIDE], rows)) == [
        "events, SIGINT, hung: lost 2, rival 1.",
        "events, SIGINT, hung: doubled 1, rival 0.",
        "events, SIGINT, hung: ends in 1.6 s, rival in 1.1 s, which loses 1.",
    ]
