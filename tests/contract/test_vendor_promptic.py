"""Proves that the local Promptic serves Promptic's own client, unmodified: both flows end to end, and every operation.

Each scenario runs with both of the vendor's clients, on ids of earlier answers; a test counts which operations they reach.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from promptport.local.contract import Contract
from promptport.testing import Platform

from .promptic_clients import CLIENTS, Clock, Driver, driver, local_promptic

NOT_FOUND = (404, "Not found")
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
GONE = "00000000-0000-4000-8000-000000000000"
CLOCK = Clock()


@pytest.fixture(scope="module")
def running() -> Iterator[Platform]:
    """One local Promptic for the file."""
    with local_promptic(CLOCK) as platform:
        yield platform


@pytest.fixture
def platform(running: Platform) -> Platform:
    """The local Promptic in its one beginning, no request counted."""
    CLOCK.back()
    running.reset()
    return running


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest, platform: Platform) -> Iterator[Driver]:
    """Each of the vendor's clients."""
    with driver(CLIENTS[request.param], platform) as made:
        yield made


def prepared(client: Driver, name: str = "c", epochs: int = 3, **settings: Any) -> tuple[str, str]:
    """A component, and in it an experiment that is ready to start."""
    component = client.create_component(name)["id"]
    hyperparameters = {"epochs": epochs, "trainSplitRatio": 0.7}
    experiment = client.create_experiment(
        component, "gpt-4.1-nano", initial_prompt="Classify.", hyperparameters=hyperparameters, **settings
    )["id"]
    client.create_observations(experiment, [{"variables": {"text": str(n)}, "expected": "x"} for n in range(4)])
    client.create_evaluators(experiment, [{"name": "acc", "type": "f1", "weight": 1.0}])
    return component, experiment


def finished(client: Driver, experiment: str) -> list[str]:
    """Start an experiment and look at it until it is over; the statuses that it had."""
    statuses = [client.start_experiment(experiment)["status"]]
    while statuses[-1] not in ("completed", "failed"):
        statuses.append(client.get_experiment(experiment)["experimentStatus"])
    return statuses


def flow_1(client: Driver) -> None:
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


def flow_2(client: Driver) -> None:
    """Make a dataset and runs of traces, say what one thinks of them, and have them evaluated."""
    component = client.create_component("c")["id"]
    traces = client.list_traces()
    assert traces["total"] == len(traces["traces"]) == 3
    ids = [each["id"] for each in traces["traces"]]
    dataset = client.create_dataset(component, "d2", trace_ids=ids)
    assert (dataset["itemCount"], dataset["traceCount"]) == (3, 3)
    run = client.create_run(component, dataset["id"], name="r1", trace_ids=ids)
    assert (run["traceCount"], run["status"]) == (3, "completed")
    first = client.upsert_annotation(component, run["id"], ids[0], rating="positive")
    second = client.upsert_annotation(component, run["id"], ids[0], comment="x")
    assert second["id"] == first["id"]
    assert (second["rating"], second["comment"]) == ("positive", "x")
    other = client.create_run(component, dataset["id"], name="r2")
    annotations = client.list_annotations(component, other["id"])["data"]
    assert [each["id"] for each in annotations] == [first["id"]]
    assert client.list_dataset_annotations(component, dataset["id"])["data"] == annotations
    evaluation = client.create_evaluation(component, dataset["id"], run_id=run["id"])
    assert (evaluation["status"], evaluation["results"]) == ("pending", None)
    done = client.wait_for_evaluation(component, evaluation["id"], poll_interval=0)
    assert (done["status"], done["results"]["meta"]["totalRuns"]) == ("completed", 3)
    assert [each["type"] for each in done["results"]["insights"]] == ["tool_error"]
    stuck = client.create_evaluation(component, dataset["id"], name="stuck")["id"]
    with pytest.raises(TimeoutError):
        client.wait_for_evaluation(component, stuck, max_wait=0)


