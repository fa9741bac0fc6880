"""Proves that the local xR2 chooses versions, mints traces, counts quotas and runs A/B tests as xR2 does, without HTTP."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from promptport_local.environment import Environment
from promptport_local.errors import Refusal
from promptport_local.xr2.backend import Backend

from ..conftest import Clock, get


def refusal(backend: Backend, slug: str = "welcome", **choice: Any) -> Any:
    with pytest.raises(Refusal) as caught:
        get(backend, slug, **choice)
    assert caught.value.status == 404
    return caught.value.body["detail"]


def texts(*entries: tuple[str, str, int]) -> list[dict[str, Any]]:
    """Versions, each of a text, a status and the hour at which it was made."""
    return [
        {"user_prompt": text, "status": status, "created_at": f"2026-01-{day:02}T00:00:00Z"}
        for text, status, day in entries
    ]


# Which version


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


# Traces


def test_a_trace_is_new_each_time_and_looks_like_one(backend: Backend) -> None:
    traces = [get(backend)["trace_id"] for _ in range(50)]
    assert len(set(traces)) == 50
    # c0b137fe is how the SHA-1 of "welcome" begins; the number is the clock's.
    assert all(re.fullmatch(r"evt_c0b137fe_1768469400_[0-9a-f]{8}", trace) for trace in traces)
    assert [trace["trace_id"] for trace in backend.traces] == traces


def test_a_refused_fetch_mints_none(backend: Backend) -> None:
    refusal(backend, "nothing")
    assert backend.traces == []


def test_the_same_seed_gives_the_same_traces(backend: Backend) -> None:
    first = [get(backend)["trace_id"] for _ in range(3)]
    backend.reset()
    assert [get(backend)["trace_id"] for _ in range(3)] == first


def test_randomness_that_comes_again_still_mints_a_new_trace(backend: Backend, environment: Environment) -> None:
    first = get(backend)["trace_id"]
    environment.reseed()
    assert get(backend)["trace_id"] != first


# Quota


def test_the_quota_counts_successes_of_a_user_and_a_day(backend: Backend, clock: Clock) -> None:
    backend.add_key("limited", quota=2)
    backend.add_key("limited too", quota=2)
    with pytest.raises(Refusal):
        get(backend, "nothing", token="limited")
    get(backend, token="limited")
    get(backend, token="limited too")
    with pytest.raises(Refusal) as caught:
        get(backend, token="limited")
    assert caught.value.status == 429
    assert caught.value.headers == ()
    detail = caught.value.body["detail"]
    assert isinstance(detail, dict)
    assert detail.pop("message")
    assert detail == {
        "error": "API rate limit exceeded",
        "current_usage": 2,
        "max_requests_per_day": 2,
        "reset_time": "2026-01-16T00:00:00Z",
    }
    clock.moment = datetime(2026, 1, 16, tzinfo=UTC)
    assert get(backend, token="limited")


def test_the_quota_goes_before_the_choice(backend: Backend) -> None:
    backend.add_key("none", quota=0)
    with pytest.raises(Refusal) as caught:
        get(backend, "nothing", token="none")
    assert caught.value.status == 429


# A/B tests


def under_test(backend: Backend, total: int = 100, **fields: Any) -> None:
    backend.add_prompt("p", texts(("live", "production", 1), ("a", "testing", 2), ("b", "draft", 3)))
    backend.add_ab_test("colours", "p", 2, 3, total, **fields)


def test_alternating_variants(backend: Backend) -> None:
    backend.options.choice = "alternate"
    under_test(backend)
    served = [get(backend, "p") for _ in range(4)]
    assert [each["ab_test_variant"] for each in served] == ["version_a", "version_b", "version_a", "version_b"]
    assert [each["status"] for each in served[:2]] == ["testing", "draft"]
    assert {each["ab_test_name"] for each in served} == {"colours"}
    assert {each["ab_test_id"] for each in served} == {backend.ab_tests[0]["id"]}


def test_random_variants_are_even_and_repeat_with_the_seed(backend: Backend) -> None:
    def drawn() -> list[str]:
        backend.reset()
        under_test(backend, 10_000)
        return [get(backend, "p")["ab_test_variant"] for _ in range(300)]

    first = drawn()
    assert drawn() == first
    assert 110 < Counter(first)["version_a"] < 190
    assert first[:20] != ["version_a", "version_b"] * 10


@pytest.mark.parametrize("choice", [{"version_number": 1}, {"status": "production"}])
def test_a_test_takes_no_part_in_a_choice_of_the_callers(backend: Backend, choice: dict[str, Any]) -> None:
    under_test(backend)
    answer = get(backend, "p", **choice)
    assert (answer["ab_test_id"], answer["ab_test_name"], answer["ab_test_variant"]) == (None, None, None)
    assert backend.ab_tests[0]["served_a"] + backend.ab_tests[0]["served_b"] == 0


def test_at_the_limit_the_test_ends_and_production_is_served(backend: Backend) -> None:
    under_test(backend, total=2)
    assert [get(backend, "p")["ab_test_variant"] is None for _ in range(4)] == [False, False, True, True]
    assert get(backend, "p")["user_prompt"] == "live"
    assert backend.ab_tests[0]["status"] == "completed"
    assert backend.ab_tests[0]["served_a"] + backend.ab_tests[0]["served_b"] == 2


@pytest.mark.parametrize("status", ["draft", "paused", "completed", "cancelled"])
def test_only_a_running_test_counts(backend: Backend, status: str) -> None:
    under_test(backend, status=status)
    assert get(backend, "p")["ab_test_id"] is None


def test_the_newest_running_test_counts(backend: Backend) -> None:
    under_test(backend)
    backend.add_ab_test("shapes", "p", 2, 3)
    assert get(backend, "p")["ab_test_name"] == "shapes"
    backend.add_ab_test("colours", "p", 2, 3)
    assert get(backend, "p")["ab_test_name"] == "colours"


def test_a_version_that_is_gone_means_production_and_was_counted(backend: Backend) -> None:
    backend.options.choice = "alternate"
    backend.add_prompt("p", texts(("live", "production", 1)))
    backend.add_ab_test("broken", "p", 8, 9)
    answer = get(backend, "p")
    assert (answer["user_prompt"], answer["ab_test_id"]) == ("live", None)
    assert backend.ab_tests[0]["served_a"] == 1


def test_a_test_serves_a_prompt_that_has_nothing_in_production(backend: Backend) -> None:
    backend.add_prompt("p", texts(("a", "draft", 1), ("b", "draft", 2)))
    backend.add_ab_test("drafts", "p", 1, 2, 1)
    assert get(backend, "p")["status"] == "draft"
    assert refusal(backend, "p")["error"] == "No deployed version found"
    assert backend.ab_tests[0]["status"] == "completed"
