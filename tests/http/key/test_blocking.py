"""Proves that a blocking client awaits nothing: what can be told before is refused when it is built, the rest when it calls.

How threads wait for a key stands in `tests/http/_sync/test_keys.py`, in every room.
"""

from __future__ import annotations

import gc
import warnings
from functools import partial
from typing import Any

import pytest

from promptport.errors import ConfigurationError
from promptport.http.key import AskedKey, NoKey
from promptport.http.key.blocking import ask
from promptport.platform import Query, find

from ...base.aio import answering, awaited
from ...base.keyed import Keyed, Vault
from ...base.rooms import ROOMS, secret_of, settings

ADDRESS = "http://platform.test"
KEY = "first-key-0123"


class Manager:
    """A secret manager whose object is called, and awaited."""

    async def __call__(self) -> str:
        """The key."""
        return KEY


@pytest.mark.parametrize("function", [awaited(Vault(KEY)), partial(awaited(Vault(KEY))), Manager()])
@pytest.mark.parametrize("room", ROOMS)
def test_what_is_to_be_awaited_is_refused(room: str, function: Any) -> None:
    """When the client is built."""
    with pytest.raises(ConfigurationError, match="a blocking client needs one that answers the key itself"):
        find(room).sync("", **settings(room, ADDRESS, **{secret_of(room): function}))


@pytest.mark.parametrize("room", ROOMS)
def test_what_turns_out_to_be_is_refused_then(room: str) -> None:
    """And nobody complains of a coroutine that was never awaited."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        given = {secret_of(room): answering(Vault(KEY)), "transport": Keyed(KEY).transport}
        source: Any = find(room).sync("", **settings(room, ADDRESS, **given))
        with pytest.raises(ConfigurationError, match="`AsyncClient` does"):
            source.fetch(Query("welcome"), 5.0)
        source.close()
        gc.collect()


def test_who_comes_late_does_not_ask_again() -> None:
    """Who was refused with a key that others have replaced meanwhile goes on with the new one."""
    vault = Vault(KEY, "second-key-0123")
    asked = AskedKey(vault)
    before = asked.shown
    for _ in range(3):
        ask(asked, before, 5.0)
    assert (asked.value, vault.asked) == (KEY, 1)


def test_trouble_that_is_over() -> None:
    """A function that answers again leaves nothing of it to be told with a later refusal."""
    vault = Vault(RuntimeError("sealed"), KEY)
    asked = AskedKey(vault)
    with pytest.raises(NoKey, match="it raised RuntimeError"):
        ask(asked, asked.shown, 5.0)
    assert "RuntimeError" in asked.trouble
    ask(asked, asked.shown, 5.0)
    assert (asked.trouble, asked.value) == ("", KEY)
