"""Proves which API keys of PromptRails are good."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from promptport_local.environment import Environment
from promptport_local.errors import Refusal
from promptport_local.promptrails.keys import Keys
from promptport_local.store import Store

from ..conftest import Clock


@pytest.fixture
def keys(clock: Clock) -> Iterator[Keys]:
    with closing(Store()) as store:
        yield Keys(Environment("promptrails", store, clock))


def test_a_good_key(keys: Keys) -> None:
    keys.put("a-key-that-is-long", owner="o")
    assert keys.authenticate("a-key-that-is-long")["owner"] == "o"
    assert keys.masked()[0]["token"] == "a-ke…"


@pytest.mark.parametrize(("fields", "status"), [({"active": False}, 401), ({"allowed": False}, 403), (None, 401)])
def test_others(keys: Keys, fields: dict[str, bool] | None, status: int) -> None:
    """Revoked, not from this address, or not known."""
    if fields is not None:
        keys.put("key", **fields)
    with pytest.raises(Refusal) as caught:
        keys.authenticate("key")
    assert caught.value.status == status
