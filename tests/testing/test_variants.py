"""Proves that one test serves both variants of a platform, plain or behind a broken connection."""

from __future__ import annotations

import pytest

from promptport.errors import CallError
from promptport.platform import Query
from promptport.testing import Example, Fault, Platform
from promptport.testing.variants import asked, faulty, opened
from promptport_local.xr2 import settings


def example_of(platform: Platform) -> Example:
    """The prompt of xR2's fixture."""
    return Example("xr2", settings(platform.url("xr2")), "welcome", {}, "", 1, "production", addresses=("base_url",))


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_variant(platform: Platform, kind: str) -> None:
    with opened(example_of(platform), kind) as variant:
        assert variant.fetch(Query("welcome")).name == "welcome"
        assert variant.traits.name == "xr2"
        assert variant.with_options(timeout=1).fetch(Query("welcome")).version == 1


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_variant_behind_a_proxy(platform: Platform, kind: str) -> None:
    with faulty(example_of(platform), kind) as (variant, proxy):
        assert proxy is not None
        assert variant.fetch(Query("welcome")).name == "welcome"
        proxy.fault = Fault("refuse")
        with pytest.raises(CallError):
            variant.fetch(Query("welcome"), 0.5)


def test_all_ways_to_ask(platform: Platform) -> None:
    assert asked(example_of(platform)) == [Query("welcome"), Query("welcome", 1), Query("welcome", label="production")]
