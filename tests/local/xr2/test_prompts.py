"""Proves what is answered of a prompt, and how its versions get into production."""

from __future__ import annotations

from datetime import timedelta

import pytest

from promptport_local.errors import Refusal
from promptport_local.xr2.backend import Backend

from ..conftest import Clock, get
from .calls import refusal


def test_rule_1_no_such_slug(backend: Backend) -> None:
    detail = refusal(backend, "nothing")
    assert detail.pop("message")
    assert detail == {
        "error": "Prompt not found",
        "slug": "nothing",
        "api_key_owner": "alice",
        "source_name": "python_sdk",
    }


def test_rule_1_only_the_owners_prompts_are_found(backend: Backend) -> None:
    backend.add_key("bobs", user="bob")
    with pytest.raises(Refusal) as caught:
        get(backend, token="bobs")
    assert isinstance(caught.value.body["detail"], dict)
    assert caught.value.body["detail"]["error"] == "Prompt not found"
    assert caught.value.body["detail"]["api_key_owner"] == "bob"


def test_an_answer_has_every_field(backend: Backend) -> None:
    answer = get(backend)
    assert answer.pop("trace_id")
    assert answer == {
        "slug": "welcome",
        "source_name": "python_sdk",
        "version_number": 1,
        "status": "production",
        "system_prompt": "You are a friendly assistant. Answer in {{language}}.",
        "user_prompt": "Welcome {{customer_name}} and offer your help.",
        "assistant_prompt": None,
        "variables": [
            {"name": "customer_name", "type": "string", "required": True},
            {"name": "language", "type": "string", "required": False, "default": "en"},
        ],
        "created_at": "2026-01-15T09:00:00Z",
        "updated_at": "2026-01-15T09:30:00Z",
        "deployed_at": "2026-01-15T09:30:00Z",
        "ab_test_id": None,
        "ab_test_name": None,
        "ab_test_variant": None,
    }


def test_model_config_comes_only_on_request(backend: Backend) -> None:
    backend.add_prompt("p", [{"user_prompt": "x", "model_config": {"temperature": 0}}])
    assert "model_config" not in get(backend, "p")
    backend.options.model_config = True
    assert get(backend, "p")["model_config"] == {"temperature": 0}


def test_publishing_replaces_what_was_in_production(backend: Backend, clock: Clock) -> None:
    number = backend.add_version("welcome", user_prompt="new")
    clock.moment += timedelta(hours=1)
    backend.publish("welcome", number)
    assert (get(backend)["version_number"], get(backend)["deployed_at"]) == (2, "2026-01-15T10:30:00.123456Z")
    assert get(backend, version_number=1)["status"] == "inactive"
    with pytest.raises(ValueError, match="no version 9"):
        backend.publish("welcome", 9)
    with pytest.raises(ValueError, match="no prompt 'nothing'"):
        backend.add_version("nothing")
