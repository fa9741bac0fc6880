"""Proves that books which don't balance are noticed, while an outbox lives and when it ends, and that those which do are not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from promptport.outbox import balance as module
from promptport.outbox.balance import Balance
from promptport.outbox.books import Books
from promptport.outbox.frames import DONE, SENT, Frame
from promptport.outbox.outbox import Outbox

from .things import ABOUT, LOST, SMALL, Backend

WHOSE = {"platform": "xr2", "kind": "events", "account": "one"}


class Audited:
    """Books, and parts of which in each look as many frames wait as is told."""

    path, sealed = None, True

    def __init__(self, waiting: int, *found: int | None) -> None:
        self.books = Books(5, 1, 2, waiting, {"age": 1})
        self._found: Iterator[int | None] = iter(found) if len(found) > 1 else repeat(found[0])

    def parts(self) -> Iterator[Any]:
        """Itself."""
        yield self

    @contextmanager
    def opened(self) -> Iterator[Any]:
        """Itself."""
        yield self

    def frames(self, *, sealed: bool) -> list[Frame]:
        """Those that wait, and one that does not."""
        count = next(self._found)
        if count is None:
            raise FileNotFoundError
        return [*[Frame(0, b"", SENT, 1, 0.0)] * count, Frame(0, b"", DONE, 1, 0.0)]


BAD = "xr2 events: 5 accepted + 1 adopted - 2 delivered - 1 set aside leaves 3 waiting, but {} lie there."


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEP", 0.0)


def test_those_that_live_and_those_that_have_ended() -> None:
    """One that has ended is told once, one that lives as long as it does."""
    balance = Balance()
    balance.watch()
    well, bad, ended = Audited(3, 3), Audited(3, 2), Audited(3, 4)
    for each in (well, bad, ended):
        balance.began(each, each, WHOSE)
    balance.ends(ended)
    balance.ends(ended)
    assert balance.taken() == [BAD.format(4), BAD.format(2)]
    assert balance.taken() == [BAD.format(2)]
    balance.ends(bad)
    balance.ends(well)
    assert balance.taken() == [BAD.format(2)]
    assert balance.taken() == []


def test_nobody_looks_unasked() -> None:
    balance, bad = Balance(), Audited(3, 2)
    balance.began(bad, bad, WHOSE)
    balance.ends(bad)
    assert balance.taken() == []


def test_what_is_under_way_is_given_its_time() -> None:
    """An entry may be marked, and not counted yet; where nobody can say what lies there, nothing is wrong."""
    balance = Balance()
    balance.watch()
    for each in (Audited(3, 4, None, 2, 3), Audited(3, None)):
        balance.began(each, each, WHOSE)
        balance.ends(each)
    assert balance.taken() == []


@pytest.mark.promise("D11")
@pytest.mark.parametrize("folder", [True, False])
def test_an_outbox(tmp_path: Path, folder: bool) -> None:
    """What has gone from it without a word is noticed, on disk and in memory."""
    balance = Balance()
    balance.watch()
    outbox = Outbox(Backend(*[LOST] * 1000).deliver, tmp_path if folder else None, ABOUT, SMALL)
    try:
        for each in range(30):
            outbox.put("event", each)
        balance.began(outbox, outbox._spool, ABOUT)
        assert balance.taken() == []
        outbox._batches.delivered += 1
        (found,) = balance.taken()
        assert "https://platform: 30 accepted" in found
        assert "leaves 29 waiting, but 30 lie there" in found
        outbox._batches.delivered -= 1
    finally:
        outbox.close(0.0)
