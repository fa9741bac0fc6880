"""What a program does with Promptic's client since datasets have cases, and what must come of it."""

from __future__ import annotations

from .promptic_clients import Clock, Driver
from .promptic_optimising import GONE, NOT_FOUND, finished, prepared

CASE = {
    "inputPayload": {"text": "a"},
    "expectedPayload": {"label": ["x", None]},
    "split": "train",
    "metadata": {"m": 1},
}


def flow(client: Driver, clock: Clock) -> None:
    """Optimise a prompt on cases, and deploy the best one."""
    component, exp = prepared(client, input_variables=[{"name": "text", "column": "text"}])
    experiment = client.get_experiment(exp)
    assert client.get_dataset(component, experiment["datasetId"])["caseCount"] == 4
    assert finished(client, exp)[-1] == "completed"
    best = client.get_best_iteration(exp)
    assert client.deploy(component, exp)["experimentId"] == exp
    assert client.get_deployment(component)["experiment"]["id"] == exp
    assert client.get_deployed_prompt(component)["prompt"] == best["prompt"]
    copy = client.duplicate_experiment(exp, continue_from_optimized=True)
    assert copy["datasetId"] != experiment["datasetId"]
    cases = [client.list_dataset_cases(component, each["datasetId"])["data"] for each in (copy, experiment)]
    assert [[one["inputPayload"] for one in each] for each in cases] == [[{"text": str(n)} for n in range(4)]] * 2
    client.undeploy(component)


def cases(client: Driver, clock: Clock) -> None:
    """Cases are made, read, changed, listed and removed, within their dataset, until the experiment starts."""
    component, exp = prepared(client)
    other, foreign = prepared(client, name="another")
    dataset = client.get_experiment(exp)["datasetId"]
    made = client.create_dataset_cases(component, dataset, [CASE, {"inputPayload": {}}])["data"]
    assert {name: made[0][name] for name in CASE} == CASE
    assert (made[1]["expectedPayload"], made[1]["split"], made[1]["metadata"]) == (None, None, {})
    first, second = (each["id"] for each in made)
    assert client.get_dataset_case(component, dataset, first) == made[0]
    assert [each["id"] for each in client.list_dataset_cases(component, dataset)["data"]][-2:] == [first, second]
    clock.forward(seconds=1)
    changed = client.update_dataset_case(component, dataset, first, expectedPayload=None, split=None, idx=0)
    assert [changed[name] for name in ("expectedPayload", "split", "idx", "inputPayload")] == [
        None,
        None,
        0,
        {"text": "a"},
    ]
    assert changed["updatedAt"] > changed["createdAt"]
    assert client.delete_dataset_case(component, dataset, second) is None
    for place, about, case in (
        (GONE, dataset, first),
        (other, dataset, first),
        (component, GONE, first),
        (component, dataset, second),
    ):
        assert client.refused("get_dataset_case", place, about, case) == NOT_FOUND
        assert client.refused("update_dataset_case", place, about, case, split="eval") == NOT_FOUND
        assert client.refused("delete_dataset_case", place, about, case) == NOT_FOUND
    for place, about in ((GONE, dataset), (other, dataset), (component, GONE)):
        assert client.refused("list_dataset_cases", place, about) == NOT_FOUND
        assert client.refused("create_dataset_cases", place, about, [CASE]) == NOT_FOUND
    assert client.refused("create_dataset_cases", component, dataset, [])[0] == 400
    evaluators(client, exp, foreign)
    client.start_experiment(exp)
    assert client.refused("create_dataset_cases", component, dataset, [CASE])[0] == 409
    assert client.refused("update_dataset_case", component, dataset, first, split="eval")[0] == 409
    assert client.refused("delete_dataset_case", component, dataset, first)[0] == 409


def evaluators(client: Driver, exp: str, foreign: str) -> None:
    """Evaluators are made, changed, listed and removed."""
    (made,) = client.create_evaluators(exp, [{"name": "j", "type": "generalJudge", "weight": 0.5}])["data"]
    changed = client.update_evaluator(exp, made["id"], description="d", weight=2)
    assert (changed["description"], changed["weight"]) == ("d", 2)
    assert {each["name"] for each in client.list_evaluators(exp)["data"]} == {"acc", "j"}
    assert client.delete_evaluator(exp, made["id"]) is None
    for experiment, about in ((GONE, made["id"]), (foreign, made["id"]), (exp, made["id"])):
        assert client.refused("update_evaluator", experiment, about, weight=2) == NOT_FOUND
        assert client.refused("delete_evaluator", experiment, about) == NOT_FOUND
    assert client.refused("list_evaluators", GONE) == NOT_FOUND
    assert client.refused("create_evaluators", GONE, [{"name": "n", "type": "f1"}]) == NOT_FOUND


