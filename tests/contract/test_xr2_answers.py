"""Proves that an answer of xR2 which the vendor's models take is read by ours."""

from __future__ import annotations

import json
import random
from importlib import import_module, resources
from typing import Any

import pytest
from generator import contract
from promptport_api.xr2.api.client import get_prompt, track_event

from promptport.http.contract_log import DIFFERENCES
from promptport.model import Unreadable

# Named this way, since a type checker need not have the vendor's package.
theirs: Any = import_module("xr2_sdk.models")
CONTRACT = contract.unpacked((resources.files("promptport_api.xr2") / "contract.json").read_text(encoding="utf-8"))
LEAVES: list[Any] = [None, True, 0, 1.5, "", "7", "2026-01-15T09:00:00Z", [], {}, [None], {"a": 1}, [{"name": "x"}]]
READ = {"get_prompt": (get_prompt, "PromptContentResponse"), "track_event": (track_event, "EventResponse")}


def example(operation: str) -> dict[str, Any]:
    """The answer of the contract's example."""
    for item in CONTRACT["paths"].values():
        for each in item.values():
            if isinstance(each, dict) and each.get("operationId") == operation:
                found: dict[str, Any] = each["responses"]["200"]["content"]["application/json"]["example"]
                return found
    raise LookupError(operation)


@pytest.mark.promise("C9")
@pytest.mark.parametrize("operation", READ)
def test_c9_what_theirs_reads_ours_reads(operation: str, size: float) -> None:
    """C9: whatever is in it; and what theirs refuses, ours reads or tells as an answer that is none."""
    module, model = READ[operation]
    chance, answer, taken = random.Random(operation), example(operation), 0
    for number in range(int(100_000 * size)):
        odd = {
            name: chance.choice(LEAVES) if number and chance.random() < 0.2 else each for name, each in answer.items()
        }
        odd = {name: each for name, each in odd.items() if chance.random() < 0.97} | {"new": chance.choice(LEAVES)}
        try:
            ours = module.parse(json.dumps(odd).encode())
        except Unreadable:
            ours = None
        try:
            getattr(theirs, model).model_validate(odd)
        except ValueError:
            continue
        taken += 1
        assert ours is not None, odd
        assert ours.to_dict()  # it can be gone through
    assert taken > 10
    DIFFERENCES.clear()
