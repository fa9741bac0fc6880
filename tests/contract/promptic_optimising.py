"""What a program does with Promptic's client to optimise a prompt, and what must come of it."""

from __future__ import annotations

import re
from typing import Any

from .promptic_clients import Clock, Driver

NOT_FOUND = (404, "Not found")
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
GONE = "00000000-0000-4000-8000-000000000000"


def prepared(client: Driver, name: str = "c", epochs: int = 3, **settings: Any) -> tuple[str, str]:
    """A component, and in it an experiment that is ready to start."""
    component = client.create_component(name)["id"]
    hyperparameters = {"epochs": epochs, "trainSplitRatio": 0.7}
    made = client.create_experiment(
        component, "gpt-4.1-nano", initial_prompt="Classify.", hyperparameters=hyperparameters, **settings
    )
    experiment = made["id"]
    if client.has_cases:
        cases = [{"inputPayload": {"text": str(n)}, "expectedPayload": "x"} for n in range(4)]
        client.create_dataset_cases(component, made["datasetId"], cases)
    else:
        client.create_observations(experiment, [{"variables": {"text": str(n)}, "expected": "x"} for n in range(4)])
    client.create_evaluators(experiment, [{"name": "acc", "type": "f1", "weight": 1.0}])
    return component, experiment


def finished(client: Driver, experiment: str) -> list[str]:
    """Start an experiment and look at it until it is over; the statuses that it had."""
    statuses = [client.start_experiment(experiment)["status"]]
    while statuses[-1] not in ("completed", "failed"):
        statuses.append(client.get_experiment(experiment)["experimentStatus"])
    return statuses


def flow_1(client: Driver, clock: Clock) -> None:
    """Optimise a prompt, deploy the best one, and go on from it."""
    component = client.create_component("c")["id"]
    experiment = client.create_experiment(
        component,
        "gpt-4.1-nano",
        initial_prompt="Classify.",
        hyperparameters={"epochs": 3, "trainSplitRatio": 0.7},
    )
    assert experiment["experimentStatus"] == "pending"
    assert experiment["hyperparameters"] == {"epochs": 3, "trainSplitRatio": 0.7, "numFewShots": 8}
    exp = experiment["id"]
    rows = [{"variables": {"text": str(n)}, "expected": "x", "split": "train" if n else "eval"} for n in range(4)]
    observations = client.create_observations(exp, rows)["data"]
    assert [each["idx"] for each in observations] == [0, 1, 2, 3]
    assert all(type(each["id"]) is int for each in observations)
    client.create_evaluators(exp, [{"name": "acc", "type": "f1", "weight": 1.0}])
    assert finished(client, exp) == ["scheduled", "running", "running", "running", "completed"]
    iterations = client.list_iterations(exp)["data"]
    assert [each["iterationNumber"] for each in iterations] == [1, 2, 3]
    assert all("scores" not in each for each in iterations)
    assert len(client.get_iteration(exp, iterations[0]["id"])["scores"]) == 1
    best = client.get_best_iteration(exp)
    assert best["evalNormalizedScore"] == max(each["evalNormalizedScore"] for each in iterations)
    assert client.get_deployed_prompt(component) is None
    assert client.get_deployment(component) is None
    assert client.deploy(component, exp)["experimentId"] == exp
    deployment = client.get_deployment(component)
    assert (deployment["experimentId"], deployment["experiment"]["id"]) == (exp, exp)
    deployed = client.get_deployed_prompt(component)
    assert deployed["iterationId"] == best["id"]
    assert (deployed["prompt"], deployed["score"]) == (best["prompt"], best["evalNormalizedScore"])
    assert deployed["promptMessages"] == [{"role": "user", "content": best["prompt"]}]
    copy = client.duplicate_experiment(exp, continue_from_optimized=True)
    assert (copy["experimentStatus"], copy["modelUnavailable"], copy["runNumber"]) == ("pending", False, 2)
    assert copy["initialPromptMessages"][0]["content"] == best["prompt"]
    for listed in (client.list_observations, client.list_evaluators):
        assert len(listed(copy["id"])["data"]) == len(listed(exp)["data"]) > 0
    client.undeploy(component)
    assert client.get_deployment(component) is None
    assert client.refused("get_experiment", "invalid-id") == NOT_FOUND


def components(client: Driver, clock: Clock) -> None:
    """A component is made, read, listed, removed; a second time it is not found."""
    account, mark = ("get_ai_application", "aiApplicationId") if client.has_cases else ("get_workspace", "workspaceId")
    workspace = client.call(account)
    assert workspace["name"] == "Support"
    created = client.create_component("c", description="d")
    assert re.fullmatch(UUID, created["id"])
    read = client.get_component(created["id"])
    assert (read["name"], read["description"], read[mark]) == ("c", "d", workspace["id"])
    assert client.get_component(client.create_component("plain")["id"])["description"] is None
    assert [each["name"] for each in client.list_components()["data"]] == ["plain", "c", "welcome"]
    assert client.delete_component(created["id"]) is None
    for method in ("get_component", "delete_component", "get_deployment", "get_deployed_prompt", "undeploy"):
        assert client.refused(method, created["id"]) == NOT_FOUND
    assert client.refused("create_component", "")[0] == 400


