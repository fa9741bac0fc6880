"""Proves that the local Promptic can be filled: by its fixture, by data, by prompt files; and that a file keeps it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.fixture import TRACE, fixture
from promptport_local.promptic.resources import Caller
from promptport_local.promptic.seeds import check_seed

from ..conftest import PROMPTIC_KEY, Clock

COMPONENT = "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10"
GREETING = [
    {"role": "system", "content": "You are a friendly assistant. Answer in {{language}}."},
    {"role": "user", "content": "Welcome {{customer_name}} and offer your help."},
]


@pytest.fixture
def me(promptic: Backend) -> Caller:
    return promptic.caller(PROMPTIC_KEY)


def deployed(promptic: Backend, me: Caller, name: str) -> dict[str, Any]:
    """The deployed prompt of the component of a name."""
    (component,) = (each for each in promptic.list_components(me)["data"] if each["name"] == name)
    prompt = promptic.get_deployed_prompt(me, component["id"])
    assert prompt is not None
    return prompt


def test_the_fixture_has_a_prompt_and_traces(promptic: Backend, me: Caller) -> None:
    prompt = deployed(promptic, me, "welcome")
    assert (prompt["promptMessages"], prompt["promptFormat"]) == (GREETING, "multi_message")
    assert prompt["prompt"] == f"{GREETING[0]['content']}\n\n{GREETING[1]['content']}"
    assert (prompt["componentId"], prompt["iterationId"], prompt["score"]) == (COMPONENT, 1, 0.89)
    listed = promptic.list_traces(me)
    assert [(each["status"], each["startTime"]) for each in listed["traces"]] == [
        ("error", "2026-01-15T09:10:00.123Z"),
        ("ok", "2026-01-15T08:50:00.123Z"),
        ("ok", "2026-01-15T08:30:00.123Z"),
    ]
    evaluation = promptic.list_evaluations(me, COMPONENT)["data"][0]
    assert (evaluation["status"], evaluation["results"]["meta"]["totalRuns"]) == ("completed", 1)


def test_the_fixture_is_what_a_seed_may_be(clock: Clock) -> None:
    """`reset` takes it unchecked."""
    check_seed(fixture(clock()))


def test_reset_returns_to_it(promptic: Backend, me: Caller) -> None:
    before = promptic.state()
    promptic.options.strict = False
    promptic.delete_component(me, COMPONENT)
    promptic.create_component(me, {"name": "c"})
    promptic.reset()
    assert promptic.state() == before


def test_whole_components_as_data(promptic: Backend, me: Caller) -> None:
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
        ({"traces": [{"spans": []}]}, "spans breaks the rule minItems"),
        ({"traces": [{"traceId": "XYZ", "spans": [{"name": "s"}]}]}, "traceId"),
        ({"options": {"experiments": "never"}}, "must be one of reads, instant, clock, manual"),
        ({"colours": []}, "holds a field that is not known"),
    ],
)  # fmt: skip
def test_wrong_data_is_told_and_nothing_is_added(promptic: Backend, data: dict[str, Any], text: str) -> None:
    before = promptic.state()
    good = {"components": [{"name": "good"}, *data.get("components", [])]}
    with pytest.raises(ValueError, match=text):
        promptic.seed({**data, **good})
    assert promptic.state() == before


def said(text: str, role: str = "user") -> dict[str, Any]:
    return {"role": role, "content": text}


def test_prompts_that_are_given() -> None:
    config = {"model": "m", "provider": "google"}
    given: list[dict[str, Any]] = [
        {"name": "welcome", "versions": [{"messages": [said("S", "developer"), said("U {{x}}")], "config": config}]},
        {"name": "greet", "versions": [{"messages": [said("a")]}, {"messages": [said("b")], "labels": ["draft"]}]},
        {"name": "draft", "versions": [{"messages": [said("a")], "labels": ["draft"]}]},
    ]
    with Server(prompts=given) as server:
        backend = server.backend("promptic")
        me = backend.caller(PROMPTIC_KEY)
        for _ in range(2):
            welcome = deployed(backend, me, "welcome")
            assert (welcome["componentId"], welcome["model"], welcome["provider"]) == (COMPONENT, "m", "google")
            assert [each["content"] for each in welcome["promptMessages"]] == ["S", "U {{x}}"]
            assert deployed(backend, me, "greet")["prompt"] == "a"
            assert {each["name"] for each in backend.list_components(me)["data"]} == {"welcome", "greet", "draft"}
            assert len(backend.list_experiments(me)["data"]) == 4
            server.reset()
        assert server.violations == []


def test_a_file_keeps_it_and_ids_do_not_come_again(tmp_path: Path, clock: Clock) -> None:
    ids = []
    for _ in range(3):
        with Server(data=tmp_path / "state.db", seed=1, now=clock) as server:
            with httpx.Client(headers={"Authorization": f"Bearer {PROMPTIC_KEY}"}, trust_env=False) as client:
                url = server.url("promptic") + "/api/v1/components"
                ids.append(client.post(url, json={"name": "c"}).json()["id"])
                assert [each["id"] for each in client.get(url).json()["data"]] == [*reversed(ids), COMPONENT]
            assert server.violations == []
    assert len(set(ids)) == 3