def datasets(client: Driver, clock: Clock) -> None:
    """Datasets are made of traces or empty, listed, read within their component, and removed."""
    component = client.create_component("c")["id"]
    other = client.create_component("other")["id"]
    _, two, three = (each["id"] for each in client.list_traces()["traces"])
    empty = client.create_dataset(component, "empty", trace_ids=[])
    filled = client.create_dataset(component, "filled", description="d", trace_ids=[three, two, three])
    assert (empty["caseCount"], empty["description"], filled["caseCount"], filled["description"]) == (0, None, 2, "d")
    assert [each["name"] for each in client.list_datasets(component)["data"]] == ["filled", "empty"]
    found = client.get_dataset(component, filled["id"])["cases"]
    assert [each["metadata"]["traceDbId"] for each in found] == [three, two]
    assert client.create_dataset_cases(component, empty["id"], [CASE])["data"][0]["inputPayload"] == {"text": "a"}
    assert client.get_dataset(component, empty["id"])["caseCount"] == 1
    assert client.refused("create_dataset", component, "n", trace_ids=[GONE]) == NOT_FOUND
    assert client.refused("create_dataset", GONE, "n") == NOT_FOUND
    assert client.refused("list_datasets", GONE) == NOT_FOUND
    for place in (other, GONE):
        assert client.refused("get_dataset", place, filled["id"]) == NOT_FOUND
        assert client.refused("delete_dataset", place, filled["id"]) == NOT_FOUND
    assert client.delete_dataset(component, filled["id"]) is None
    assert client.refused("get_dataset", component, filled["id"]) == NOT_FOUND


def artifacts(client: Driver, clock: Clock) -> None:
    """Artifacts of a trace are listed, read, and their content fetched from where it lies."""
    traces = [client.get_trace(each["traceId"]) for each in client.list_traces()["traces"]]
    listed = [client.list_trace_artifacts(each["traceId"])["data"] for each in traces]
    (artifact,) = [each for found in listed for each in found]
    assert client.get_artifact(artifact["id"]) == artifact
    assert len(client.get_artifact_content(artifact["id"])) == artifact["sizeBytes"] > 0
    assert client.download_artifact(artifact["id"], "below/artifact.bin") is None
    for method in ("get_artifact", "get_artifact_content"):
        assert client.refused(method, GONE) == NOT_FOUND
    assert client.refused("download_artifact", GONE, "below/none.bin") == NOT_FOUND
    assert client.refused("list_trace_artifacts", "0" * 32) == NOT_FOUND


def tools(client: Driver, clock: Clock) -> None:
    """An experiment on the selection of tools is made whole, and its iterations describe every tool."""
    component = client.create_component("c")["id"]
    refund = {"name": "refund", "description": "Gives money back.", "input_schema": {"type": "object"}}
    queries = [{"query": "charged twice", "expected_tool": "refund"}, {"query": "hello", "expectedTool": "none"}]
    given = {"tools": [refund], "test_cases": queries}
    experiment = client.create_tool_selection_experiment(
        component,
        system_prompt="Choose.",
        optimize_system_prompt=True,
        epochs=2,
        train_split_ratio=0.5,
        name="n",
        **given,
    )
    assert (experiment["taskType"], experiment["experimentStatus"], experiment["name"]) == (
        "toolSelection",
        "pending",
        "n",
    )
    found = client.list_dataset_cases(component, experiment["datasetId"])["data"]
    assert [(each["expectedPayload"], each["split"]) for each in found] == [("refund", "train"), ("", "eval")]
    assert finished(client, experiment["id"])[-1] == "completed"
    best = client.get_best_iteration(experiment["id"])
    assert set(best["toolDescriptions"]) == {"refund"}
    assert client.refused("create_tool_selection_experiment", GONE, **given) == NOT_FOUND
    assert client.refused("create_tool_selection_experiment", component, **given, epochs=6)[0] == 400


def catalogue(client: Driver, clock: Clock) -> None:
    """The models of an application, and the application."""
    models = client.call("models.list")["data"]
    assert {each["group"] for each in models} == {"openai", "platform", "google", "custom", "openrouter"}
    assert client.get_ai_application()["name"] == "Support"
