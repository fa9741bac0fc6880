"""Proves that the local Promptic's datasets have an item for each of their traces, once."""

from __future__ import annotations

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import COMPONENT, EXPERIMENT, refused


def test_an_item_a_trace(promptic: Backend, me: Caller) -> None:
    traces = [each["id"] for each in promptic.list_traces(me)["traces"]]
    made = promptic.create_dataset(me, COMPONENT, {"name": "d", "traceIds": [*traces, *traces]})
    assert (made["itemCount"], made["traceCount"], made["description"]) == (3, 3, None)
    items = promptic.get_dataset(me, COMPONENT, made["id"])["items"]
    assert [each["traceDbId"] for each in items] == traces
    assert {each["input"] for each in items} == {'{"customer_name": "Alice"}'}
    newest, _ = promptic.list_datasets(me, COMPONENT)["data"]
    assert newest["id"] == made["id"]
    assert refused(promptic.create_dataset, me, COMPONENT, {"name": "d", "traceIds": ["none"]}) == 404


def test_what_belongs_to_a_dataset_goes_with_it(promptic: Backend, me: Caller) -> None:
    (dataset,) = promptic.list_datasets(me, COMPONENT)["data"]
    promptic.delete_dataset(me, COMPONENT, dataset["id"])
    assert refused(promptic.get_dataset, me, COMPONENT, dataset["id"]) == 404
    state = promptic.state()
    assert [state[name] for name in ("runs", "links", "annotations", "evaluations")] == [[]] * 4
    assert {each["experimentId"] for each in state["datasets"]} == {EXPERIMENT}
    assert {each["datasetId"] for each in state["cases"]} == {state["datasets"][0]["id"]}
    assert len(state["traces"]) == 3