def experiments(client: Driver, clock: Clock) -> None:
    """An experiment is made, read, changed, listed by each filter, copied, and removed; once started it is fixed."""
    component, exp = prepared(client, name="of experiments")
    _, other = prepared(client, name="another")
    schema = {"type": "object"}
    full = client.create_experiment(
        component,
        "gemini",
        task_type="structuredOutput",
        initial_prompt="One two.",
        name="full",
        description="all of it",
        provider="google",
        optimizer="gepa",
        hyperparameters={"numFewShots": 1, "enableCot": True},
        initial_prediction_model_schema=schema,
    )
    assert client.get_experiment(full["id"]) == full
    told = {name: full[name] for name in ("taskType", "name", "description", "provider", "optimizer", "runNumber")}
    assert told == {
        "taskType": "structuredOutput",
        "name": "full",
        "description": "all of it",
        "provider": "google",
        "optimizer": "gepa",
        "runNumber": 2,
    }
    assert full["hyperparameters"] == {"epochs": 3, "numFewShots": 1, "enableCot": True}
    assert (full["initialPredictionModelSchema"], full["initialPromptTokens"]) == (schema, 2)
    assert (full["createdByUser"], full["customProviderId"], full["tokensUsed"]) == (None, None, 0)
    clock.forward(seconds=1)
    changed = client.update_experiment(exp, targetModel="m", initialPrompt="New.", hyperparameters={"epochs": 1})
    assert (changed["targetModel"], changed["initialPromptMessages"][0]["content"]) == ("m", "New.")
    assert changed["hyperparameters"] == {"epochs": 1, "trainSplitRatio": 0.7, "numFewShots": 8}
    assert changed["updatedAt"] > changed["createdAt"]
    assert client.refused("update_experiment", exp, provider="unheard")[0] == 400
    assert finished(client, exp)[-1] == "completed"
    assert client.refused("update_experiment", exp, name="late")[0] == 409
    assert client.refused("start_experiment", exp)[0] == 409
    assert client.refused("start_experiment", full["id"])[0] == 400
    assert client.refused("duplicate_experiment", full["id"], continue_from_optimized=True)[0] == 409
    copies = {
        override: client.duplicate_experiment(exp, initial_prompt_override=override)["initialPromptMessages"]
        for override in (None, "", "mine")
    }
    assert {override: copy[0]["content"] for override, copy in copies.items()} == {None: "New.", "": "", "mine": "mine"}

    def ids(**filters: Any) -> list[str]:
        return [each["id"] for each in client.list_experiments(**filters)["data"]]

    everything = ids()
    assert len(everything) == 7
    assert set(ids(component_id=component)) == set(everything) - {other} - set(ids(status="completed")) | {exp}
    assert ids(component_id=component, status="completed") == [exp]
    assert ids(limit=2) == everything[:2]
    assert ids(limit=3, offset=2) == everything[2:5]
    assert ids(offset=100) == []
    for wrong in ({"limit": 0}, {"limit": 101}, {"offset": -1}, {"status": "unheard"}):
        assert client.refused("list_experiments", **wrong)[0] == 400
    assert client.delete_experiment(exp) is None
    for method in (
        "get_experiment",
        "delete_experiment",
        "update_experiment",
        "start_experiment",
        "duplicate_experiment",
    ):
        assert client.refused(method, exp) == NOT_FOUND
    assert client.refused("create_experiment", GONE, "m") == NOT_FOUND
    assert client.refused("create_experiment", component, "m", provider="unheard")[0] == 400