def components(client: Driver) -> None:
    """A component is made, read, listed, removed; a second time it is not found."""
    workspace = client.get_workspace()
    assert workspace["name"] == "Support"
    created = client.create_component("c", description="d")
    assert re.fullmatch(UUID, created["id"])
    read = client.get_component(created["id"])
    assert (read["name"], read["description"], read["workspaceId"]) == ("c", "d", workspace["id"])
    assert client.get_component(client.create_component("plain")["id"])["description"] is None
    assert [each["name"] for each in client.list_components()["data"]] == ["plain", "c", "welcome"]
    assert client.delete_component(created["id"]) is None
    for method in ("get_component", "delete_component", "get_deployment", "get_deployed_prompt", "undeploy"):
        assert client.refused(method, created["id"]) == NOT_FOUND
    assert client.refused("create_component", "")[0] == 400


def experiments(client: Driver) -> None:
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
    CLOCK.forward(seconds=1)
    changed = client.update_experiment(exp, targetModel="m", initialPrompt="New.", hyperparameters={"epochs": 1})
    assert (changed["targetModel"], changed["initialPromptMessages"][0]["content"]) == ("m", "New.")
    assert changed["hyperparameters"] == {"epochs": 1, "trainSplitRatio": 0.7, "numFewShots": 8}
    assert changed["updatedAt"] > changed["createdAt"]
    assert client.refused("update_experiment", exp, target_model="m")[0] == 400
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
    for method in ("get_experiment", "delete_experiment", "update_experiment", "start_experiment", "duplicate_experiment"):
        assert client.refused(method, exp) == NOT_FOUND
    assert client.refused("create_experiment", GONE, "m") == NOT_FOUND
    assert client.refused("create_experiment", component, "m", provider="unheard")[0] == 400


def examples(client: Driver) -> None:
    """Observations and evaluators are made, changed, listed and removed, until the experiment starts."""
    _, exp = prepared(client)
    _, foreign = prepared(client, name="another")
    first, second, *_ = client.list_observations(exp)["data"]
    added = client.create_observations(exp, [{"input": "i", "expected": "e"}, {"variables": {}, "expected": "", "idx": 9}])
    assert [each["idx"] for each in added["data"]] == [4, 9]
    assert (added["data"][0]["variables"], added["data"][0]["split"]) == ({"input": "i"}, "eval")
    changed = client.update_observation(exp, first["id"], expected="y", split="train", idx=7)
    assert (changed["expected"], changed["split"], changed["variables"]) == ("y", "train", {"text": "0"})
    assert [each["idx"] for each in client.list_observations(exp)["data"]] == [1, 2, 3, 4, 7, 9]
    assert client.delete_observation(exp, second["id"]) is None
    assert len(client.list_observations(exp)["data"]) == 5
    given = {"name": "j", "type": "generalJudge", "weight": 0.5, "config": {"messages": []}, "scaleMin": 1, "scaleMax": 5}
    made = client.create_evaluators(exp, [given, {"name": "s", "type": "similarity"}])["data"]
    assert {name: made[0][name] for name in given} == given
    assert [made[1][name] for name in ("weight", "config", "description", "scaleMin", "scaleMax")] == [1, None, None, 0, 1]
    changed = client.update_evaluator(exp, made[0]["id"], config=None, description="d", type="f1")
    assert (changed["config"], changed["description"], changed["type"], changed["weight"]) == (None, "d", "f1", 0.5)
    assert client.delete_evaluator(exp, made[1]["id"]) is None
    assert {each["name"] for each in client.list_evaluators(exp)["data"]} == {"acc", "j"}
    evaluator = made[0]["id"]
    for experiment, about in ((GONE, first["id"]), (foreign, first["id"]), (exp, 10**6), (exp, second["id"]), (exp, "x")):
        assert client.refused("update_observation", experiment, about, expected="z") == NOT_FOUND
        assert client.refused("delete_observation", experiment, about) == NOT_FOUND
    for experiment, about in ((GONE, evaluator), (foreign, evaluator), (exp, GONE), (exp, made[1]["id"])):
        assert client.refused("update_evaluator", experiment, about, weight=2) == NOT_FOUND
        assert client.refused("delete_evaluator", experiment, about) == NOT_FOUND
    for method, body in (("observations", [{"variables": {}, "expected": ""}]), ("evaluators", [{"name": "n", "type": "f1"}])):
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


