"""Agents that call agents: their cards, and the tasks that are given to them over JSON-RPC."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from promptport_local.promptrails.errors import rpc_refused
from promptport_local.promptrails.events import answer_of
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.state import State

NO_TASK, NOT_CANCELABLE, NOT_POSSIBLE = -32001, -32002, -32004
_ENDED = ("completed", "failed", "canceled", "rejected")
# What the state of an execution is for the task that waits for it.
_STATES = {
    **{each: each for each in ("completed", "failed", "rejected")},
    **dict.fromkeys(("awaiting_approval", "waiting_approval"), "input_required"),
    "cancelled": "canceled",
}


class Tasks:
    """Takes tasks for agents.

    A task whose sender does not wait is `submitted`, and done when it or the list is next asked for. One whose agent asks
    for approval is `input_required` until that is decided.

    Args:
        state: What is held.
        records: The records as clients see them.
        runs: Where the agents run.
    """

    def __init__(self, state: State, records: Records, runs: Runs) -> None:
        self._state = state
        self._records = records
        self._runs = runs

    def card(self, agent_id: str, base_url: str) -> Json:
        """How an agent presents itself.

        Args:
            agent_id: The agent.
            base_url: Where the platform is.

        Raises:
            Refusal: 404; there is no such agent.
        """
        agent = self._records.get("agents", agent_id)
        about = {"name": agent["name"], "description": agent["description"]}
        return {
            **about,
            "url": f"{base_url}/a2a/agents/{quote(agent_id, safe='')}",
            "version": agent.get("current_version", {}).get("version", ""),
            "capabilities": {"streaming": False, "push_notifications": False},
            "skills": [{"id": agent_id, **about, "tags": agent["labels"]}],
        }

    def send(self, agent_id: str, params: Mapping[str, Any]) -> Json:
        """Give an agent a message: a new task, or the next message of one.

        Args:
            agent_id: The agent.
            params: `message`, and any of `task_id`, `context_id` and `configuration`.

        Raises:
            Refusal: 404; there is no such agent. 200; there is no such task, or it was ended before its time.
        """
        state = self._state
        message = {**params["message"], "created_at": state.moment()}
        with state.environment.transaction():
            state.need("agents", agent_id)
            if params.get("task_id"):
                task = self._known(params["task_id"])
                if task["status"]["state"] in ("canceled", "rejected"):
                    raise rpc_refused(NOT_POSSIBLE, f"The task is {task['status']['state']}.")
            else:
                task = state.add("a2a_tasks", context_id=params.get("context_id") or state.mint())
            task["messages"].append(message)
            task["_agent_id"] = agent_id
            task["metadata"] = {}
            self._move(task, "submitted")
            if (params.get("configuration") or {}).get("blocking", True):
                self._go_on(task)
            return self._records.view("a2a_tasks", task)

    def get(self, task_id: str) -> Json:
        """A task, as far as it has come.

        Raises:
            Refusal: 200; there is no such task.
        """
        with self._state.environment.transaction():
            task = self._known(task_id)
            self._go_on(task)
            return self._records.view("a2a_tasks", task)

    def settle(self) -> None:
        """Go on with every task that has not ended."""
        with self._state.environment.transaction():
            for each in self._state.all("a2a_tasks"):
                if "_agent_id" in each:
                    self._go_on(each)

    def cancel(self, task_id: str) -> Json:
        """End a task before its time.

        Raises:
            Refusal: 200; there is no such task, or it has ended.
        """
        with self._state.environment.transaction():
            task = self._known(task_id)
            if task["status"]["state"] in _ENDED:
                raise rpc_refused(NOT_CANCELABLE, f"The task is {task['status']['state']}.")
            self._move(task, "canceled")
            return self._records.view("a2a_tasks", task)

    def _known(self, task_id: str) -> Json:
        task = self._state.find("a2a_tasks", task_id)
        if task is None:
            raise rpc_refused(NO_TASK, "There is no such task.")
        return task

    def _go_on(self, task: Json) -> None:
        """Run the agent if that is still to be done, and take over what its execution has come to."""
        if task["status"]["state"] in _ENDED:
            return
        ident = (task["metadata"] or {}).get("execution_id")
        if ident is None:
            said = [part.get("text") or "" for part in task["messages"][-1]["parts"]]
            if self._state.find("agents", task.get("_agent_id")) is None:
                self._move(task, "failed")
                return
            run = self._runs.execute(task["_agent_id"], {"message": "\n".join(said)}, session_id=task["context_id"])
            ident = run["execution_id"]
            task["metadata"] = {"execution_id": ident}
        execution = self._state.find("executions", ident)
        state = _STATES.get(execution["status"], "working") if execution else "failed"
        if execution is not None and state == "completed":
            parts = [{"type": "text", "text": answer_of(execution)}]
            moment = self._state.moment()
            task["messages"].append({"role": "agent", "parts": parts, "created_at": moment})
            task["artifacts"].append({"id": self._state.mint(), "parts": parts, "created_at": moment})
        self._move(task, state, execution["error"] if execution else "")

    def _move(self, task: Json, state: str, message: str = "") -> None:
        moment = self._state.moment()
        if task["status"].get("state") != state:
            task["status"] = {"state": state, "message": message, "timestamp": moment}
            task["updated_at"] = moment
        self._state.put("a2a_tasks", task)
