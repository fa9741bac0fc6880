"""Proves how events are shown, whatever they say of themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from promptport.cli import events_view
from promptport.cli.events_view import as_data, exported, grouped, summed, tables
from promptport.outbox.entry import Entry
from promptport.outbox.listing import Listed

from ..outbox.folders import ACCOUNT, NOW

BAD = Listed(Path("/x/0123456789abcdef-000001.spool"), {}, 0, None, "it is no segment")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events_view.time, "time", lambda: NOW)  # type: ignore[attr-defined] # the module's own import


def listed(body: object, age: float = 0.0, reason: str = "", living: bool = False, kind: str = "event") -> Listed:
    """An entry that waits, or was set aside where there is a reason."""
    entry = Entry("id", kind, NOW - age, body)
    return Listed(Path("x"), ACCOUNT.about, 100, entry, reason, aside=bool(reason), living=living)


def test_groups() -> None:
    """By account, name and state; what can't be read comes last."""
    entries = [
        BAD,
        listed({"name": "b"}),
        listed({"name": "a"}, 5),
        listed({"name": "b"}, 9),
        listed({"name": "b"}, 1, "age"),
    ]
    groups = grouped(entries)
    assert [(each.name, each.state, len(each.entries), each.size, each.age) for each in groups] == [
        ("a", "waiting", 1, 100, 5.0),
        ("b", "set aside", 1, 100, 1.0),
        ("b", "waiting", 2, 200, 9.0),
        (BAD.path.name, "unreadable", 1, 0, None),
    ]


def test_lines() -> None:
    """Nothing in them steers the terminal; one from the future is no older than now."""
    entries = [
        listed({"name": "a\x1b[2J\n"}, -50, "422: n\x07o"),
        listed({"name": "b", "value": 1}, 61, living=True),
        BAD,
    ]
    assert list(tables(grouped(entries), values=False)) == [
        "xr2 events, account ee51597b at https://xr2.uk",
        "  NAME    COUNT  SIZE   OLDEST  STATE",
        "  a?[2J?  1      100 B  0 s     set aside: 422: n?o",
        "  b       1      100 B  1 min   waiting, a running process has it",
        "unknown account",
        "  NAME                           COUNT  SIZE  OLDEST  STATE",
        "  0123456789abcdef-000001.spool  1      0 B   -       unreadable: it is no segment",
    ]


def test_values() -> None:
    """Only where they are asked for; bytes as Base64, and without what would steer the terminal."""
    entries = [listed({"name": "a", "note": "Zoë\x1b\u202e"}), listed(b"\x00\xff", kind="span"), BAD]
    groups = grouped(entries)
    assert list(tables(groups, values=True))[4:6] == [
        '  a: {"name": "a", "note": "Zoë\\u001b?"}',
        "  span: AP8=",
    ]
    assert [as_data(each, values=True)["values"] for each in groups] == [
        [{"body": {"name": "a", "note": "Zoë\x1b\u202e"}}], [{"base64": "AP8="}], [],
    ]  # fmt: skip
    assert "values" not in as_data(groups[0], values=False)
    assert "note" not in "".join(tables(groups, values=False))


def test_a_group_as_data() -> None:
    assert as_data(grouped([BAD])[0], values=False) == {
        "platform": None, "origin": None, "account": None, "kind": None, "name": BAD.path.name, "state": "unreadable",
        "reason": "it is no segment", "running": False, "count": 1, "bytes": 0, "oldest": None,
    }  # fmt: skip


def test_what_is_exported() -> None:
    each = listed(b"\x00\xff", 5, "age", kind="span")
    assert each.entry is not None
    assert json.loads(exported(each, each.entry)) == {
        "platform": "xr2", "origin": "https://xr2.uk", "account": "one", "kind": "events", "state": "set aside",
        "reason": "age", "id": "id", "type": "span", "at": NOW - 5, "base64": "AP8=",
    }  # fmt: skip
    waits = listed({"name": "a"})
    assert waits.entry is not None
    line = json.loads(exported(waits, waits.entry))
    assert (line["state"], line["reason"], line["body"]) == ("waiting", None, {"name": "a"})


def test_sums() -> None:
    assert summed([]) == "0 waiting (0 B)"
    assert summed([listed({}), listed({}, 1, "age"), BAD]) == "1 waiting (100 B), 1 set aside (100 B), 1 unreadable"
    assert summed([listed({}, 1, "age")] * 2) == "2 set aside (200 B)"
