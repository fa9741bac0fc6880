"""Proves that the local PromptRails' versions are made, promoted, and linked to prompts."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend

from .rails import refused


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("agent_versions", "agent-id"),
        ("prompt_versions", "prompt-id"),
        ("data_source_versions", "data-source-id"),
    ],
)
def test_one_version_is_current(rails: Backend, name: str, owner: str) -> None:
    def current() -> list[str]:
        return [each["version"] for each in rails.records.listed(name, owner) if each["is_current"]]

    assert current() == ["1.0.0"]
    made = rails.versions.create(name, owner, {"message": "m"})
    assert (made["version"], made["is_current"], made["message"]) == ("1.0.1", False, "m")
    assert current() == ["1.0.0"]
    rails.versions.create(name, owner, {"version": "x", "set_current": True})
    assert current() == ["x"]
    assert rails.versions.promote(name, owner, made["id"])["is_current"]
    assert current() == ["1.0.1"]
    assert rails.versions.create(name, owner, {"version": ""})["version"] == "1.0.2"
    with refused(404, "not_found"):
        rails.versions.promote(name, owner, "x")
    with refused(404, "not_found"):
        rails.versions.create(name, "invalid-id", {})
    with refused(400, "bad_request"):
        rails.versions.create(name, owner, {"set_current": 1})


def test_a_version_of_another_is_not_promoted(rails: Backend) -> None:
    with refused(404, "not_found"):
        rails.versions.promote("prompt_versions", "p2", "p1-version-id")


def test_a_version_links_its_prompts(rails: Backend) -> None:
    link = {"prompt_id": "p1", "role": "step1", "sort_order": 0}

    def links(config: Any, **given: Any) -> list[tuple[str, str]]:
        made = rails.versions.create("agent_versions", "agent-id", {"config": config, **given})
        return [(each["prompt_id"], each["role"]) for each in made["prompts"]]

    assert links({"type": "chain", "prompt_ids": [link, {**link, "prompt_id": "p2"}]}) == [
        ("p1", "step1"),
        ("p2", "step1"),
    ]
    assert links({"type": "simple", "prompt_id": "p1"}) == [("p1", "main")]
    assert links({}, prompt_ids=[link]) == [("p1", "step1")]
    assert links({"prompt_ids": [1, {"prompt_id": "p1"}]}) == []
    assert links({"prompt_ids": "p1"}) == []


def message(text: str, **more: Any) -> dict[str, Any]:
    return {"message": {"role": "user", "parts": [{"type": "text", "text": text}]}, **more}
