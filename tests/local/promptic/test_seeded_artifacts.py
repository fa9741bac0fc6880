"""Proves that artifacts and cases are given to the local Promptic as data."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .calls import IDS
from .seeded import COMPONENT


def test_an_artifact_belongs_to_the_root_of_its_trace(promptic: Backend, me: Caller) -> None:
    trace = promptic.get_trace(me, IDS["traceId"])
    for given in ({"content": "ä", "name": "a.txt"}, {"contentBase64": "w6Q=", "mimeType": "a/b"}):
        promptic.seed({"artifacts": [{"id": "mine", "storageObjectId": "object", "traceId": IDS["traceId"], **given}]})
        made = promptic.get_artifact(me, "mine")
        assert (made["name"], made["mimeType"]) == (given.get("name"), given.get("mimeType", "text/plain"))
        assert (made["sizeBytes"], made["spanDbId"]) == (2, trace["spans"][0]["id"])
        assert promptic.object_content("object") == "ä".encode()
    assert "mine" in {each["id"] for each in promptic.list_trace_artifacts(me, IDS["traceId"])["data"]}


@pytest.mark.parametrize("wrong", [
    {"traceId": "unknown"}, {"workspaceId": "unknown"}, {"contentBase64": "a"}, {"content": 5}, {"other": 1},
])  # fmt: skip
def test_what_is_none_is_told(promptic: Backend, wrong: dict[str, Any]) -> None:
    before = promptic.state()
    with pytest.raises(ValueError, match=r"unknown|contentBase64|content|not known"):
        promptic.seed({"artifacts": [{"id": "mine", **wrong}]})
    assert promptic.state() == before


def test_cases_are_given_to_experiments_and_datasets(promptic: Backend, me: Caller) -> None:
    cases = [{"inputPayload": {"createdAt": "any"}, "expectedPayload": [1], "split": None}]
    experiment = {"id": "e", "datasetId": "d", "cases": cases, "inputVariables": [{"name": "a", "column": "b"}]}
    promptic.add_component("c", id="c", experiments=[experiment], datasets=[{"id": "s", "name": "n", "cases": cases}])
    for dataset in ("d", "s"):
        (case,) = promptic.list_dataset_cases(me, "c", dataset)["data"]
        assert (case["inputPayload"], case["expectedPayload"]) == ({"createdAt": "any"}, [1])
    assert promptic.get_experiment(me, "e")["inputVariables"] == experiment["inputVariables"]
    assert promptic.list_datasets(me, COMPONENT)["data"][0]["name"] == "January"
