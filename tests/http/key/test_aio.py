"""Proves that tasks of one event loop after another get a key, whatever became of those who asked before.

How they share who asks stands in `tests/http/_async/test_keys.py`, in every room.
"""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from promptport.http.key import AskedKey, NoKey
from promptport.http.key.aio import ask

from ...base.aio import FORMS
from ...base.keyed import Vault

KEY = "first-key-0123"


@pytest.mark.parametrize("form", FORMS)
def test_in_one_loop_after_the_other(form: str) -> None:
    """A loop that ends while the function is asked takes nothing from the next one."""
    vault = Vault(KEY)
    asked = AskedKey(FORMS[form](vault))

    async def gone() -> None:
        asyncio.get_running_loop().create_task(ask(asked, asked.shown, 5.0))
        await asyncio.sleep(0)

    asyncio.run(gone())
    asyncio.run(ask(asked, asked.shown, 5.0))
    assert asked.value == KEY


@pytest.mark.parametrize("form", FORMS)
async def test_who_is_cancelled_takes_nothing_from_the_others(form: str) -> None:
    """One of two who wait is cancelled; the other gets the key, which was asked for once."""
    vault, go = Vault(KEY), asyncio.Event()

    async def slow() -> Any:
        await go.wait()
        return vault()

    asked = AskedKey(slow if form == "awaited" else lambda: slow())  # noqa: PLW0108 # it does not say that it is awaited
    one, other = (asyncio.create_task(ask(asked, asked.shown, 5.0)) for _ in range(2))
    await asyncio.sleep(0.01)
    one.cancel()
    go.set()
    await other
    assert one.cancelled()
    assert (asked.value, vault.asked) == (KEY, 1)


async def test_how_long_was_waited_is_told() -> None:
    """In seconds, for whoever was too impatient."""

    async def never() -> str:
        await asyncio.Event().wait()
        return KEY

    asked = AskedKey(never)
    with pytest.raises(NoKey, match=r"did not answer within 0\.05 s"):
        await ask(asked, asked.shown, 0.05)
