"""Proves what the local PromptRails makes of its records: search, sums, versions, tools, media, webhooks, tasks."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptrails.a2a import NO_TASK, NOT_CANCELABLE, NOT_POSSIBLE
from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.errors import RpcError

from ..conftest import Clock
from .rails import refused, with_approval

# Memories


def test_memories_are_searched_by_their_words(rails: Backend, clock: Clock) -> None:
    for content in ("Refunds: see the REFUND POLICY.", "A policy on shipping", "Nothing of it"):
        clock.forward(seconds=1)
        rails.records.create("memories", {"content": content, "memory_type": "fact"}, "agent-id")

    def found(*arguments: Any, **more: Any) -> list[str]:
        return [each["content"][:7] for each in rails.memories.search("agent-id", *arguments, **more)]

    assert found("refund policy") == ["Refunds", "The ref"]
    assert found("refund policy", limit=1) == ["Refunds"]
    assert found("refund policy", threshold=0.5) == ["Refunds", "The ref", "A polic"]
    assert len(found("")) == 4
    assert rails.memories.search("invalid-id", "refund policy") == []
    assert rails.memories.forget("agent-id") == {"deleted": 4}
    assert rails.memories.forget("agent-id") == {"deleted": 0}


# Sums


def test_scores_are_summed_up_by_their_names(rails: Backend) -> None:
    for name, value, trace in (("quality", 3.5, "t2"), ("speed", 1, "t2"), ("speed", 10**400, "t3")):
        rails.records.create("scores", {"name": name, "value": value, "trace_id": trace})
    rails.records.create(
        "scores", {"name": "mood", "string_value": "good", "data_type": "categorical", "trace_id": "t2"}
    )
    rails.records.create("scores", {"name": "unsaid", "trace_id": "t2"})
    quality, speed = rails.aggregates.scores()
    assert quality == {"name": "quality", "count": 2, "avg": 4.0, "min": 3.5, "max": 4.5}
    assert (speed["count"], speed["avg"], speed["max"]) == (2, (10**400 + 1) // 2, 10**400)
    assert rails.aggregates.scores("t2") == [
        {"name": "quality", "count": 1, "avg": 3.5, "min": 3.5, "max": 3.5},
        {"name": "speed", "count": 1, "avg": 1.0, "min": 1, "max": 1},
    ]
    assert rails.aggregates.scores("t2", "speed")[0]["count"] == 1
    assert rails.aggregates.scores("", "")[0]["count"] == 2


def test_costs_by_day_and_agent(rails: Backend, clock: Clock) -> None:
    clock.forward(days=1)
    rails.runs.execute("agent-id", {})
    rails.runs.execute(rails.records.create("agents", {"name": "Other", "type": "simple"})["id"], {})
    whole = rails.aggregates.costs()
    assert (whole["total_cost"], whole["total_executions"], whole["total_tokens"]) == (0.0069, 4, 690)
    assert [(day["date"], day["cost"]) for day in whole["daily_costs"]] == [
        ("2026-01-15", 0.0023),
        ("2026-01-16", 0.0046),
    ]
    assert rails.aggregates.costs("agent-id")["total_executions"] == 3
    assert rails.aggregates.costs("invalid-id") == {
        "total_cost": 0.0,
        "total_executions": 0,
        "total_tokens": 0,
        "daily_costs": [],
    }
    for begin, end, count in (
        ("2026-01-16", None, 2),
        (None, "2026-01-15", 2),
        ("2026-01-15", "2026-01-16", 4),
        ("2026-01-15T09:00:00.5Z", None, 2),
        (None, "2026-01-16T09:30:00Z", 2),
        ("2026-01-16T11:30:00+02:00", None, 2),
        ("2027-01-01", "9999-12-31", 0),
        ("", "", 4),
    ):
        assert rails.aggregates.costs(None, begin, end)["total_executions"] == count, (begin, end)
    with pytest.raises(Refusal) as no:
        rails.aggregates.costs(from_date="yesterday")
    assert (no.value.status, no.value.body["error"]["details"]) == (400, {"from": "must be a date"})


def test_metrics_of_the_last_days(rails: Backend, clock: Clock) -> None:
    rails.runs.execute("agent-id", {})
    rails.options.failure = "no"
    clock.forward(days=10)
    rails.runs.execute("agent-id", {})
    metrics = rails.aggregates.metrics()
    assert metrics["overview"] == {
        "total_executions": 4,
        "total_cost": 0.0046,
        "total_tokens": 610,
        "total_agents": 1,
        "error_count": 1,
        "avg_duration_ms": 250,
    }
    assert metrics["executions_by_day"] == [{"date": "2026-01-15", "count": 3}, {"date": "2026-01-25", "count": 1}]
    assert metrics["cost_by_day"][1] == {"date": "2026-01-25", "cost": 0.0}
    assert metrics["error_rate"][1] == {"date": "2026-01-25", "total": 1, "errors": 1, "error_rate": 1.0}
    assert metrics["agent_usage"] == [
        {"agent_id": "agent-id", "agent_name": "Support", "executions": 4, "total_cost": 0.0046}
    ]
    assert metrics["model_usage"][0]["count"] == 3
    assert metrics["score_trends"] == [{"date": "2026-01-15", "name": "quality", "average": 4.5, "count": 1}]
    assert rails.aggregates.metrics(1)["overview"]["total_executions"] == 1
    assert rails.aggregates.metrics(-1) == rails.aggregates.metrics(10**30) == metrics


def test_sessions_are_summed_up_from_spans(rails: Backend, clock: Clock) -> None:
    clock.forward(hours=1)
    rails.runs.execute("agent-id", {}, session_id="s1")
    clock.forward(hours=1)
    rails.options.failure = "no"
    rails.runs.execute("agent-id", {}, session_id="s1")
    assert rails.traces.session("s1") == {
        "session_id": "s1",
        "trace_count": 2,
        "total_tokens": 380,
        "total_cost": 0.0023,
        "error_count": 1,
        "first_seen": "2026-01-15T10:30:00.123456Z",
        "last_seen": "2026-01-15T11:30:00.123456Z",
    }
    page = rails.traces.sessions(1, 1)
    assert [each["session_id"] for each in page["data"]] == ["s1"]
    assert page["meta"] == {"total": 2, "page": 1, "limit": 1, "total_pages": 2}
    with refused(404, "not_found"):
        rails.traces.session("invalid-id")


# Versions


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


# Tools, sources, media, webhooks


def test_tools_are_discovered_and_called(rails: Backend) -> None:
    found = rails.tools.discover("tool-id")
    assert [each["name"] for each in found["tools"]] == ["search"]
    called = rails.tools.call("tool-id", "search", {"q": "ü"})
    assert (called["content"], called["is_error"]) == ([{"type": "text", "text": '{"q":"ü"}'}], False)
    failed = rails.tools.call("tool-id", "nonsense")
    assert (failed["is_error"], "nonsense" in failed["content"][0]["text"]) == (True, True)
    spans = [rails.records.all("traces", trace_id=each["trace_id"])[0] for each in (found, called, failed)]
    assert [(span["kind"], span["status"]) for span in spans] == [
        ("mcp_call", "ok"),
        ("mcp_call", "ok"),
        ("mcp_call", "error"),
    ]
    plain = rails.records.create("mcp_tools", {"name": "plain", "type": "api", "schema": {"type": "object", "x": 1}})
    assert rails.tools.discover(plain["id"])["tools"][0] == {
        "name": "echo",
        "description": "Answers what it is given.",
        "inputSchema": {"type": "object", "x": 1},
    }
    rails.records.change("mcp_tools", plain["id"], {"config": {"tools": [1, {"name": 2}, {"name": "two"}]}})
    assert rails.tools.discover(plain["id"])["tools"] == [{"name": "two"}]


def test_a_template_is_installed(rails: Backend) -> None:
    with pytest.raises(Refusal) as no:
        rails.tools.install("github", "Mine")
    assert (no.value.status, no.value.body["error"]["details"]) == (400, {"parameters.token": "is required"})
    tool = rails.tools.install("github", "Mine", {"token": "very-secret"})
    assert (tool["name"], tool["type"], tool["template_id"]) == ("Mine", "remote_mcp", "template-id")
    assert tool["config"] == {"parameters": {"host": "github.com"}}
    assert "very-secret" not in str(rails.records.all("mcp_tools"))
    assert rails.records.get("mcp_tools", tool["id"]) == tool
    with refused(404, "not_found"):
        rails.tools.install("nowhere", "x")


def test_a_query_is_the_one_of_the_version(rails: Backend) -> None:
    table = rails.sources.query("data-source-id", {"name": "Ann"})
    assert (table["columns"], table["row_count"], table["duration_ms"]) == (["id", "name", "value"], 2, 12)
    assert table["query"].endswith("WHERE name = Ann")
    assert rails.sources.preview("data-source-id", "SELECT {{ x }}", {"x": 1})["query"] == "SELECT 1"
    assert rails.sources.test("data-source-id") == rails.sources.check("credential-id") == {"ok": True}
    rails.records.delete("credentials", "credential-id")
    assert rails.sources.test("data-source-id") == {"ok": False}


def test_one_credential_of_a_category_is_the_default(rails: Backend) -> None:
    given = {"name": "n", "type": "t", "value": "v", "is_default": True}
    second = rails.records.create("credentials", {**given, "category": "llm"})["id"]
    other = rails.records.create("credentials", {**given, "category": "tools"})["id"]
    assert rails.sources.set_default(second)["is_default"]
    defaults = {each["id"] for each in rails.records.all("credentials", is_default=True)}
    assert defaults == {second, other}


@pytest.mark.parametrize(
    ("kind", "mime"), [("image", "image/png"), ("speech", "audio/mpeg"), ("x", "application/octet-stream")]
)
def test_media_leave_an_asset(rails: Backend, kind: str, mime: str) -> None:
    made = rails.media.generate("openai", kind, "m", prompt="A cat", config={"size": 1})
    asset = rails.records.get("assets", made["asset_id"])
    assert (asset["type"], asset["mime_type"], asset["metadata"]) == (
        kind,
        mime,
        {"prompt": "A cat", "config": {"size": 1}},
    )
    signed = rails.media.sign(made["asset_id"])
    assert signed["expires_at"] == "2026-01-15T10:30:00.123456Z"
    assert signed["url"].partition("?")[0] == made["url"].partition("?")[0]


def test_a_webhook_runs_its_agent(rails: Backend) -> None:
    made = rails.webhooks.create("Nightly", "agent-id", generate_secret=True)
    assert made["token"].startswith(made["token_prefix"])
    assert (made["has_secret"], made["secret"][:6], made["is_active"]) == (True, "whsec_", True)
    shown = rails.records.get("webhook_triggers", made["id"])
    assert (shown["token"], shown["last_used_at"], "secret" in shown) == ("", None, False)
    run = rails.webhooks.call(made["token"], {"event": 1})
    assert (run["input"], run["cost"], run["duration_ms"]) == ({"event": 1}, 0.0018, 200)
    assert rails.records.get("webhook_triggers", made["id"])["last_used_at"] == "2026-01-15T09:30:00.123456Z"
    rails.records.change("webhook_triggers", made["id"], {"is_active": False})
    with refused(400, "bad_request"):
        rails.webhooks.call(made["token"], {})
    with refused(404, "not_found"):
        rails.webhooks.call("unknown", {})
    assert "secret" not in rails.webhooks.create("Plain", "agent-id")


# Tasks


def message(text: str, **more: Any) -> dict[str, Any]:
    return {"message": {"role": "user", "parts": [{"type": "text", "text": text}]}, **more}


def failed(code: int) -> Any:
    return pytest.raises(RpcError, check=lambda error: error.code == code)


def test_a_task_is_done(rails: Backend) -> None:
    task = rails.tasks.send("agent-id", message("Hello", context_id="c1"))
    assert (task["status"]["state"], task["context_id"]) == ("completed", "c1")
    assert [each["role"] for each in task["messages"]] == ["user", "agent"]
    run = rails.records.get("executions", task["metadata"]["execution_id"])
    assert task["artifacts"][0]["parts"][0]["text"] == run["output"]["content"]
    assert run["session_id"] == "c1"
    again = rails.tasks.send("agent-id", message("And?", task_id=task["id"]))
    assert (again["id"], len(again["messages"]), len(again["artifacts"])) == (task["id"], 4, 2)
    assert rails.tasks.get(task["id"]) == again
    with failed(NOT_CANCELABLE):
        rails.tasks.cancel(task["id"])


def test_a_task_nobody_waits_for(rails: Backend) -> None:
    params = message("Hello", configuration={"blocking": False})
    task = rails.tasks.send("agent-id", params)
    assert (task["status"]["state"], len(task["messages"])) == ("submitted", 1)
    assert rails.tasks.get(task["id"])["status"]["state"] == "completed"
    task = rails.tasks.send("agent-id", params)
    assert rails.tasks.cancel(task["id"])["status"]["state"] == "canceled"
    assert rails.tasks.get(task["id"])["status"]["state"] == "canceled"
    with failed(NOT_POSSIBLE):
        rails.tasks.send("agent-id", message("And?", task_id=task["id"]))


def test_a_task_waits_for_approval(rails: Backend) -> None:
    with_approval(rails)
    task = rails.tasks.send("agent-id", message("Hello"))
    assert task["status"]["state"] == rails.tasks.get(task["id"])["status"]["state"] == "input_required"
    (approval,) = rails.records.all("approvals", execution_id=task["metadata"]["execution_id"])
    rails.approvals.decide(approval["id"], "approved")
    assert rails.tasks.get(task["id"])["status"]["state"] == "completed"


def test_a_task_fails_with_its_agent(rails: Backend) -> None:
    rails.options.failure = "no"
    assert rails.tasks.send("agent-id", message("Hello"))["status"] == {
        "state": "failed",
        "message": "no",
        "timestamp": "2026-01-15T09:30:00.123456Z",
    }


def test_tasks_that_are_not_there(rails: Backend) -> None:
    for act in (rails.tasks.get, rails.tasks.cancel):
        with failed(NO_TASK):
            act("invalid-id")
    with failed(NO_TASK):
        rails.tasks.send("agent-id", message("x", task_id="invalid-id"))
    with refused(404, "not_found"):
        rails.tasks.send("invalid-id", message("x"))


def test_a_card_says_where_its_agent_is(rails: Backend) -> None:
    card = rails.tasks.card("agent-id", "http://here")
    assert (card["name"], card["url"], card["version"]) == ("Support", "http://here/a2a/agents/agent-id", "1.0.0")
    assert [each["id"] for each in card["skills"]] == ["agent-id"]
