"""Proves that the local Promptic's evaluations move on until they are over."""

from __future__ import annotations

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from ..conftest import Clock


@pytest.fixture
def evaluation(promptic: Backend, me: Caller) -> tuple[str, str]:
    """A component and an evaluation in it, pending."""
    component = promptic.list_components(me)["data"][0]["id"]
    dataset = promptic.list_datasets(me, component)["data"][0]["id"]
    return component, promptic.create_evaluation(me, component, {"datasetId": dataset})["id"]


def test_an_evaluation_takes_as_many_looks_as_it_is_told(
    promptic: Backend, me: Caller, evaluation: tuple[str, str]
) -> None:
    promptic.options.evaluation_steps = 4
    looks = [promptic.get_evaluation(me, *evaluation)["status"] for _ in range(5)]
    assert looks == ["running", "running", "running", "completed", "completed"]


def test_who_polls_the_list_sees_the_end(promptic: Backend, me: Caller, evaluation: tuple[str, str]) -> None:
    looks = [promptic.list_evaluations(me, evaluation[0])["data"][0]["status"] for _ in range(3)]
    assert looks == ["running", "completed", "completed"]


def test_who_reads_nothing_sees_the_end_in_time(
    promptic: Backend, me: Caller, evaluation: tuple[str, str], clock: Clock
) -> None:
    clock.forward(seconds=20)
    done = promptic.get_evaluation(me, *evaluation)
    assert (done["status"], done["completedAt"]) == ("completed", "2026-01-15T09:30:20.123Z")


def test_an_evaluation_by_the_clock(promptic: Backend, me: Caller, evaluation: tuple[str, str], clock: Clock) -> None:
    promptic.options.evaluations = "clock"
    promptic.options.step_seconds = 60
    assert promptic.get_evaluation(me, *evaluation)["status"] == "pending"
    clock.forward(minutes=1)
    assert promptic.list_evaluations(me, evaluation[0])["data"][0]["status"] == "running"
    clock.forward(minutes=5)
    done = promptic.get_evaluation(me, *evaluation)
    assert (done["startedAt"], done["completedAt"]) == ("2026-01-15T09:31:00.123Z", "2026-01-15T09:32:00.123Z")
    assert done["results"]["meta"]["analyzedAt"] == done["completedAt"]


def test_an_evaluation_that_nothing_moves_and_one_that_is_done_at_once(
    promptic: Backend, me: Caller, evaluation: tuple[str, str]
) -> None:
    promptic.options.evaluations = "manual"
    assert promptic.get_evaluation(me, *evaluation)["status"] == "pending"
    assert promptic.advance_evaluation(evaluation[1])["status"] == "running"
    assert promptic.fail_evaluation(evaluation[1])["status"] == "failed"
    assert promptic.advance_evaluation(evaluation[1])["status"] == "failed"
    promptic.options.evaluations = "instant"
    dataset = promptic.get_evaluation(me, *evaluation)["datasetId"]
    made = promptic.create_evaluation(me, evaluation[0], {"datasetId": dataset})
    assert made["status"] == "pending"
    assert promptic.get_evaluation(me, evaluation[0], made["id"])["status"] == "completed"


def test_an_evaluation_fails_without_results(promptic: Backend, me: Caller, evaluation: tuple[str, str]) -> None:
    promptic.options.evaluations_end = "failed"
    looks = [promptic.get_evaluation(me, *evaluation) for _ in range(2)]
    assert [(each["status"], each["results"]) for each in looks] == [("running", None), ("failed", None)]


def test_an_evaluation_of_a_run_that_is_gone(promptic: Backend, me: Caller) -> None:
    component = promptic.list_components(me)["data"][0]["id"]
    run = promptic.list_runs(me, component)["data"][0]
    body = {"datasetId": run["datasetId"], "runId": run["id"]}
    made = promptic.create_evaluation(me, component, body)["id"]
    promptic.delete_run(me, component, run["id"])
    promptic.advance_evaluation(made, 2)
    assert promptic.get_evaluation(me, component, made)["results"]["meta"]["totalRuns"] == 0
