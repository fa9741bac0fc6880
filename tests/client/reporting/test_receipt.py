"""Proves that a receipt can be awaited."""

from __future__ import annotations

from promptport import Receipt


async def test_it_can_be_awaited_for_nothing() -> None:
    """As often as anybody likes."""
    receipt = Receipt("1")
    assert await receipt is receipt
    assert (await receipt).id == "1"
