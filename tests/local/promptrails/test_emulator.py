"""Proves that what the vendor's own emulator holds is here under its ids, so that tests which were written against it pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from promptport_local.clock import Clock
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.emulator import AGENTS
from promptport_local.store import Store


@pytest.fixture
def rails(clock: Clock) -> Iterator[Backend]:
    """PromptRails where any key will do."""
    with closing(Store()) as store:
        made = Backend(Contract.load("promptrails"), Environment("promptrails", store, clock, seed=1, any_key=True))
        made.reset()
        yield made


def test_its_agents_run(rails: Backend) -> None:
    assert [each["name"] for each in AGENTS] == ["Simple Agent", "Simple Chat Bot"]
    for each in AGENTS:
        run = rails.runs.execute(each["id"], {"topic": "x"})
        assert (run["status"], run["agent_version_id"]) == (
            "completed",
            rails.records.all("agent_versions", agent_id=each["id"])[0]["id"],
        )


def test_its_chat_agent_remembers(rails: Backend) -> None:
    (memory,) = rails.records.listed("memories", AGENTS[1]["id"])
    assert memory["memory_type"] == "fact"
