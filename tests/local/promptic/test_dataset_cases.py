"""Proves that the cases of datasets are made, changed and removed as the local Promptic says."""

from __future__ import annotations

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import COMPONENT, DATASET, ready, refused


def test_what_is_not_given_stays_and_null_clears(promptic: Backend, me: Caller) -> None:
    given = {
        "inputPayload": {"a": [1]},
        "expectedPayload": {"b": None},
        "split": "train",
        "metadata": {"m": 1},
        "idx": 9,
    }
    (made,) = promptic.create_dataset_cases(me, COMPONENT, DATASET, [given])["data"]
    assert {name: made[name] for name in given} == given
    changed = promptic.update_dataset_case(me, COMPONENT, DATASET, made["id"], {"metadata": {}})
    assert {name: changed[name] for name in given} == {**given, "metadata": {}}
    nothing = dict.fromkeys(("idx", "split", "expectedPayload"))
    cleared = promptic.update_dataset_case(me, COMPONENT, DATASET, made["id"], nothing)
    assert {name: cleared[name] for name in given} == {**given, **nothing, "metadata": {}}
    promptic.delete_dataset_case(me, COMPONENT, DATASET, made["id"])
    assert refused(promptic.delete_dataset_case, me, COMPONENT, DATASET, made["id"]) == 404


def test_the_cases_of_an_experiment_stay_as_they_are_once_it_has_started(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    record = promptic.get_experiment(me, experiment)
    where = (record["aiComponentId"], record["datasetId"])
    one = promptic.list_dataset_cases(me, *where)["data"][0]["id"]
    promptic.start_experiment(me, experiment)
    assert refused(promptic.create_dataset_cases, me, *where, [{"inputPayload": {}}]) == 409
    assert refused(promptic.update_dataset_case, me, *where, one, {"idx": 1}) == 409
    assert refused(promptic.delete_dataset_case, me, *where, one) == 409
    assert refused(promptic.delete_dataset_case, me, *where, 999) == 404
    assert refused(promptic.create_run, me, where[0], {"datasetId": where[1]}) == 400
    assert promptic.get_dataset_case(me, *where, one)["id"] == one


def test_a_case_of_another_dataset_is_not_found(promptic: Backend, me: Caller) -> None:
    one = promptic.list_dataset_cases(me, COMPONENT, DATASET)["data"][0]["id"]
    other = promptic.create_dataset(me, COMPONENT, {"name": "other"})["id"]
    assert refused(promptic.get_dataset_case, me, COMPONENT, other, one) == 404
    component = promptic.create_component(me, {"name": "c"})["id"]
    assert refused(promptic.get_dataset_case, me, component, DATASET, one) == 404
    assert refused(promptic.create_dataset_cases, me, component, DATASET, [{"inputPayload": {}}]) == 404


def test_a_dataset_counts_cases_and_those_of_traces(promptic: Backend, me: Caller) -> None:
    promptic.create_dataset_cases(me, COMPONENT, DATASET, [{"inputPayload": {"a": 1}}])
    full = promptic.get_dataset(me, COMPONENT, DATASET)
    assert (full["caseCount"], full["itemCount"], full["traceCount"]) == (3, 3, 2)
    assert (len(full["cases"]), len(full["items"])) == (3, 2)
    assert [each["metadata"] for each in full["cases"]] == [
        *({"traceDbId": each["traceDbId"]} for each in full["items"]),
        {},
    ]
    assert full["cases"][0]["inputPayload"] == {"input": full["items"][0]["input"]}
    assert full["aiApplicationId"] == full["workspaceId"] == me.workspace
