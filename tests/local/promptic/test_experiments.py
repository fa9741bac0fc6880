"""Proves that the local Promptic's experiments are made, started and copied as they should be."""

from __future__ import annotations

from typing import Any

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import EVALUATORS, ready, refused


def test_a_new_experiment_has_every_field(promptic: Backend, me: Caller) -> None:
    component = promptic.create_component(me, {"name": "c"})["id"]
    made = promptic.create_experiment(me, {"aiComponentId": component, "targetModel": "m"})
    hidden = ("id", "datasetId", "workspaceId", "scheduledAt")
    assert {name: made[name] for name in made if name not in hidden} == {
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
        "inputVariables": [],
        "startedAt": None,
        "endedAt": None,
        "retries": 0,
        "errorCode": None,
        "errorMessage": None,
        "createdAt": "2026-01-15T09:30:00.123Z",
        "updatedAt": "2026-01-15T09:30:00.123Z",
    }


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


def test_a_list_has_parts(promptic: Backend, me: Caller) -> None:
    for _ in range(4):
        ready(promptic, me)

    def ids(**choice: Any) -> list[str]:
        return [each["id"] for each in promptic.list_experiments(me, **choice)["data"]]

    everything = ids()
    assert len(everything) == 5
    assert ids(limit=2) == everything[:2]
    assert ids(limit=2, offset=2) == everything[2:4]
    assert ids(offset=5) == []


def test_only_listed_models_where_that_is_wanted(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    promptic.options.listed_models_only = True
    assert refused(promptic.start_experiment, me, experiment) == 400
    assert promptic.duplicate_experiment(me, experiment, {})["modelUnavailable"] is True
    promptic.update_experiment(me, experiment, {"targetModel": promptic.models_list(me)["data"][0]["id"]})
    promptic.start_experiment(me, experiment)


def test_an_experiment_has_a_dataset_of_its_own_that_goes_with_it(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    record = promptic.get_experiment(me, experiment)
    component, dataset = record["aiComponentId"], record["datasetId"]
    assert promptic.list_datasets(me, component)["data"] == []
    assert promptic.get_dataset(me, component, dataset)["caseCount"] == 4
    assert refused(promptic.delete_dataset, me, component, dataset) == 400
    promptic.delete_experiment(me, experiment)
    assert refused(promptic.get_dataset, me, component, dataset) == 404
    assert dataset not in {each["datasetId"] for each in promptic.state()["cases"]}


def test_a_selection_of_tools_is_made_elsewhere(promptic: Backend, me: Caller) -> None:
    component = promptic.create_component(me, {"name": "c"})["id"]
    body = {"aiComponentId": component, "targetModel": "m", "taskType": "toolSelection"}
    assert refused(promptic.create_experiment, me, body) == 400
    assert refused(promptic.create_evaluators, me, ready(promptic, me), [{"name": "n", "type": "toolSelection"}]) == 400
