"""Proves that the local Promptic's fixture has a prompt and traces, and is what a seed may be."""

from __future__ import annotations

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.fixture import fixture
from promptport_local.promptic.resources import Caller
from promptport_local.promptic.seeds import check_seed

from ..conftest import Clock
from .seeded import COMPONENT, GREETING, deployed


def test_the_fixture_has_a_prompt_and_traces(promptic: Backend, me: Caller) -> None:
    prompt = deployed(promptic, me, "welcome")
    assert (prompt["promptMessages"], prompt["promptFormat"]) == (GREETING, "multi_message")
    assert prompt["prompt"] == f"{GREETING[0]['content']}\n\n{GREETING[1]['content']}"
    assert (prompt["componentId"], prompt["iterationId"], prompt["score"]) == (COMPONENT, 1, 0.89)
    listed = promptic.list_traces(me)
    assert [(each["status"], each["startTime"]) for each in listed["traces"]] == [
        ("error", "2026-01-15T09:10:00.123Z"),
        ("ok", "2026-01-15T08:50:00.123Z"),
        ("ok", "2026-01-15T08:30:00.123Z"),
    ]
    evaluation = promptic.list_evaluations(me, COMPONENT)["data"][0]
    assert (evaluation["status"], evaluation["results"]["meta"]["totalRuns"]) == ("completed", 1)


def test_the_fixture_is_what_a_seed_may_be(clock: Clock) -> None:
    """`reset` takes it unchecked."""
    check_seed(fixture(clock()))
