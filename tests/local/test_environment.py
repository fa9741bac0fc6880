"""Proves what a platform lives on: records of its own, one clock, and randomness that repeats with a seed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from promptport_local.environment import Environment
from promptport_local.store import Store

from .conftest import Clock


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store()) as made:
        yield made


def test_collections_of_its_own(store: Store, clock: Clock) -> None:
    one, other = Environment("one", store, clock), Environment("other", store, clock)
    for each in (one, other):
        each.collection("things").put("a", value=each.name)
    one.clear()
    assert (one.collection("things").all(), other.collection("things").all()) == ([], ["other"])


def test_randomness_repeats_with_a_seed(store: Store, clock: Clock) -> None:
    """For each platform, and for each purpose of it, another; it goes on until it begins anew."""
    one, same, other = (Environment(name, store, clock, seed=1) for name in ("one", "one", "other"))
    first, second = one.uuid(), one.uuid()
    assert first != second
    assert same.uuid() == first
    assert other.uuid() not in (first, second)
    one.reseed()
    assert one.uuid() == first
    assert one.randomness("a").random() == same.randomness("a").random() != one.randomness("b").random()


def test_without_a_seed_it_never_does(store: Store, clock: Clock) -> None:
    one, other = Environment("one", store, clock), Environment("one", store, clock)
    assert not one.repeats
    assert one.uuid() != other.uuid()


def test_it_returns_to_what_was_saved(store: Store, clock: Clock) -> None:
    """Its records and its randomness."""
    made = Environment("one", store, clock, seed=1)
    made.collection("things").put("a", value=1)
    made.uuid()
    saved = made.save()
    following = made.uuid()
    made.collection("things").put("b", value=2)
    made.restore(saved)
    assert made.collection("things").all() == [1]
    assert made.uuid() == following


def test_what_is_asked_meanwhile(store: Store, clock: Clock) -> None:
    made = Environment("one", store, clock, seed=1)
    with made.watched() as quiet:
        pass
    with made.watched() as watch:
        made.moment()
        made.uuid()
    assert (quiet.moments, quiet.drew) == (set(), False)
    assert (watch.moments, watch.drew) == ({clock.moment}, True)
