"""Conversations with agents. Every turn is an execution of the agent, whether its answer is streamed or not."""

from __future__ import annotations

from datetime import timedelta

from promptport_local.clock import written
from promptport_local.promptrails.errors import refused
from promptport_local.promptrails.events import Event, answer_of, events_of
from promptport_local.promptrails.figures import CHAT
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.sampling import Sampling
from promptport_local.promptrails.state import State

_QUOTED = 120


class Chats:
    """Takes turns in chat sessions.

    Args:
        state: What is held.
        records: The records as clients see them.
        runs: Where the agent runs. No turn asks for approval, and none calls other agents.
        sampling: Which model a version runs on; a chat's own unless the version itself names one.
    """

    def __init__(self, state: State, records: Records, runs: Runs, sampling: Sampling) -> None:
        self._state = state
        self._records = records
        self._runs = runs
        self._sampling = sampling

    def send(self, session_id: str, content: str) -> Json:
        """Say something to the agent; both messages are kept.

        Returns:
            The agent's message as it is shown.

        Raises:
            Refusal: 404; there is no such session. 500; the agent fails (`Options.failure`), and its message is not kept.
        """
        execution, _, answer = self._turn(session_id, content)
        if answer is None:
            raise refused(500, "execution_failed", str(execution["error"]))
        return self._records.view("chat_messages", answer)

    def stream(self, session_id: str, content: str) -> list[Event]:
        """Say something to the agent, as `send` does, and be told what happens as events.

        Raises:
            Refusal: 404; there is no such session.
        """
        execution, question, _ = self._turn(session_id, content)
        return list(events_of(execution, question["id"]))

    def _turn(self, session_id: str, content: str) -> tuple[Json, Json, Json | None]:
        """The execution, the user's message, and the agent's if there is one."""
        state = self._state
        with state.environment.transaction():
            session = state.need("chat_sessions", session_id)
            question = state.add("chat_messages", session_id=session_id, role="user", content=content)
            execution = self._runs.start(session["agent_id"], {"message": content}, session_id)
            quoted = content if len(content) <= _QUOTED else f"{content[:_QUOTED]}…"
            version = state.find("agent_versions", execution["agent_version_id"]) or {}
            figures = self._sampling.figures({"model_config": version.get("model_config")}, CHAT)
            self._runs.finish(execution, f"This is the simulated answer to: {quoted}", figures)
            if execution["status"] == "failed":
                return execution, question, None
            usage = execution["token_usage"]
            answer = state.add(
                "chat_messages",
                session_id=session_id,
                role="assistant",
                content=answer_of(execution),
                metadata={"execution_id": execution["id"]},
                model=figures.model,
                cost=execution["cost"],
                token_count=usage["total_tokens"],
                prompt_tokens=usage["prompt_tokens"],
                completion_tokens=usage["completion_tokens"],
                created_at=written(state.environment.now() + timedelta(milliseconds=figures.milliseconds)),
            )
            return execution, question, answer
