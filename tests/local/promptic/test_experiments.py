"""Proves that the local Promptic's experiments move, score, fail and deploy as they should, without HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller
from promptport_local.promptic.scores import best_of, overall, score
from promptport_local.promptic.state import Drive

from ..conftest import PROMPTIC_KEY, Clock

EVALUATORS: list[dict[str, Any]] = [
    {"name": "accuracy", "type": "f1", "weight": 3, "scaleMin": 0, "scaleMax": 10},
    {"name": "tone", "type": "generalJudge", "config": {"messages": []}},
]


@pytest.fixture
def me(promptic: Backend) -> Caller:
    return promptic.caller(PROMPTIC_KEY)


def ready(promptic: Backend, me: Caller, epochs: int = 3, **fields: Any) -> str:
    """An experiment that can start."""
    component = promptic.create_component(me, {"name": "c"})["id"]
    body = {"aiComponentId": component, "targetModel": "m", "initialPrompt": "Sort it.", **fields}
    body["hyperparameters"] = {"epochs": epochs, **fields.get("hyperparameters", {})}
    experiment: str = promptic.create_experiment(me, body)["id"]
    promptic.create_observations(me, experiment, [{"variables": {"x": 1}, "expected": "y"}] * 4)
    promptic.create_evaluators(me, experiment, EVALUATORS)
    return experiment


def status(promptic: Backend, me: Caller, experiment: str) -> Any:
    """The status, without a look that moves it."""
    (row,) = (each for each in promptic.list_experiments(me)["data"] if each["id"] == experiment)
    return row["experimentStatus"]


def refused(act: Any, *arguments: Any) -> int:
    with pytest.raises(Refusal) as caught:
        act(*arguments)
    return caught.value.status


# How it moves


def test_a_new_experiment_has_every_field(promptic: Backend, me: Caller) -> None:
    component = promptic.create_component(me, {"name": "c"})["id"]
    made = promptic.create_experiment(me, {"aiComponentId": component, "targetModel": "m"})
    assert {name: made[name] for name in made if name not in ("id", "workspaceId", "scheduledAt")} == {
        "name": None,
        "description": None,
        "targetModel": "m",
        "provider": "openai",
        "aiComponentId": component,
        "customProviderId": None,
        "createdByUser": None,
        "experimentStatus": "pending",
        "taskType": "classification",
        "optimizer": "prompticV2",
        "tokensUsed": 0,
        "promptFormat": "single",
        "initialPromptMessages": [],
        "initialPromptTokens": None,
        "initialPredictionModelSchema": None,
        "runNumber": 1,
        "hyperparameters": {"epochs": 3, "numFewShots": 8},
        "startedAt": None,
        "endedAt": None,
        "retries": 0,
        "errorCode": None,
        "errorMessage": None,
        "createdAt": "2026-01-15T09:30:00.123Z",
        "updatedAt": "2026-01-15T09:30:00.123Z",
    }


def test_each_look_is_a_step(promptic: Backend, me: Caller, clock: Clock) -> None:
    experiment = ready(promptic, me)
    assert promptic.get_experiment(me, experiment)["experimentStatus"] == "pending"
    started = promptic.start_experiment(me, experiment)
    assert (started["status"], len(started["messageId"])) == ("scheduled", 36)
    seen: list[tuple[Any, ...]] = []
    for _ in range(5):
        assert status(promptic, me, experiment) == (seen[-1][0] if seen else "scheduled")
        clock.forward(seconds=1)
        looked = promptic.get_experiment(me, experiment)
        count = len(promptic.list_iterations(me, experiment)["data"])
        seen.append((looked["experimentStatus"], count, looked["tokensUsed"], looked["startedAt"], looked["endedAt"]))
    begun, ended = "2026-01-15T09:30:01.123Z", "2026-01-15T09:30:04.123Z"
    # A prompt of four words, "Sort it." and the mark of its iteration, for four observations.
    assert seen == [
        ("running", 0, 0, begun, None),
        ("running", 1, 16, begun, None),
        ("running", 2, 32, begun, None),
        ("completed", 3, 48, begun, ended),
        ("completed", 3, 48, begun, ended),
    ]


@pytest.mark.parametrize("drive", ["instant", "clock", "manual"])
def test_what_else_makes_steps(promptic: Backend, me: Caller, clock: Clock, drive: Drive) -> None:
    promptic.options.experiments = drive
    promptic.options.step_seconds = 10
    experiment = ready(promptic, me)
    assert promptic.start_experiment(me, experiment)["status"] == "scheduled"
    if drive == "instant":
        assert status(promptic, me, experiment) == "completed"
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
    assert status(promptic, me, experiment) == "scheduled"
    clock.forward(seconds=0.1)
    assert status(promptic, me, experiment) == "running"
    clock.forward(seconds=20)
    assert len(promptic.list_iterations(me, experiment)["data"]) == 2
    clock.forward(days=1)
    done = promptic.get_experiment(me, experiment)
    assert (done["startedAt"], done["endedAt"]) == ("2026-01-15T09:30:10.123Z", "2026-01-15T09:30:40.123Z")


def test_a_start_needs_data_a_model_and_a_plan(promptic: Backend, me: Caller) -> None:
    component = promptic.create_component(me, {"name": "c"})["id"]
    experiment = promptic.create_experiment(me, {"aiComponentId": component, "targetModel": "m"})["id"]
    assert refused(promptic.start_experiment, me, experiment) == 400
    promptic.create_observations(me, experiment, [{"variables": {}, "expected": ""}])
    assert refused(promptic.start_experiment, me, experiment) == 400
    promptic.create_evaluators(me, experiment, EVALUATORS[:1])
    promptic.options.unavailable_models = ["m"]
    assert refused(promptic.start_experiment, me, experiment) == 400
    assert promptic.duplicate_experiment(me, experiment, {})["modelUnavailable"] is True
    promptic.update_experiment(me, experiment, {"targetModel": "n"})
    assert promptic.duplicate_experiment(me, experiment, {})["modelUnavailable"] is False
    promptic.options.paid = False
    assert refused(promptic.start_experiment, me, experiment) == 402
    promptic.options.paid = True
    promptic.start_experiment(me, experiment)
    assert refused(promptic.start_experiment, me, experiment) == 409


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


# What it scores


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


@pytest.mark.parametrize(
    ("weights", "mean"),
    [((1, 1), 0.3), ((0, 0), 0.3), ((3, 1), 0.25), ((-5, 1), 0.4), ((1e308, 1e308), 0.3), ((10**400, 0), 0.2)],
)
def test_the_mean_is_by_weight(weights: tuple[float, float], mean: float) -> None:
    scores = [{"score": 0.2}, {"score": 0.4}]
    assert overall([{"weight": each} for each in weights], scores) == pytest.approx(mean)


def test_the_best_is_by_what_was_held_out(promptic: Backend, me: Caller) -> None:
    promptic.options.experiments = "instant"
    experiment = ready(promptic, me, epochs=3, hyperparameters={"trainSplitRatio": 0.5})
    promptic.start_experiment(me, experiment)
    for number, (whole, held_out) in enumerate([(0.1, 0.9), (0.8, 0.9), (0.9, 0.2)], 1):
        promptic.set_scores(experiment, number, whole, held_out)
    assert promptic.get_best_iteration(me, experiment)["iterationNumber"] == 1
    component = promptic.get_experiment(me, experiment)["aiComponentId"]
    promptic.deploy(me, component, {"experimentId": experiment})
    prompt = promptic.get_deployed_prompt(me, component)
    assert prompt is not None
    assert prompt["score"] == 0.9
    for number, whole in enumerate([0.1, 0.8, 0.9], 1):
        promptic.set_scores(experiment, number, whole)
    assert promptic.get_best_iteration(me, experiment)["iterationNumber"] == 3
    with pytest.raises(ValueError, match="no iteration 9"):
        promptic.set_scores(experiment, 9, 1)


def test_of_equals_the_earliest_is_the_best() -> None:
    rows = [{"iterationNumber": n, "overallNormalizedScore": 0.5, "evalNormalizedScore": None} for n in (3, 1, 2)]
    assert best_of(rows)["iterationNumber"] == 1


# What goes with what


def test_a_copy_is_its_own(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me, name="n", description="d", provider="google", optimizer="gepa")
    copy = promptic.duplicate_experiment(me, experiment, {"initialPromptOverride": "Mine."})
    source = promptic.get_experiment(me, experiment)
    for name in ("name", "description", "provider", "optimizer", "hyperparameters", "targetModel", "aiComponentId"):
        assert copy[name] == source[name]
    assert (copy["runNumber"], copy["initialPromptMessages"][0]["content"]) == (2, "Mine.")
    for listed in (promptic.list_observations, promptic.list_evaluators):
        ours, theirs = (listed(me, each)["data"] for each in (experiment, copy["id"]))
        assert not {each["id"] for each in ours} & {each["id"] for each in theirs}
        bare = [[{**each, "id": 0, "experimentId": ""} for each in rows] for rows in (ours, theirs)]
        assert bare[0] == bare[1]
    promptic.delete_experiment(me, experiment)
    assert len(promptic.list_observations(me, copy["id"])["data"]) == 4


def test_the_optimised_prompt_goes_before_an_override(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    assert refused(promptic.duplicate_experiment, me, experiment, {"continueFromOptimized": True}) == 409
    promptic.start_experiment(me, experiment)
    promptic.advance_experiment(experiment, 9)
    body = {"continueFromOptimized": True, "initialPromptOverride": "Mine."}
    best = promptic.get_best_iteration(me, experiment)
    assert promptic.duplicate_experiment(me, experiment, body)["initialPromptMessages"][0]["content"] == best["prompt"]


def test_removing_a_component_removes_what_is_in_it(promptic: Backend, me: Caller) -> None:
    component = promptic.list_components(me)["data"][0]["id"]
    promptic.delete_component(me, component)
    state = promptic.state()
    kept = {name for name, rows in state.items() if rows and name != "options"}
    assert kept == {"workspaces", "traces", "spans", "keys", "sessions"}
    assert {each["aiComponentId"] for each in state["traces"]} == {None}


def test_ids_of_another_workspace_are_not_found(promptic: Backend, me: Caller) -> None:
    promptic.add_workspace("other")
    promptic.add_key("pk_other", workspaceId="other")
    stranger = promptic.caller("pk_other")
    component = promptic.list_components(me)["data"][0]["id"]
    experiment = promptic.list_experiments(me)["data"][0]["id"]
    trace = promptic.list_traces(me)["traces"][0]
    assert promptic.list_components(stranger)["data"] == promptic.list_experiments(stranger)["data"] == []
    assert promptic.list_traces(stranger) == {"traces": [], "total": 0}
    assert promptic.get_stats(stranger)["totalTraces"] == 0
    for act, about in (
        (promptic.get_component, component),
        (promptic.delete_component, component),
        (promptic.list_datasets, component),
        (promptic.get_experiment, experiment),
        (promptic.list_iterations, experiment),
        (promptic.get_trace, trace["traceId"]),
    ):
        assert refused(act, stranger, about) == 404
    mine = promptic.create_component(stranger, {"name": "mine"})["id"]
    assert refused(promptic.deploy, stranger, mine, {"experimentId": experiment}) == 404
    assert refused(promptic.create_dataset, stranger, mine, {"name": "d", "traceIds": [trace["id"]]}) == 404


def test_numbers_never_come_twice(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    first = [each["id"] for each in promptic.list_observations(me, experiment)["data"]]
    for each in first:
        promptic.delete_observation(me, experiment, each)
    (added,) = promptic.create_observations(me, experiment, [{"variables": {}, "expected": ""}])["data"]
    assert first == sorted(first)
    assert added["id"] > first[-1]
    assert added["idx"] == 0