def iterations(client: Driver) -> None:
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
    for experiment, about in ((GONE, first["id"]), (foreign, first["id"]), (exp, 10**6), (exp, "best-of-all")):
        assert client.refused("get_iteration", experiment, about) == NOT_FOUND
    for method in ("list_iterations", "get_best_iteration"):
        assert client.refused(method, GONE) == NOT_FOUND


def deployments(client: Driver) -> None:
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


def traces(client: Driver) -> None:
    """Traces are listed by each filter, read by their id in OpenTelemetry, and counted."""
    rows = client.list_traces()["traces"]
    assert [each["status"] for each in rows] == ["error", "ok", "ok"]
    assert [each["componentName"] for each in rows] == ["welcome"] * 3
    starts = [each["startTime"] for each in rows]
    assert starts == sorted(starts, reverse=True)

    def found(**filters: Any) -> tuple[list[str], int]:
        answer = client.list_traces(**filters)
        return [each["startTime"] for each in answer["traces"]], answer["total"]

    assert found(status="ok") == (starts[1:], 2)
    assert found(status="error") == (starts[:1], 1)
    assert found(limit=1) == (starts[:1], 3)
    assert found(limit=1, offset=2) == (starts[2:], 3)
    assert found(start_after=starts[1]) == (starts[:1], 1)
    assert found(start_before=starts[1]) == (starts[2:], 1)
    assert found(start_after=starts[2], start_before=starts[0]) == (starts[1:2], 1)
    assert found(start_after="2026-01-15T10:30:00+01:00") == ([], 0)
    assert found(start_before="2026-01-16") == (starts, 3)
    for wrong in ({"limit": 101}, {"offset": -1}, {"status": "unheard"}, {"start_after": "yesterday"}):
        assert client.refused("list_traces", **wrong)[0] == 400
    trace = client.get_trace(rows[2]["traceId"])
    assert {name: trace[name] for name in rows[2] if name != "componentName"} == {
        name: value for name, value in rows[2].items() if name != "componentName"
    }
    root, inner = trace["spans"]
    assert (root["parentSpanId"], inner["parentSpanId"]) == (None, root["spanId"])
    assert {each["traceDbId"] for each in trace["spans"]} == {trace["id"]}
    assert (inner["kind"], inner["model"], inner["totalTokens"]) == ("llm", "gpt-4.1-nano", 40)
    assert client.get_stats() == {
        "totalTraces": 3,
        "totalTokens": 80,
        "totalCostUsd": pytest.approx(0.000014),
        "errorRate": pytest.approx(1 / 3),
    }
    CLOCK.forward(days=3)
    assert client.get_stats(days_back=2) == {"totalTraces": 0, "totalTokens": 0, "totalCostUsd": 0, "errorRate": 0}
    assert client.get_stats(days_back=4)["totalTraces"] == 3
    assert client.refused("get_stats", days_back=0)[0] == 400
    assert client.refused("get_trace", rows[0]["id"]) == NOT_FOUND


