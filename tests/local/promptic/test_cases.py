"""Proves that observations of an experiment and cases of its dataset are the same rows, whoever looks at them."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.cases import observation_of
from promptport_local.promptic.resources import Caller

from .seeded import ready


def test_what_one_generation_writes_the_other_reads(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    record = promptic.get_experiment(me, experiment)
    component, dataset = record["aiComponentId"], record["datasetId"]
    (case,) = promptic.create_dataset_cases(
        me, component, dataset, [{"inputPayload": {"x": 2}, "expectedPayload": "z", "split": "train"}]
    )["data"]
    seen = promptic.list_observations(me, experiment)["data"][-1]
    assert seen == {
        "id": case["id"],
        "experimentId": experiment,
        "idx": 4,
        "variables": {"x": 2},
        "expected": "z",
        "split": "train",
        "createdAt": case["createdAt"],
        "updatedAt": case["updatedAt"],
    }
    promptic.update_observation(me, experiment, case["id"], {"expected": "w", "variables": {"x": 3}, "split": "eval"})
    again = promptic.get_dataset_case(me, component, dataset, case["id"])
    assert (again["expectedPayload"], again["inputPayload"], again["split"]) == ("w", {"x": 3}, "eval")
    promptic.delete_observation(me, experiment, case["id"])
    assert len(promptic.list_dataset_cases(me, component, dataset)["data"]) == 4
    promptic.delete_dataset_case(me, component, dataset, promptic.list_observations(me, experiment)["data"][0]["id"])
    assert len(promptic.list_observations(me, experiment)["data"]) == 3


@pytest.mark.parametrize(("payload", "expected"), [
    (None, ""), ("", ""), ("text", "text"), ({"a": ["ä"]}, '{"a": ["ä"]}'), (False, "false"), (0, "0"), ([], "[]"),
])  # fmt: skip
def test_an_observation_has_a_text_a_split_and_a_place(payload: Any, expected: str) -> None:
    case = {"id": 5, "idx": None, "inputPayload": {}, "expectedPayload": payload, "split": None}
    seen = observation_of("e", {**case, "createdAt": "c", "updatedAt": "u"}, 7)
    assert (seen["expected"], seen["split"], seen["idx"]) == (expected, "eval", 7)


def test_those_without_a_place_come_last(promptic: Backend, me: Caller) -> None:
    experiment = ready(promptic, me)
    record = promptic.get_experiment(me, experiment)
    component, dataset = record["aiComponentId"], record["datasetId"]
    given: list[dict[str, Any]] = [{"idx": None}, {"idx": 1}, {}]
    made = promptic.create_dataset_cases(me, component, dataset, [{"inputPayload": {}, **each} for each in given])
    assert [each["idx"] for each in made["data"]] == [None, 1, 2]
    assert [each["idx"] for each in promptic.list_dataset_cases(me, component, dataset)["data"]] == [
        *(0, 1, 1, 2, 2, 3),
        None,
    ]
    assert [each["idx"] for each in promptic.list_observations(me, experiment)["data"]] == [0, 1, 1, 2, 2, 3, 6]
