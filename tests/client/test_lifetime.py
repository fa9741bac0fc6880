"""Proves when a client may still be used: until it ends, or the one that it was made from."""

from __future__ import annotations

import pytest

from promptport.client.lifetime import Lifetime
from promptport.errors import ClosedError


def test_it_ends_once() -> None:
    """What it holds is closed the first time."""
    life = Lifetime()
    life.check()
    assert [life.end(), life.end()] == [True, False]
    with pytest.raises(ClosedError):
        life.check()


def test_one_that_was_made_from_another() -> None:
    """It ends with it; its own end closes nothing that the other holds."""
    life = Lifetime()
    one, other = life.derived(), life.derived().derived()
    assert one.end() is False
    assert (one.ended, other.ended, life.ended) == (True, False, False)
    life.end()
    assert other.ended
    assert Lifetime(life).derived().ended
