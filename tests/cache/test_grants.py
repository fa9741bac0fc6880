"""Proves who may have a copy where the platform gives no good answer, and what of that a store brings back."""

from __future__ import annotations

import pytest

from promptport.cache.breaker import REFUSED
from promptport.cache.grants import Grant, may_have
from promptport.cache.settings import RAISE, CacheSettings

SETTINGS = CacheSettings(refusal_ttl=1000.0)
NOW = 5000.0


@pytest.mark.parametrize(
    ("grant", "refused", "served"),
    [
        (Grant("key"), None, True),  # an outage
        (Grant("another"), None, True),
        (Grant("another", 1.0, 1.0), None, True),  # the other's refusal is not this one's
        (Grant("key"), NOW - 999, True),
        (Grant("key"), NOW - 1000, False),
        (Grant("key", NOW - 1000, NOW), None, False),  # as an earlier process has found
        (Grant("key", NOW - 1000, NOW), NOW, False),
        (Grant("another"), NOW, False),
    ],
)
def test_who_may_have_a_copy(grant: Grant, refused: float | None, served: bool) -> None:
    assert may_have(grant, "key", refused, NOW, SETTINGS) is served


def test_refusals_may_raise() -> None:
    settings = SETTINGS._replace(on_refusal=RAISE)
    assert not may_have(Grant("key"), "key", NOW, NOW, settings)
    assert may_have(Grant("key"), "key", None, NOW, settings)  # an outage is none


def test_the_first_refusal_is_remembered() -> None:
    grant = Grant("key").after_refusal(10.0).after_refusal(20.0)
    assert grant == Grant("key", 10.0, 20.0)
    assert grant.moved(100.0) == Grant("key", 110.0, 120.0)
    assert Grant("key").moved(100.0) == Grant("key")
    assert [grant.rests(who, 20.0 + after) for who, after in (("key", 29.9), ("key", REFUSED), ("x", 0.0))] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("grant", "found"),
    [
        (Grant("key", 10.0, 20.0), Grant("key", 10.0, 20.0)),
        (Grant("key", 10.0, 9000.0), Grant("key", 10.0, 10.0)),
        (Grant("key", 9000.0, 9000.0), Grant("key", NOW, NOW)),
        (Grant("key", None, 20.0), Grant("key")),
        (Grant("key"), Grant("key")),
    ],
)
def test_what_a_store_brings_back(grant: Grant, found: Grant) -> None:
    """Nothing that is still to come: some clock was ahead."""
    assert grant.checked(NOW, 2.0) == found
