"""Proves that the local Promptic's experiments move, score and fail as its options say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller
from promptport_local.promptic.scores import score
from promptport_local.promptic.state import Drive

from ..conftest import Clock
from .seeded import ready, status

READS: dict[str, Callable[[Backend, Caller, str], Any]] = {
    "get": lambda promptic, me, experiment: promptic.get_experiment(me, experiment),
    "list": lambda promptic, me, _: promptic.list_experiments(me),
    "list by status": lambda promptic, me, _: promptic.list_experiments(me, status="completed"),
    "one page": lambda promptic, me, _: promptic.list_experiments(me, limit=1, offset=9),
    "iterations": lambda promptic, me, experiment: promptic.list_iterations(me, experiment),
    "observations": lambda promptic, me, experiment: promptic.list_observations(me, experiment),
    "evaluators": lambda promptic, me, experiment: promptic.list_evaluators(me, experiment),
}


def test_each_look_is_a_step(promptic: Backend, me: Caller, clock: Clock) -> None:
    experiment = ready(promptic, me)
    assert promptic.get_experiment(me, experiment)["experimentStatus"] == "pending"
    started = promptic.start_experiment(me, experiment)
    assert (started["status"], len(started["messageId"])) == ("scheduled", 36)
    seen: list[tuple[Any, ...]] = []
    for _ in range(5):
        assert status(promptic, experiment) == (seen[-1][0] if seen else "scheduled")
        clock.forward(seconds=1)
        looked = promptic.get_experiment(me, experiment)
        seen.append((looked["experimentStatus"], looked["tokensUsed"], looked["startedAt"], looked["endedAt"]))
    begun, ended = "2026-01-15T09:30:01.123Z", "2026-01-15T09:30:04.123Z"
    # A prompt of four words, "Sort it." and the mark of its iteration, for four observations.
    assert seen == [
        ("running", 0, begun, None),
        ("running", 16, begun, None),
        ("running", 32, begun, None),
        ("completed", 48, begun, ended),
        ("completed", 48, begun, ended),
    ]
    assert len(promptic.list_iterations(me, experiment)["data"]) == 3


@pytest.mark.parametrize("read", READS)
def test_who_polls_anything_of_an_experiment_sees_its_end(promptic: Backend, me: Caller, read: str) -> None:
    """The clock stands: it is the reads that move it."""
    experiment = ready(promptic, me)
    promptic.start_experiment(me, experiment)
    seen = []
    for _ in range(4):
        READS[read](promptic, me, experiment)
        seen.append(status(promptic, experiment))
    assert seen == ["running", "running", "running", "completed"]


def test_who_reads_nothing_sees_the_end_in_time(promptic: Backend, me: Caller, clock: Clock) -> None:
    """A program that sleeps, and then looks once."""
    experiment = ready(promptic, me)
    promptic.start_experiment(me, experiment)
    clock.forward(seconds=10)
    assert promptic.get_experiment(me, experiment)["experimentStatus"] == "running"
    clock.forward(seconds=30)
    done = promptic.get_experiment(me, experiment)
    assert (done["experimentStatus"], done["endedAt"]) == ("completed", "2026-01-15T09:30:40.123Z")


@pytest.mark.parametrize("drive", ["instant", "clock", "manual"])
def test_what_else_makes_steps(promptic: Backend, me: Caller, clock: Clock, drive: Drive) -> None:
    promptic.options.experiments = drive
    promptic.options.step_seconds = 10
    experiment = ready(promptic, me)
    assert promptic.start_experiment(me, experiment)["status"] == "scheduled"
    if drive == "instant":
        assert status(promptic, experiment) == "completed"
        return
    for _ in range(3):
        assert promptic.get_experiment(me, experiment)["experimentStatus"] == "scheduled"
    if drive == "manual":
        clock.forward(days=1)
        assert promptic.get_experiment(me, experiment)["experimentStatus"] == "scheduled"
        assert promptic.advance_experiment(experiment)["experimentStatus"] == "running"
        assert promptic.advance_experiment(experiment, 99)["experimentStatus"] == "completed"
        return
    clock.forward(seconds=9.9)
    assert promptic.get_experiment(me, experiment)["experimentStatus"] == "scheduled"
    clock.forward(seconds=0.1)
    assert promptic.get_experiment(me, experiment)["experimentStatus"] == "running"
    clock.forward(seconds=20)
    assert len(promptic.list_iterations(me, experiment)["data"]) == 2
    clock.forward(days=1)
    done = promptic.get_experiment(me, experiment)
    assert (done["startedAt"], done["endedAt"]) == ("2026-01-15T09:30:10.123Z", "2026-01-15T09:30:40.123Z")


def test_a_failure_is_kept(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    promptic.options.experiments_end = "failed"
    promptic.start_experiment(me, experiment)
    looks = [promptic.get_experiment(me, experiment) for _ in range(3)]
    assert [each["experimentStatus"] for each in looks] == ["running", "failed", "failed"]
    assert (looks[-1]["errorCode"], looks[-1]["endedAt"]) == ("model_error", "2026-01-15T09:30:00.123Z")
    other = ready(promptic, me)
    assert promptic.fail_experiment(other, "mine", "because")["errorMessage"] == "because"
    assert promptic.get_experiment(me, other)["errorCode"] == "mine"
    with pytest.raises(ValueError, match="no experiments with the id 'nothing'"):
        promptic.fail_experiment("nothing")


def test_ever_so_many_epochs_end(promptic: Backend, me: Caller) -> None:
    promptic.options.experiments = "instant"
    promptic.options.most_epochs = 5
    experiment = ready(promptic, me, epochs=10**40)
    promptic.start_experiment(me, experiment)
    assert len(promptic.list_iterations(me, experiment)["data"]) == 5


def test_scores_are_those_of_the_formula(promptic: Backend, me: Caller) -> None:
    promptic.options.experiments = "instant"
    experiment = ready(promptic, me, hyperparameters={"trainSplitRatio": 0.7})
    promptic.start_experiment(me, experiment)
    for number, row in enumerate(promptic.list_iterations(me, experiment)["data"], 1):
        whole = promptic.get_iteration(me, experiment, row["id"])
        scores = {each["evaluatorName"]: each for each in whole["scores"]}
        for name, each in scores.items():
            assert abs(each["score"] - (0.5 + 0.4 * number / 3)) <= 0.03
            assert each["score"] == score(number, 3, name)
            assert each["iterationId"] == row["id"]
        assert scores["accuracy"]["rawScore"] == pytest.approx(10 * scores["accuracy"]["score"])
        mean = (3 * scores["accuracy"]["score"] + scores["tone"]["score"]) / 4
        assert row["overallNormalizedScore"] == pytest.approx(mean)
        assert row["evalNormalizedScore"] == pytest.approx(mean - 0.02)
        assert row["prompt"] == f"Sort it.\n[iteration {number}]"
        assert row["promptTokens"] == 4
    assert row["iterationNumber"] == 3


def test_nothing_is_held_out_without_a_split(promptic: Backend, me: Caller) -> None:
    promptic.options.experiments = "instant"
    schema = {"type": "object"}
    experiment = ready(promptic, me, taskType="structuredOutput", initialPredictionModelSchema=schema)
    promptic.start_experiment(me, experiment)
    rows = promptic.list_iterations(me, experiment)["data"]
    assert [each["evalNormalizedScore"] for each in rows] == [None] * 3
    assert [each["schemaSnapshot"] for each in rows] == [schema] * 3
    best = promptic.get_best_iteration(me, experiment)
    assert best["overallNormalizedScore"] == max(each["overallNormalizedScore"] for each in rows)
