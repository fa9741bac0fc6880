"""Proves that a history says nothing where nobody said something."""

from __future__ import annotations

import pickle

import pytest

from promptport.model import History, Operation, Releases

pytestmark = pytest.mark.one_python("it is data")


def test_a_history_that_says_nothing() -> None:
    assert History() == ("", "", "", "", (), {}, {})
    assert Operation("a", "GET", "/", "").history is None
    assert pickle.loads(pickle.dumps(History(since="1"))) == History(since="1")
    assert Releases("toy", ("1",)).names == ("1",)


@pytest.mark.parametrize(("history", "lacking", "sentence"), [
    (History(since="2"), ["1"], "`a` is there since toy 2."),
    (History(until="2", removed_in="3", replaced_by=("b", "c.d")), ["3"], "`a` is gone since toy 3; use `b` or `c.d`."),
    (History(since="2", until="2", removed_in="3"), ["1", "3"], "`a` came with toy 2 and is gone since 3."),
    (History(name="a"), [], None),
])  # fmt: skip
def test_which_releases_lack_it(history: History, lacking: list[str], sentence: str | None) -> None:
    names = ("1", "2", "3")
    assert [each for each in names if history.lacking(names, each)] == lacking
    assert sentence is None or history.describe("`a`", "toy") == sentence
