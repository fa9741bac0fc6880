"""Proves that the fault table says what was found, also where that is in our disfavour."""

from __future__ import annotations

import json
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from .beside import __main__ as command
from .beside.clients import OURS
from .beside.events import Handed
from .beside.menu import NAMES
from .beside.page import found_in, rewritten
from .beside.platforms import HELD, PLATFORMS
from .beside.running import FOREIGN, GOOD, HANG, OWN, TIMEOUT, UNREAD, VARIANTS, WRONG, Client, Ended, judged, run
from .beside.table import Found, as_json, bad, disfavour, show, summary

pytestmark = pytest.mark.one_python("the table of faults on each Python is a test of its own")


def ended(client: str, outcome: str, requests: int = 1, time: float = 0.0, key: bool = False) -> Ended:
    """A call of xR2's that was refused."""
    return Ended("xr2", "401", "blocking", client, requests, time, outcome, "said", key)


def handed(client: str, lost: int = 0, doubled: int = 0, exit: float | None = 1.0) -> Handed:
    """Ten events of xR2."""
    return Handed("xr2", "events", "hanging", client, 10, 0, lost, doubled, 0.0, exit)


@pytest.mark.promise("D15")
def test_ours_end_well_before_a_real_platform(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command makes calls in processes, counts requests at the platform, and writes what it prints."""
    faults = ("nothing", "200, a page", "redirect elsewhere")
    chosen = [word for each in faults for word in ("--fault", each)]
    saved = tmp_path / "faults.json"
    code = command.main(["--platform", "scope", *chosen, "--format", "json", "--save", str(saved)])

    printed = json.loads(capsys.readouterr().out)
    assert printed == json.loads(saved.read_text("utf-8"))
    assert code == 0
    found = [(each["fault"], each["variant"], each["requests"], each["outcome"]) for each in printed["calls"]]
    rows = list(zip(faults, (GOOD, OWN, OWN), strict=True))
    assert found == [(fault, variant, 1, outcome) for variant in ("blocking", "asyncio") for fault, outcome in rows]


def test_a_call_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its process is ended, and another one makes the calls that are left."""
    monkeypatch.setattr(
        "tests.faults.beside.running.PATIENCE", 3
    )  # less than our own deadline, and more than a busy machine takes for an answer
    client = Client(OURS, "promptport.xr2")
    first, second = run("xr2", client, "blocking", ["hanging", "401"])
    assert (first.outcome, second.outcome) == (HANG, OWN)
    assert bad(Found([first, second], [])) == [f"xr2, hanging, blocking: hang: {first.said}"]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ({"text": f"As it is held: {HELD}"}, GOOD),
        ({"text": "Something else."}, WRONG),
        ({"text": None}, WRONG),
        ({"text": ["a", "list"]}, WRONG),
        ({"text": None, "came": {"a": 1}}, UNREAD),
        ({"text": None, "came": {"a": 2}}, WRONG),
        ({"own": True, "error": "xr2.Error: no"}, OWN),
        ({"own": False, "error": "httpx.ReadError: no"}, FOREIGN),
    ],
)
def test_what_is_good(said: dict[str, object], outcome: str) -> None:
    """Only what the platform holds is a good answer; what it was told to answer may be handed on as it came."""
    assert judged(said, {"a": 1})[0] == outcome


def test_the_table_says_what_was_found() -> None:
    """How each call ended, and the sums; whose key went elsewhere."""
    rows = [ended(OURS, OWN, time=0.1), ended("xr2-sdk", HANG, 3, 20.0), ended("another", WRONG, key=True)]
    console = Console(width=200, record=True, file=StringIO())
    show(console, Found(rows, []))
    said = console.export_text()
    assert "own, 1, 0.1" in said
    assert "hang, 3, 20.0" in said
    assert "wrong, key elsewhere, 1, 0.0" in said
    assert summary(rows)[1] == ["xr2-sdk", 1, 0, 0, 0, 0, 0, 1, 0, 3, 20.0]
    data = json.loads(as_json(Found(rows, [handed(OURS)])))
    assert data["timeout"] == TIMEOUT
    assert found_in(data) == Found(rows, [handed(OURS)])


def test_what_is_in_our_disfavour_is_said() -> None:
    """A better end, fewer requests, a sooner end: each with both figures."""
    mine = ended(OURS, OWN, 4, 3.8)
    assert disfavour(Found([mine, ended("xr2-sdk", GOOD)], [])) == [
        "xr2, 401, blocking: own error, xr2-sdk good answer."
    ]
    assert disfavour(Found([mine, ended("xr2-sdk", OWN, 1, 1.0)], [])) == [
        "xr2, 401, blocking: 4 requests, xr2-sdk 1; 3.8 timeouts, xr2-sdk 1.0."
    ]
    assert disfavour(Found([mine, ended("xr2-sdk", FOREIGN)], [])) == []
    lost, kept = handed(OURS, lost=2, exit=1.9), handed("xr2-sdk", lost=1, exit=0.2)
    assert disfavour(Found([], [lost, kept])) == [
        "xr2's events, hanging: lost 2, xr2-sdk 1; ends after 1.9 s, xr2-sdk after 0.2 s."
    ]


@pytest.mark.parametrize("outcome", [FOREIGN, WRONG, HANG])
def test_what_must_not_be_of_ours(outcome: str) -> None:
    """A foreign exception, a wrong answer, a hang, a key elsewhere: of ours, but not of others."""
    assert len(bad(Found([ended(OURS, outcome), ended("xr2-sdk", outcome)], []))) == 1
    assert len(bad(Found([], [handed(OURS, lost=1), handed(OURS, doubled=1), handed("xr2-sdk", lost=1)]))) == 2
    assert len(bad(Found([ended(OURS, OWN, key=True), ended("xr2-sdk", OWN, key=True)], []))) == 1


@pytest.mark.promise("C6", "D15")
def test_the_page_has_the_figures_that_were_saved() -> None:
    """`docs/fault-table.md` and its JSON are of one run, in which none of ours ended badly, and every client met every fault.

    Of ours, blocking and asyncio end alike (C6).
    """
    docs = Path(__file__).parents[2] / "docs"
    page = (docs / "fault-table.md").read_text("utf-8")
    data = json.loads((docs / "figures" / "faults.json").read_text("utf-8"))
    found = found_in(data)
    assert rewritten(page, found) == page
    assert data["summary"] == json.loads(as_json(found))["summary"]
    assert bad(found) == []
    outcomes: dict[str, list[tuple[str, str, str]]] = {variant: [] for variant in VARIANTS}
    for each in found.calls:
        if each.client == OURS:
            outcomes[each.variant].append((each.platform, each.fault, each.outcome))
    assert outcomes["blocking"] == outcomes["asyncio"]
    met = Counter(each.fault for each in found.calls)
    assert set(met) == set(NAMES)
    assert set(met.values()) == {
        len(VARIANTS) * (len(PLATFORMS) + sum(bool(each.package) for each in PLATFORMS.values()))
    }
