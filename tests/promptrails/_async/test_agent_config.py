"""Proves that an agent's config goes out as the documented client sends it: typed, plain, or both together."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.promptrails import (
    ChainAgentConfig,
    PromptLink,
    SimpleAgentConfig,
)

from .conftest import Wire


@pytest.mark.parametrize(
    ("config", "sent"),
    [
        (SimpleAgentConfig("p"), {"type": "simple", "prompt_id": "p", "approval_required": False}),
        (
            ChainAgentConfig([PromptLink("p", "r", 0), {"prompt_id": "q", "role": "s", "sort_order": 1}], True, "check"),
            {"type": "chain", "approval_required": True, "approval_checkpoint_name": "check", "prompt_ids": [
                {"prompt_id": "p", "role": "r", "sort_order": 0}, {"prompt_id": "q", "role": "s", "sort_order": 1}]},
        ),
        ({"type": "multi_agent", "prompt_ids": [PromptLink("p", "r", 0)]},
         {"type": "multi_agent", "prompt_ids": [{"prompt_id": "p", "role": "r", "sort_order": 0}]}),
        ({"checkpoint_name": None}, {"checkpoint_name": None}),
    ],
)  # fmt: skip
async def test_configs(wire: Wire, config: Any, sent: dict[str, Any]) -> None:
    """Typed configs, plain mappings, and both together; None stays where a mapping has it."""
    await wire.client.agents.create_version("a", config=config)
    assert wire.body == {"set_current": False, "config": sent}


async def test_config_that_is_none(wire: Wire) -> None:
    """What JSON has no word for is refused; whatever else, the platform judges, as behind the documented client."""
    for wrong in (object(), b"simple", 1j):
        with pytest.raises(ArgumentError, match="config"):
            await wire.client.agents.create_version("a", config=wrong)  # type: ignore[arg-type] # that is the point
    assert not wire.seen
    await wire.client.agents.create_version("a", config="simple")  # type: ignore[arg-type] # likewise
    assert wire.body == {"set_current": False, "config": "simple"}
