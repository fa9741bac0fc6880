"""Proves how observations and cases stand for each other, whatever came."""

from __future__ import annotations

import json
from typing import Any

import pytest
from promptport_api.promptic.api.client import create_observations, list_observations

from promptport.promptic.observations import OPERATIONS, Home, as_cases, home_of

HOME = Home("c", "d")


def test_there_are_four() -> None:
    assert {"list_observations", "create_observations", "update_observation", "delete_observation"} == OPERATIONS


@pytest.mark.parametrize(
    "experiment", [None, [], "e", {}, {"aiComponentId": "c"}, {"aiComponentId": "c", "datasetId": 7}]
)
def test_an_experiment_without_a_dataset_has_no_cases(experiment: Any) -> None:
    assert home_of(experiment) is None
    assert home_of({"aiComponentId": "c", "datasetId": "d"}) == HOME


def test_what_is_no_case_stays_as_it_came() -> None:
    _, read = as_cases(list_observations.request("e"), HOME)
    found = read(json.dumps({"data": [None, 7, {"id": 1}]}).encode())
    assert found["data"][:2] == [None, 7]
    assert found["data"][2] == {
        "id": 1, "experimentId": "e", "idx": None, "variables": None, "expected": None, "split": None, "createdAt": None,
        "updatedAt": None,
    }  # fmt: skip


def test_what_is_no_list_is_left_to_the_checks() -> None:
    given: Any = "text"
    request, _ = as_cases(create_observations.request("e", given), HOME)
    assert request.arguments["cases"] == "text"
