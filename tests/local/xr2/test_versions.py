"""Proves which version a call means: xR2's rules 2 and 3."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from promptport_local.environment import Environment
from promptport_local.xr2.backend import Backend

from ..conftest import Clock, get
from .calls import refusal, texts


def test_rule_2_production_and_nothing_else(backend: Backend) -> None:
    backend.add_prompt("p", texts(("old", "production", 1), ("newer", "draft", 2), ("newest", "testing", 3)))
    assert get(backend, "p")["user_prompt"] == "old"


def test_rule_2_the_latest_deployment_wins(backend: Backend) -> None:
    backend.add_prompt(
        "p",
        [
            {
                "user_prompt": "deployed last",
                "created_at": "2026-01-01T00:00:00Z",
                "deployed_at": "2026-01-09T00:00:00Z",
            },
            {"user_prompt": "made last", "created_at": "2026-01-05T00:00:00Z", "deployed_at": "2026-01-06T00:00:00Z"},
        ],
    )
    assert get(backend, "p")["user_prompt"] == "deployed last"


def test_rule_2_made_counts_where_the_deployment_is_not_known(
    backend: Backend, environment: Environment, clock: Clock
) -> None:
    clock.moment = datetime(2026, 1, 3, tzinfo=UTC)
    backend.add_prompt("p", texts(("first", "production", 1)))
    number = backend.add_version("p", status="testing", user_prompt="second", created_at="2026-01-05T00:00:00Z")
    prompt = environment.collection("prompts").get("alice", "p")
    prompt["versions"][number - 1].update(status="production")
    assert prompt["versions"][number - 1]["deployed_at"] is None
    environment.collection("prompts").put("alice", "p", value=prompt)
    assert get(backend, "p")["user_prompt"] == "second"


def test_rule_2_nothing_in_production(backend: Backend) -> None:
    backend.add_prompt("p", texts(("a", "draft", 1), ("b", "testing", 2), ("c", "draft", 3)))
    detail = refusal(backend, "p")
    assert detail.pop("message")
    assert detail.pop("suggestion")
    assert sorted(detail.pop("available_statuses")) == ["draft", "testing"]
    assert detail == {"error": "No deployed version found", "slug": "p"}


def test_rule_3_by_number(backend: Backend) -> None:
    backend.add_prompt("p", texts(("one", "production", 1), ("two", "draft", 2)))
    assert get(backend, "p", version_number=2)["user_prompt"] == "two"


@pytest.mark.parametrize("number", [0, 3, -1, 10**40])
def test_rules_3_and_4_no_such_number(backend: Backend, number: int) -> None:
    backend.add_prompt("p", texts(("one", "production", 1), ("two", "draft", 2)))
    detail = refusal(backend, "p", version_number=number)
    assert detail.pop("message")
    assert detail == {
        "error": "Version not found",
        "version_number": number,
        "slug": "p",
        "available_versions": [2, 1],
    }


def test_rule_3_by_status_the_newest(backend: Backend) -> None:
    backend.add_prompt(
        "p", texts(("newest draft", "draft", 9), ("older draft", "draft", 5), ("live", "production", 10))
    )
    assert get(backend, "p", status="draft")["user_prompt"] == "newest draft"


def test_rule_3_by_status_none(backend: Backend) -> None:
    detail = refusal(backend, status="testing")
    assert detail.pop("message")
    assert detail == {
        "error": "Version with status not found",
        "requested_status": "testing",
        "slug": "welcome",
        "available_statuses": ["production"],
    }


def test_rule_3_number_goes_before_status(backend: Backend) -> None:
    backend.add_prompt("p", texts(("one", "production", 1), ("two", "draft", 2)))
    assert get(backend, "p", version_number=2, status="draft")["user_prompt"] == "two"
    assert refusal(backend, "p", version_number=2, status="production")["error"] == "Version with status not found"
    assert refusal(backend, "p", version_number=7, status="production")["error"] == "Version not found"