def examples(client: Driver, clock: Clock) -> None:
    """Observations and evaluators are made, changed, listed and removed, until the experiment starts."""
    _, exp = prepared(client)
    _, foreign = prepared(client, name="another")
    first, second, *_ = client.list_observations(exp)["data"]
    added = client.create_observations(
        exp, [{"input": "i", "expected": "e"}, {"variables": {}, "expected": "", "idx": 9}]
    )
    assert [each["idx"] for each in added["data"]] == [4, 9]
    assert (added["data"][0]["variables"], added["data"][0]["split"]) == ({"input": "i"}, "eval")
    changed = client.update_observation(exp, first["id"], expected="y", split="train", idx=7)
    assert (changed["expected"], changed["split"], changed["variables"]) == ("y", "train", {"text": "0"})
    assert [each["idx"] for each in client.list_observations(exp)["data"]] == [1, 2, 3, 4, 7, 9]
    assert client.delete_observation(exp, second["id"]) is None
    assert len(client.list_observations(exp)["data"]) == 5
    given = {
        "name": "j",
        "type": "generalJudge",
        "weight": 0.5,
        "config": {"messages": []},
        "scaleMin": 1,
        "scaleMax": 5,
    }
    made = client.create_evaluators(exp, [given, {"name": "s", "type": "similarity"}])["data"]
    assert {name: made[0][name] for name in given} == given
    assert [made[1][name] for name in ("weight", "config", "description", "scaleMin", "scaleMax")] == [
        1,
        None,
        None,
        0,
        1,
    ]
    changed = client.update_evaluator(exp, made[0]["id"], config=None, description="d", type="f1")
    assert (changed["config"], changed["description"], changed["type"], changed["weight"]) == (None, "d", "f1", 0.5)
    assert client.delete_evaluator(exp, made[1]["id"]) is None
    assert {each["name"] for each in client.list_evaluators(exp)["data"]} == {"acc", "j"}
    evaluator = made[0]["id"]
    for experiment, about in (
        (GONE, first["id"]),
        (foreign, first["id"]),
        (exp, 10**6),
        (exp, second["id"]),
    ):
        assert client.refused("update_observation", experiment, about, expected="z") == NOT_FOUND
        assert client.refused("delete_observation", experiment, about) == NOT_FOUND
    for experiment, about in ((GONE, evaluator), (foreign, evaluator), (exp, GONE), (exp, made[1]["id"])):
        assert client.refused("update_evaluator", experiment, about, weight=2) == NOT_FOUND
        assert client.refused("delete_evaluator", experiment, about) == NOT_FOUND
    for method, body in (
        ("observations", [{"variables": {}, "expected": ""}]),
        ("evaluators", [{"name": "n", "type": "f1"}]),
    ):
        assert client.refused(f"list_{method}", GONE) == NOT_FOUND
        assert client.refused(f"create_{method}", GONE, body) == NOT_FOUND
        assert client.refused(f"create_{method}", exp, [])[0] == 400
    assert client.refused("create_evaluators", exp, [{"name": "n", "type": "judge"}])[0] == 400
    assert client.refused("create_observations", exp, [{"expected": "e"}]) == (400, "0.variables is required")
    client.start_experiment(exp)
    for method, arguments in (
        ("create_observations", ([{"variables": {}, "expected": ""}],)),
        ("update_observation", (first["id"],)),
        ("delete_observation", (first["id"],)),
        ("create_evaluators", ([{"name": "n", "type": "f1"}],)),
        ("update_evaluator", (evaluator,)),
        ("delete_evaluator", (evaluator,)),
    ):
        assert client.refused(method, exp, *arguments)[0] == 409


def iterations(client: Driver, clock: Clock) -> None:
    """Iterations are read one by one and as the best, within their experiment."""
    component, exp = prepared(client, epochs=2)
    _, foreign = prepared(client, name="another")
    assert client.list_iterations(exp)["data"] == []
    assert client.refused("get_best_iteration", exp) == NOT_FOUND
    assert client.refused("deploy", component, exp)[0] == 409
    finished(client, exp)
    first, last = client.list_iterations(exp)["data"]
    whole = client.get_iteration(exp, last["id"])
    assert {name: value for name, value in whole.items() if name != "scores"} == last
    assert client.get_best_iteration(exp) == whole
    assert "Classify." in last["prompt"]
    assert last["prompt"] != first["prompt"]
    for experiment, about in ((GONE, first["id"]), (foreign, first["id"]), (exp, 10**6)):
        assert client.refused("get_iteration", experiment, about) == NOT_FOUND
    for method in ("list_iterations", "get_best_iteration"):
        assert client.refused(method, GONE) == NOT_FOUND


def deployments(client: Driver, clock: Clock) -> None:
    """A deployment takes the place of another, goes with its experiment, and is of its own component only."""
    component, exp = prepared(client, epochs=1)
    other, foreign = prepared(client, name="another", epochs=1)
    for each in (exp, foreign):
        finished(client, each)
    second = client.duplicate_experiment(exp)["id"]
    finished(client, second)
    for each in (exp, second):
        assert client.deploy(component, each) == {"aiComponentId": component, "experimentId": each}
        assert client.get_deployed_prompt(component)["experimentId"] == each
    assert client.get_deployed_prompt(component)["componentName"] == "c"
    assert client.refused("deploy", component, foreign) == NOT_FOUND
    assert client.refused("deploy", component, GONE) == NOT_FOUND
    assert client.refused("deploy", GONE, exp) == NOT_FOUND
    client.delete_experiment(second)
    assert client.get_deployed_prompt(component) is None
    assert client.refused("undeploy", component) == NOT_FOUND
    assert client.undeploy(client.deploy(other, foreign)["aiComponentId"]) is None
