"""Proves what stands in for a platform without a key: both variants say the same of themselves, and can be closed."""

from __future__ import annotations

import asyncio

import pytest

from promptport import CallError
from promptport.client.keyless import AsyncKeyless, Keyless, NoCredential
from promptport.errors import ConfigurationError
from promptport.platform import Query


def test_both_variants() -> None:
    """A refresh of a blocking client asks the asyncio one, which is the same."""
    keyless = Keyless("xr2", "There is no key: give one.")
    twin = keyless.for_refreshes()
    assert isinstance(twin, AsyncKeyless)
    assert twin.traits == keyless.traits == twin.with_options(timeout=3.0).traits
    with pytest.raises(NoCredential, match=r"There is no key: give one. \(xr2\) Give it, and build") as caught:
        keyless.fetch(Query("welcome"), 1.0)
    with pytest.raises(NoCredential) as other:
        asyncio.run(twin.fetch(Query("welcome"), 1.0))
    assert str(other.value) == str(caught.value)
    keyless.close()
    asyncio.run(twin.aclose())


def test_what_is_raised_is_both() -> None:
    """Whoever catches what is wrong with settings catches it, and whoever catches failed calls."""
    error = NoCredential("There is no key.", "xr2")
    assert isinstance(error, ConfigurationError)
    assert isinstance(error, CallError)
    assert (error.missing, error.kind, error.platform, error.refused) == (True, "credential", "xr2", False)
