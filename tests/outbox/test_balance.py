"""Proves that books which don't balance are noticed, while an outbox lives and when it ends, and that those which do are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.outbox import balance as module
from promptport.outbox.balance import Balance, compared
from promptport.outbox.books import Books
from promptport.outbox.outbox import Outbox

from .things import ABOUT, LOST, SMALL, Backend


class Audited:
    """Something with books."""

    def __init__(self, found: str) -> None:
        self.found = found

    def imbalance(self) -> str:
        """What does not add up."""
        return self.found


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEP", 0.0)


def test_those_that_live_and_those_that_have_ended() -> None:
    """Each is told once when it has ended, and as long as it lives."""
    balance = Balance()
    balance.watch()
    well, bad, ended = Audited(""), Audited("bad"), Audited("ended")
    for each in (well, bad, ended):
        balance.began(each)
    balance.ends(ended)
    balance.ends(ended)
    assert balance.taken() == ["ended", "bad"]
    assert balance.taken() == ["bad"]
    balance.ends(well)
    del bad
    assert balance.taken() == []


def test_nobody_looks_unasked() -> None:
    balance, bad = Balance(), Audited("bad")
    balance.began(bad)
    balance.ends(bad)
    assert balance.taken() == []


def test_what_is_under_way_is_given_its_time() -> None:
    """An entry may be marked, and not counted yet."""
    counts = iter([0, None, 1])
    assert compared("x", lambda: Books(1, 0, 0, 1), lambda: next(counts)) == ""
    assert compared("x", lambda: Books(1, 0, 0, 1), lambda: None) == ""  # nobody can say
    assert compared("xr2 events", lambda: Books(5, 1, 2, 3, {"age": 1}), lambda: 2) == (
        "xr2 events: 5 accepted + 1 adopted - 2 delivered - 1 set aside leaves 3 waiting, but 2 lie there."
    )


@pytest.mark.parametrize("folder", [True, False])
def test_an_outbox(tmp_path: Path, folder: bool) -> None:
    """What has gone from it without a word is noticed, on disk and in memory."""
    outbox = Outbox(Backend(*[LOST] * 1000).deliver, tmp_path if folder else None, ABOUT, SMALL)
    try:
        for each in range(30):
            outbox.put("event", each)
        assert outbox.imbalance() == ""
        outbox._batches.delivered += 1
        assert "leaves 29 waiting, but 30 lie there" in outbox.imbalance()
        outbox._batches.delivered -= 1
    finally:
        outbox.close(0.0)
