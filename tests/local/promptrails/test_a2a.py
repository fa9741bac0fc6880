"""Proves that the local PromptRails takes tasks for agents, and shows their cards."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.errors import Refusal
from promptport_local.promptrails.a2a import NO_TASK, NOT_CANCELABLE, NOT_POSSIBLE
from promptport_local.promptrails.backend import Backend

from .rails import refused, with_approval


def message(text: str, **more: Any) -> dict[str, Any]:
    return {"message": {"role": "user", "parts": [{"type": "text", "text": text}]}, **more}


def failed(code: int) -> Any:
    return pytest.raises(Refusal, check=lambda refusal: (refusal.status, refusal.body["error"]["code"]) == (200, code))


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


def test_who_polls_the_list_sees_the_end_of_a_task(server: Server) -> None:
    params = {"message": {"role": "user", "parts": [{"text": "Hi"}]}, "configuration": {"blocking": False}}
    task = server.backend("promptrails").tasks.send("agent-id", params)
    assert task["status"]["state"] == "submitted"
    path = server.url("promptrails") + "/api/v1/a2a/tasks"
    found = httpx.get(path, headers={"X-API-Key": "your-api-key"}, trust_env=False).json()["data"]
    assert [each["status"]["state"] for each in found if each["id"] == task["id"]] == ["completed"]
