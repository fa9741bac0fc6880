"""Proves that a history says nothing where nobody said something."""

from __future__ import annotations

import pickle

import pytest

from promptport.model import History, Operation, Releases

pytestmark = pytest.mark.one_python("it is data")


def test_a_history_that_says_nothing() -> None:
    assert History() == ("", "", "", (), {}, {})
    assert Operation("a", "GET", "/", "").history is None
    assert pickle.loads(pickle.dumps(History("1"))) == History("1")
    assert Releases("toy", ("1",)).names == ("1",)
