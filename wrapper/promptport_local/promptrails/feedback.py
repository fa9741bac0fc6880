"""What people think of an agent's answers in a chat: kept as scores of the executions."""

from __future__ import annotations

from promptport_local.promptrails.errors import bad_request, not_found
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State

_NAME = "feedback"


class Feedback:
    """Takes feedback: a numeric score `feedback` of the execution, one for a session and an execution.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def submit(self, session_id: str, execution_id: str, value: int) -> Json:
        """Say what one thinks of an answer; what was said of it before is replaced.

        Args:
            session_id: The chat session.
            execution_id: The execution that answered in it.
            value: 1 or -1.

        Raises:
            Refusal: 404; there is no such session, or no such execution in it. 400; another value.
        """
        if value not in (-1, 1) or isinstance(value, bool):
            raise bad_request("value must be -1 or 1", {"value": "must be -1 or 1"})
        state = self._state
        with state.environment.transaction():
            state.need("chat_sessions", session_id)
            execution = state.need("executions", execution_id)
            if execution["session_id"] != session_id:
                raise not_found("execution")
            former = state.all("scores", name=_NAME, execution_id=execution_id, _session_id=session_id)
            if former:
                state.put("scores", {**former[0], "value": value, "updated_at": state.moment()})
            else:
                about = {"trace_id": execution["trace_id"], "agent_id": execution["agent_id"]}
                own = {"name": _NAME, "value": value, "execution_id": execution_id, "_session_id": session_id}
                state.add("scores", **about, **own)
        return {"submitted": True}
