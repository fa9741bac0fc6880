"""Proves what a run of an agent leaves behind on the local PromptRails: an execution, a trace, costs."""

from __future__ import annotations

import httpx

from promptport_local import Server
from promptport_local.promptrails.backend import Backend

from .rails import refused

USAGE = {"prompt_tokens": 150, "completion_tokens": 80, "total_tokens": 230}


def test_a_run_leaves_an_execution_a_trace_and_costs(rails: Backend) -> None:
    before = rails.aggregates.costs("agent-id")
    run = rails.runs.execute(
        "agent-id", {"message": "Hello", "user": 1}, session_id="s1", metadata={"source": "api"}, user_id="u1"
    )
    kept = rails.records.get("executions", run["execution_id"])
    assert {"execution_id": kept["id"], **kept} == run
    assert (kept["status"], kept["cost"], kept["duration_ms"], kept["error"]) == ("completed", 0.0023, 250, "")
    assert (kept["token_usage"], kept["metadata"], kept["user_id"], kept["session_id"]) == (
        USAGE,
        {"source": "api"},
        "u1",
        "s1",
    )
    assert (kept["agent_version_id"], kept["agent"]["name"]) == ("agent-version-id", "Support")
    assert all(word in kept["output"]["content"] for word in ("Support", "message", "user"))
    assert (kept["started_at"], kept["completed_at"]) == ("2026-01-15T09:30:00.123456Z", "2026-01-15T09:30:00.373456Z")
    root, child = rails.records.all("traces", trace_id=kept["trace_id"])
    assert (root["name"], root["kind"], root["parent_span_id"]) == ("agent.execute(Support)", "agent", "")
    assert (child["name"], child["kind"], child["parent_span_id"]) == ("llm.generate", "llm", root["span_id"])
    assert (root["duration_ms"], child["duration_ms"], child["model_name"]) == (250, 200, "gpt-4o")
    same = ("input", "output", "token_usage", "cost", "execution_id", "agent_id", "session_id")
    assert {name: root[name] for name in same} == {name: child[name] for name in same}
    after = rails.aggregates.costs("agent-id")
    assert after["total_executions"] - before["total_executions"] == 1
    assert round(after["total_cost"] - before["total_cost"], 6) == 0.0023


def test_what_can_be_run(rails: Backend) -> None:
    with refused(404, "not_found"):
        rails.runs.execute("invalid-id", {})
    other = rails.records.create("agents", {"name": "Other", "type": "simple"})
    assert rails.runs.execute(other["id"], {})["agent_version_id"] is None
    with refused(404, "not_found"):
        rails.runs.execute(other["id"], {}, version_id="agent-version-id")
    with refused(400, "bad_request"):
        rails.runs.execute("agent-id", {}, user_id=5)  # type: ignore[arg-type] # what a caller over HTTP may send
    assert rails.records.all("executions", agent_id="invalid-id") == []


def test_agents_can_be_made_to_fail(rails: Backend) -> None:
    rails.seed({"options": {"failure": "The model is overloaded."}})
    run = rails.runs.execute("agent-id", {})
    assert (run["status"], run["error"], run["output"], run["cost"]) == (
        "failed",
        "The model is overloaded.",
        None,
        0.0,
    )
    assert {span["status"] for span in rails.records.all("traces", trace_id=run["trace_id"])} == {"error"}
    with refused(500, "execution_failed"):
        rails.chats.send("session-id", "Hello")
    assert [each["role"] for each in rails.records.all("chat_messages")] == ["user"]
    with refused(500, "execution_failed"):
        rails.prompt_runs.run("prompt-id")


def test_a_preview_leaves_nothing(rails: Backend) -> None:
    before = rails.state()
    shown = rails.runs.preview("agent-id", {"message": 1})
    assert (shown["type"], "Support" in shown["content"]) == ("text", True)
    assert set(rails.prompt_runs.preview("prompt-id", {"text": "T"})) == set(rails.prompt_runs.run("prompt-id"))
    assert rails.state() == before
    for act in (rails.runs.preview, rails.prompt_runs.preview):
        with refused(404, "not_found"):
            act("invalid-id", {})
    with refused(404, "not_found"):
        rails.prompt_runs.preview("prompt-id", {}, "p1-version-id")


def test_a_run_that_nobody_waits_for_ends_with_the_next_look(server: Server) -> None:
    """Whichever read it is: of the execution, the list, its stream, its trace."""
    rails = server.backend("promptrails")
    with httpx.Client(base_url=server.url("promptrails"), headers={"X-API-Key": "your-api-key"}) as rest:
        for read in (
            "/api/v1/executions/{}",
            "/api/v1/executions",
            "/api/v1/executions/{}/stream",
            "/api/v1/traces?trace_id={1}",
        ):
            answer = rest.post("/api/v1/agents/agent-id/execute", json={"input": {"a": 1}, "sync": False}).json()[
                "data"
            ]
            assert (answer["status"], answer["output"], answer["completed_at"]) == ("running", None, None)
            assert "This is the simulated answer" in rest.get(read.format(answer["id"], answer["trace_id"])).text
            assert rails.records.get("executions", answer["id"])["status"] == "completed"
            assert len(rails.records.all("traces", trace_id=answer["trace_id"])) == 2
