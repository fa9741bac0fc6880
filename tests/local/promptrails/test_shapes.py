"""Proves that PromptRails as of a release answers in the form that this release has: groups of models, the number of pages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from promptport_local.answer import Answer
from promptport_local.contract import Contract
from promptport_local.promptrails.shapes import reshaped
from promptport_local.releases import Release

KNOWN = ("0.3.0", "0.4.0", "0.5.0", "0.8.0", "0.9.0", "0.9.2")
OPERATIONS = {each.id: each for each in Contract.load("promptrails").operations}
GROUPS = [{"provider": "openai", "models": []}]


def body(operation: str, release: str, value: Any, status: int = 200) -> Any:
    answer = reshaped(OPERATIONS[operation], Answer.json(value, status), Release(release, KNOWN))
    assert (answer.status, answer.media) == (status, "application/json")
    return json.loads(answer.body)


@pytest.mark.parametrize("release", KNOWN)
def test_models_that_are_available(release: str) -> None:
    found = body("llm_models_list_available", release, {"data": GROUPS})["data"]
    assert found == (GROUPS if release in ("0.3.0", "0.4.0") else {"groups": GROUPS})


@pytest.mark.parametrize("release", KNOWN)
@pytest.mark.parametrize("said", [{"total_pages": 3}, {"pages": 3}, {"total_pages": 3, "pages": 3}])
def test_the_number_of_pages(release: str, said: dict[str, int]) -> None:
    found = body("agents_list", release, {"data": [], "meta": {"total": 60, **said}})
    assert found == {"data": [], "meta": {"total": 60, "pages" if release.startswith("0.9") else "total_pages": 3}}


def test_what_has_one_form_stays() -> None:
    for value in ({"data": {"meta": 1}}, {"data": {}, "meta": "x"}, [1], "text", None):
        assert body("agents_get", "0.9.2", value) == value
    refusal = {"error": {"code": "not_found", "message": "No"}}
    assert body("llm_models_list_available", "0.9.2", refusal, 404) == refusal
    binary = Answer(200, b"\x00", "application/octet-stream")
    assert reshaped(OPERATIONS["agents_get"], binary, Release("0.9.2", KNOWN)) is binary
    empty = Answer(204, b"", None)
    assert reshaped(OPERATIONS["agents_delete"], empty, Release("0.9.2", KNOWN)) is empty


@pytest.mark.parametrize("release", KNOWN)
def test_triggers_behind_the_old_door(release: str) -> None:
    trigger = {"id": "t", "source": "slack", "source_config": {}, "reply_config": {}}
    shown = {"id": "t"} if release == "0.3.0" else trigger
    assert body("webhook_triggers_get", release, {"data": dict(trigger)}) == {"data": shown}
    assert body("webhook_triggers_list", release, {"data": [dict(trigger)]}) == {"data": [shown]}