def datasets(client: Driver) -> None:
    """Datasets and runs are made of traces or empty, listed, read within their component, and removed."""
    component = client.create_component("c")["id"]
    other = client.create_component("other")["id"]
    one, two, three = (each["id"] for each in client.list_traces()["traces"])
    empty = client.create_dataset(component, "empty", trace_ids=[])
    filled = client.create_dataset(component, "filled", description="d", trace_ids=[three, two, three])
    assert (empty["itemCount"], empty["description"], filled["itemCount"], filled["description"]) == (0, None, 2, "d")
    assert [each["name"] for each in client.list_datasets(component)["data"]] == ["filled", "empty"]
    items = client.get_dataset(component, filled["id"])["items"]
    assert [(each["traceDbId"], each["datasetId"]) for each in items] == [(three, filled["id"]), (two, filled["id"])]
    assert (items[0]["input"], items[0]["output"]) == ('{"customer_name": "Alice"}', "Hello Alice, how can I help?")
    nothing = client.create_run(component, empty["id"])
    assert (nothing["name"], nothing["traceCount"]) == (None, 0)
    run = client.create_run(component, filled["id"], name="r", trace_ids=[one])
    assert client.get_dataset(component, filled["id"])["itemCount"] == 3
    assert [each["id"] for each in client.get_run(component, run["id"])["traces"]] == [one]
    assert [each["id"] for each in client.list_runs(component)["data"]] == [run["id"], nothing["id"]]
    assert client.list_runs(other)["data"] == client.list_datasets(other)["data"] == []
    unknown = [one, GONE]
    assert client.refused("create_dataset", component, "n", trace_ids=unknown) == NOT_FOUND
    assert client.refused("create_run", component, filled["id"], trace_ids=unknown) == NOT_FOUND
    assert client.refused("create_run", other, filled["id"]) == NOT_FOUND
    assert client.refused("create_dataset", component, "")[0] == 400
    assert len(client.list_datasets(component)["data"]) == 2
    for kind, about in (("dataset", filled["id"]), ("run", run["id"])):
        for place, name in ((other, about), (GONE, about), (component, "invalid-id")):
            assert client.refused(f"get_{kind}", place, name) == NOT_FOUND
            assert client.refused(f"delete_{kind}", place, name) == NOT_FOUND
        assert client.refused(f"list_{kind}s", GONE) == NOT_FOUND
    assert client.refused("create_dataset", GONE, "n") == NOT_FOUND
    assert client.delete_run(component, nothing["id"]) is None
    assert client.delete_dataset(component, filled["id"]) is None
    assert client.list_runs(component)["data"] == []
    assert client.refused("get_run", component, run["id"]) == NOT_FOUND


def annotations(client: Driver) -> None:
    """One annotation a trace, a run and a user; it goes with its run."""
    component = client.create_component("c")["id"]
    one, two, three = (each["id"] for each in client.list_traces()["traces"])
    dataset = client.create_dataset(component, "d")["id"]
    run, other = (client.create_run(component, dataset, trace_ids=[one, two])["id"] for _ in range(2))
    made = [client.upsert_annotation(component, each, one, rating="negative")["id"] for each in (run, other)]
    made.append(client.upsert_annotation(component, run, two, comment="c")["id"])
    assert len(set(made)) == 3
    assert client.upsert_annotation(component, run, one, rating="positive")["id"] == made[0]
    for listed in (client.list_annotations(component, run), client.list_dataset_annotations(component, dataset)):
        assert [each["id"] for each in listed["data"]] == made[::-1]
    assert client.refused("upsert_annotation", component, run, three, rating="positive") == NOT_FOUND
    assert client.refused("upsert_annotation", component, GONE, one, rating="positive") == NOT_FOUND
    assert client.refused("upsert_annotation", component, run, one, rating="fair")[0] == 400
    assert client.refused("list_annotations", component, GONE) == NOT_FOUND
    assert client.refused("list_dataset_annotations", component, GONE) == NOT_FOUND
    for place, about in ((other, made[0]), (GONE, made[0]), (run, GONE)):
        assert client.refused("delete_annotation", component, place, about) == NOT_FOUND
    assert client.delete_annotation(component, run, made[0]) is None
    assert client.refused("delete_annotation", component, run, made[0]) == NOT_FOUND
    client.delete_run(component, run)
    assert [each["id"] for each in client.list_dataset_annotations(component, dataset)["data"]] == [made[1]]


