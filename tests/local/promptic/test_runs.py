"""Proves that the local Promptic's runs have their traces, and add to their datasets what these lack."""

from __future__ import annotations

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import COMPONENT, refused


def test_a_run_adds_what_its_dataset_lacks(promptic: Backend, me: Caller) -> None:
    (dataset,) = promptic.list_datasets(me, COMPONENT)["data"]
    traces = [each["id"] for each in promptic.list_traces(me)["traces"]]
    made = promptic.create_run(me, COMPONENT, {"name": "r", "datasetId": dataset["id"], "traceIds": traces})
    assert (made["status"], made["traceCount"]) == ("completed", 3)
    assert [each["id"] for each in made["traces"]] == traces
    assert {each["componentName"] for each in made["traces"]} == {"welcome"}
    assert promptic.get_run(me, COMPONENT, made["id"])["traces"] == made["traces"]
    assert (dataset["itemCount"], promptic.get_dataset(me, COMPONENT, dataset["id"])["itemCount"]) == (2, 3)
    assert [each["name"] for each in promptic.list_runs(me, COMPONENT)["data"]] == ["r", "Monday"]
    assert refused(promptic.create_run, me, COMPONENT, {"datasetId": "none"}) == 404


def test_annotations_go_with_their_run(promptic: Backend, me: Caller) -> None:
    (run,) = promptic.list_runs(me, COMPONENT)["data"]
    promptic.delete_run(me, COMPONENT, run["id"])
    assert promptic.list_dataset_annotations(me, COMPONENT, run["datasetId"])["data"] == []
    assert refused(promptic.get_run, me, COMPONENT, run["id"]) == 404
