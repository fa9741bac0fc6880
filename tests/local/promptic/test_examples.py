"""Proves that the local Promptic's observations are numbered, and its judges warned of."""

from __future__ import annotations

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import ready


def test_a_judge_without_instructions_is_warned_of(
    promptic: Backend, me: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    component = promptic.create_component(me, {"name": "c"})["id"]
    experiment = promptic.create_experiment(me, {"aiComponentId": component, "targetModel": "m"})["id"]
    given = [
        {"name": str(n), "type": "referenceJudge", "config": each}
        for n, each in enumerate([None, {"instructions": "i"}])
    ]
    assert len(promptic.create_evaluators(me, experiment, given)["data"]) == 2
    assert [each.getMessage() for each in caplog.records] == [
        "the evaluator '0' is a referenceJudge and has no instructions"
    ]


def test_numbers_never_come_twice(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    first = [each["id"] for each in promptic.list_observations(me, experiment)["data"]]
    for each in first:
        promptic.delete_observation(me, experiment, each)
    (added,) = promptic.create_observations(me, experiment, [{"variables": {}, "expected": ""}])["data"]
    assert first == sorted(first)
    assert added["id"] > first[-1]
    assert added["idx"] == 0