def evaluations(client: Driver) -> None:
    """An evaluation is made of a dataset or of a run, moves with each look at it, and not with a list of it."""
    component = client.create_component("c")["id"]
    other = client.create_component("other")["id"]
    one, two, _ = (each["id"] for each in client.list_traces()["traces"])
    dataset, empty = (client.create_dataset(component, name, trace_ids=ids)["id"] for name, ids in (("d", [one, two]), ("e", [])))
    run = client.create_run(component, dataset, trace_ids=[one])["id"]
    whole = client.create_evaluation(component, dataset, name="n")
    assert (whole["name"], whole["runId"], whole["startedAt"]) == ("n", None, None)
    part = client.create_evaluation(component, dataset, run_id=run)
    for _ in range(3):
        assert {each["status"] for each in client.list_evaluations(component)["data"]} == {"pending"}
    looks = [client.get_evaluation(component, whole["id"]) for _ in range(3)]
    assert [each["status"] for each in looks] == ["running", "completed", "completed"]
    assert [each["completedAt"] is None for each in looks] == [True, False, False]
    meta = looks[-1]["results"]["meta"]
    assert (meta["totalRuns"], meta["errorRate"], meta["averageDurationMs"]) == (2, 0.5, 420)
    assert client.wait_for_evaluation(component, part["id"], poll_interval=0)["results"]["meta"]["totalRuns"] == 1
    of_nothing = client.create_evaluation(component, empty)["id"]
    done = client.wait_for_evaluation(component, of_nothing, poll_interval=0)["results"]
    assert (done["insights"], done["meta"]["totalRuns"], done["meta"]["averageDurationMs"]) == ([], 0, 0)
    assert [each["id"] for each in client.list_evaluations(component)["data"]] == [of_nothing, part["id"], whole["id"]]
    assert client.refused("create_evaluation", component, GONE) == NOT_FOUND
    assert client.refused("create_evaluation", other, dataset) == NOT_FOUND
    assert client.refused("create_evaluation", component, empty, run_id=run) == NOT_FOUND
    assert client.refused("list_evaluations", GONE) == NOT_FOUND
    for place, about in ((other, part["id"]), (GONE, part["id"]), (component, GONE)):
        assert client.refused("get_evaluation", place, about) == NOT_FOUND


SCENARIOS: tuple[Callable[[Driver], None], ...] = (
    *(flow_1, flow_2, components, experiments, examples, iterations, deployments, traces, datasets, annotations),
    evaluations,
)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_scenario(client: Driver, scenario: Callable[[Driver], None]) -> None:
    """Each scenario, from the one beginning, with each of the vendor's clients."""
    scenario(client)


def test_every_operation_is_reached(platform: Platform) -> None:
    """The scenarios have every operation of the client succeed, and every one that takes an id find nothing."""
    seen: dict[str, set[int]] = {}
    for scenario in SCENARIOS:
        platform.reset()
        with driver(CLIENTS["blocking"], platform) as client:
            scenario(client)
        for each in platform.requests:
            assert each.operation is not None
            assert each.status is not None
            seen.setdefault(each.operation, set()).add(each.status)
    operations = [each for each in Contract.load("promptic").operations if "client" in each.spec["tags"]]
    assert len(operations) == 45
    succeeded = {name for name, statuses in seen.items() if statuses & {200, 201, 204}}
    assert succeeded == {each.id for each in operations}
    with_id = {each.id for each in operations if "404" in each.spec["responses"]}
    assert {name for name, statuses in seen.items() if 404 in statuses} == with_id
    assert len(with_id) == 39
    assert seen["upsert_annotation"] >= {200, 201}


def test_a_session_token_and_its_workspace(platform: Platform) -> None:
    """A session token reaches the workspace that is named beside it; another one, or none, is refused."""
    kind = CLIENTS["blocking"]
    backend = platform.backend("promptic")
    backend.add_workspace("mine", name="Mine", members=["user_1"])
    backend.add_workspace("theirs", name="Theirs", members=["user_2"])
    with driver(kind, platform, access_token="st_local_dev", workspace_id="mine") as client:
        assert client.get_workspace()["name"] == "Mine"
        assert client.list_components()["data"] == []
        experiment = client.create_experiment(client.create_component("c")["id"], "m")
        assert experiment["createdByUser"] == "user_1"
    with driver(kind, platform) as client:
        assert client.refused("get_experiment", experiment["id"]) == NOT_FOUND
    for credentials, status in (
        ({"access_token": "st_local_dev", "workspace_id": "theirs"}, 403),
        ({"access_token": "st_local_dev", "workspace_id": "nowhere"}, 403),
        ({"access_token": "st_local_dev"}, 400),
        ({"access_token": "unknown", "workspace_id": "mine"}, 401),
        ({"api_key": "unknown"}, 401),
    ):
        with driver(kind, platform, **credentials) as client:
            assert client.refused("get_workspace")[0] == status
