"""Proves what the calls about cases take besides what the wire has."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.promptic import AsyncPrompticClient

from ..wire import Wire

CASE: dict[str, Any] = {"inputPayload": {"a": None}, "expectedPayload": [1], "split": None}


async def test_one_case_or_several() -> None:
    """They go out as a list, untouched."""
    wire = Wire()
    async with AsyncPrompticClient("k", transport=wire.transport) as client:
        for given in (CASE, [CASE], (CASE,)):
            await client.create_dataset_cases("c", "d", given)
            assert wire.body == [CASE]


async def test_changes_of_a_case() -> None:
    """By either name; None is sent, what is not given is not; a misspelt name is refused."""
    wire = Wire()
    async with AsyncPrompticClient("k", transport=wire.transport) as client:
        await client.update_dataset_case("c", "d", 7, expectedPayload=None, input_payload={"a": 1}, idx=None)
        assert wire.body == {"expectedPayload": None, "inputPayload": {"a": 1}, "idx": None}
        with pytest.raises(ArgumentError, match="twice"):
            await client.update_dataset_case("c", "d", 7, expectedPayload=None, expected_payload=None)
        with pytest.raises(ArgumentError, match="expectedPayload"):
            await client.update_dataset_case("c", "d", 7, expectedPayloed=None)
    assert len(wire.seen) == 1
