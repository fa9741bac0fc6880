"""Proves that the local Promptic can be filled by data; what is wrong with it is told, and nothing added."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.fixture import TRACE
from promptport_local.promptic.resources import Caller

from .seeded import deployed


def test_whole_components_as_data(promptic: Backend, me: Caller) -> None:
    promptic.options.experiments = promptic.options.evaluations = "manual"
    trace = promptic.add_trace([{"name": "r", "input": "i", "output": "o"}, {"name": "c"}], component="c", tags=["t"])
    component = promptic.add_component(
        "c",
        description="d",
        experiments=[
            {"name": "hand", "iterations": [{"prompt": "A {{x}}", "overallNormalizedScore": 0.2}, {"prompt": "B"}]},
            {"name": "run", "experimentStatus": "completed", "initialPrompt": "Go.", "hyperparameters": {"epochs": 2}},
            {"name": "open", "initialPrompt": "Go."},
            {"name": "queued", "experimentStatus": "scheduled"},
            {"name": "broken", "experimentStatus": "failed", "deployed": False},
        ],
        datasets=[
            {
                "name": "d",
                "traceIds": [trace["traceId"]],
                "runs": [{"name": "r", "traceIds": [trace["id"]], "annotations": [{"traceId": TRACE, "comment": "x"}]}],
                "evaluations": [{"status": "pending"}, {"status": "running"}, {"status": "failed"}, {}],
            }
        ],
    )
    rows = promptic.list_experiments(me, component_id=component["id"])["data"][::-1]
    statuses = ["completed", "completed", "pending", "scheduled", "failed"]
    assert [each["experimentStatus"] for each in rows] == statuses
    assert [each["runNumber"] for each in rows] == [1, 2, 3, 4, 5]
    assert promptic.get_best_iteration(me, rows[0]["id"])["prompt"] == "B"
    assert len(promptic.list_iterations(me, rows[1]["id"])["data"]) == 2
    (dataset,) = promptic.list_datasets(me, component["id"])["data"]
    (item,) = promptic.get_dataset(me, component["id"], dataset["id"])["items"]
    assert (item["input"], item["output"]) == ("i", "o")
    (run,) = promptic.list_runs(me, component["id"])["data"]
    assert [each["comment"] for each in promptic.list_annotations(me, component["id"], run["id"])["data"]] == ["x"]
    evaluations = promptic.list_evaluations(me, component["id"])["data"][::-1]
    assert [each["status"] for each in evaluations] == ["pending", "running", "failed", "completed"]
    assert trace["tags"] == ["t"]
    assert trace["spans"][1]["parentSpanId"] == trace["spans"][0]["spanId"]


def test_the_same_name_is_replaced(promptic: Backend, me: Caller) -> None:
    for text in ("one", "two"):
        experiment = {"iterations": [{"prompt": text}], "deployed": True}
        component = promptic.add_component("c", experiments=[experiment], datasets=[{"name": "d"}])
        assert deployed(promptic, me, "c")["prompt"] == text
    assert len(promptic.list_components(me)["data"]) == 2
    assert len(promptic.list_experiments(me, component_id=component["id"])["data"]) == 1
    assert len(promptic.list_datasets(me, component["id"])["data"]) == 1


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"components": [{}]}, r"promptic\.components\.1\.name is required"),
        ({"components": [{"name": "c", "workspaceId": "none"}]}, "no workspace 'none'"),
        ({"components": [{"name": "c", "experiments": [{"deployed": True, "experimentStatus": "pending"}]}]}, "has no iteration"),
        ({"components": [{"name": "c", "datasets": [{"name": "d", "traceIds": ["x"]}]}]}, "there is no trace 'x'"),
        ({"components": [{"name": "c", "createdAt": "yesterday"}]}, "createdAt must be a moment"),
        ({"keys": [{"token": "k", "workspaceId": "none"}]}, "no workspace 'none'"),
        ({"traces": [{"workspaceId": "none", "spans": [{"name": "s"}]}]}, "no workspace 'none'"),
        ({"traces": [{"spans": []}]}, "spans must not be empty"),
        ({"traces": [{"traceId": "XYZ", "spans": [{"name": "s"}]}]}, "traceId"),
        ({"options": {"experiments": "never"}}, "must be one of usual, reads, instant, clock, manual"),
        ({"colours": []}, "holds a field that is not known"),
    ],
)  # fmt: skip
def test_wrong_data_is_told_and_nothing_is_added(promptic: Backend, data: dict[str, Any], text: str) -> None:
    before = promptic.state()
    good = {"components": [{"name": "good"}, *data.get("components", [])]}
    with pytest.raises(ValueError, match=text):
        promptic.seed({**data, **good})
    assert promptic.state() == before


def test_seeding_over_http(control: httpx.Client, promptic_client: httpx.Client) -> None:
    seed = {"promptic": {"components": [{"name": "mine", "experiments": [{"observations": [], "name": "e"}]}]}}
    assert control.post("/_local/seed", json=seed).json() == {"ok": True}
    assert [each["name"] for each in promptic_client.get("/api/v1/experiments").json()["data"]] == ["e", "First try"]
    state = control.get("/_local/state").json()["promptic"]
    assert [each["name"] for each in state["components"]] == ["welcome", "mine"]
    wrong = {"promptic": {"components": [{"name": "other", "colour": "red"}]}}
    answer = control.post("/_local/seed", json=wrong)
    assert (answer.status_code, "promptic.components.0" in answer.json()["error"]) == (400, True)
    control.post("/_local/reset")
    assert len(promptic_client.get("/api/v1/components").json()["data"]) == 1
