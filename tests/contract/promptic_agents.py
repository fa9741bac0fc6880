"""What a program does with Promptic's client to evaluate an agent by its traces, and what must come of it."""

from __future__ import annotations

from typing import Any

import pytest

from .promptic_clients import Clock, Driver

NOT_FOUND = (404, "Not found")
GONE = "00000000-0000-4000-8000-000000000000"


def flow_2(client: Driver, clock: Clock) -> None:
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


def traces(client: Driver, clock: Clock) -> None:
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
    clock.forward(days=3)
    assert client.get_stats(days_back=2) == {"totalTraces": 0, "totalTokens": 0, "totalCostUsd": 0, "errorRate": 0}
    assert client.get_stats(days_back=4)["totalTraces"] == 3
    assert client.refused("get_stats", days_back=0)[0] == 400
    assert client.refused("get_trace", rows[0]["id"]) == NOT_FOUND


def datasets(client: Driver, clock: Clock) -> None:
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


def judgements(client: Driver, clock: Clock) -> None:
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


def evaluations(client: Driver, clock: Clock) -> None:
    """An evaluation is made of a dataset or of a run, moves with each look at it, or at a list of it."""
    component = client.create_component("c")["id"]
    other = client.create_component("other")["id"]
    one, two, _ = (each["id"] for each in client.list_traces()["traces"])
    dataset, empty = (
        client.create_dataset(component, name, trace_ids=ids)["id"] for name, ids in (("d", [one, two]), ("e", []))
    )
    run = client.create_run(component, dataset, trace_ids=[one])["id"]
    whole = client.create_evaluation(component, dataset, name="n")
    assert (whole["name"], whole["runId"], whole["startedAt"]) == ("n", None, None)
    polled = [client.list_evaluations(component)["data"][0]["status"] for _ in range(3)]
    assert polled == ["running", "completed", "completed"]
    part = client.create_evaluation(component, dataset, run_id=run)
    old, whole = whole, client.create_evaluation(component, dataset)
    looks = [client.get_evaluation(component, whole["id"]) for _ in range(3)]
    assert [each["status"] for each in looks] == ["running", "completed", "completed"]
    assert [each["completedAt"] is None for each in looks] == [True, False, False]
    meta = looks[-1]["results"]["meta"]
    assert (meta["totalRuns"], meta["errorRate"], meta["averageDurationMs"]) == (2, 0.5, 420)
    assert client.wait_for_evaluation(component, part["id"], poll_interval=0)["results"]["meta"]["totalRuns"] == 1
    of_nothing = client.create_evaluation(component, empty)["id"]
    done = client.wait_for_evaluation(component, of_nothing, poll_interval=0)["results"]
    assert (done["insights"], done["meta"]["totalRuns"], done["meta"]["averageDurationMs"]) == ([], 0, 0)
    assert [each["id"] for each in client.list_evaluations(component)["data"]] == [
        each["id"] for each in ({"id": of_nothing}, whole, part, old)
    ]
    assert client.refused("create_evaluation", component, GONE) == NOT_FOUND
    assert client.refused("create_evaluation", other, dataset) == NOT_FOUND
    assert client.refused("create_evaluation", component, empty, run_id=run) == NOT_FOUND
    assert client.refused("list_evaluations", GONE) == NOT_FOUND
    for place, about in ((other, part["id"]), (GONE, part["id"]), (component, GONE)):
        assert client.refused("get_evaluation", place, about) == NOT_FOUND
