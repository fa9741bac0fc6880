"""Proves that places in the pool come free whatever becomes of their connections."""

from __future__ import annotations

import gc

from promptport.http.connection import Origin
from promptport.http.pool import KEPT, Pool

THERE, ELSEWHERE = Origin(False, "a", 80, None), Origin(False, "b", 80, None)


def test_a_lost_connection_frees_its_place() -> None:
    """An interrupt lets go of a connection without a word: its place is free when it is gone."""
    pool = Pool(1)
    lost = pool.place(THERE)
    assert lost is not None
    assert pool.place(THERE) is None
    del lost
    gc.collect()
    assert pool.place(ELSEWHERE) is not None


def test_a_connection_that_was_not_answered_to_the_end_is_not_kept() -> None:
    pool = Pool(1)
    made = pool.place(THERE)
    assert made is not None
    made._protocol.send_failed()
    pool.give_back(made)
    assert pool.idle(THERE) is None
    assert pool.place(THERE) is not None


def test_waiting_for_a_place_is_short() -> None:
    """Nobody has to be told: a place may come free without a word."""
    pool = Pool(0)
    assert pool.place(THERE) is None
    pool.wait(60)
    assert KEPT < 100


def test_nothing_is_kept_after_the_end() -> None:
    pool = Pool(2)
    made = pool.place(THERE)
    assert made is not None
    pool.close()
    pool.give_back(made)
    assert (pool.closed(), pool.idle(THERE)) == (True, None)
