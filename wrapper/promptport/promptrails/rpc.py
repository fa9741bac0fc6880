"""What A2A's JSON-RPC puts into one HTTP request and answer: a message; a task, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from promptport_api.promptrails.api.a2a.a2a_get_task import parse
from promptport_api.promptrails.models import A2ATask, RPCMessageParams

from ..model import Operation, Parse, load
from .errors import A2AError, detailed, named


def parameters(text: str, blocking: bool, task_id: str | None, context_id: str | None) -> RPCMessageParams:
    """The parameters of `message/send`, as the documented client puts them."""
    made: RPCMessageParams = {"message": {"role": "user", "parts": [{"type": "text", "text": text}]}}
    if task_id:
        made["task_id"] = task_id
    if context_id:
        made["context_id"] = context_id
    if not blocking:
        made["configuration"] = {"blocking": False}
    return made


def task(operation: Operation, hide: Callable[[Any], Any]) -> Parse[A2ATask]:
    """A reader of tasks that raises what JSON-RPC says went wrong.

    Args:
        operation: The operation, for the error.
        hide: Takes secrets out of what the platform says.
    """

    def read(content: bytes) -> A2ATask:
        answer = load(content)
        error = answer.get("error") if isinstance(answer, dict) else None
        if error is None:
            return parse(content)
        refusal = error if isinstance(error, dict) else {"message": error}
        said = refusal.get("message")
        raise A2AError(
            hide(said if isinstance(said, str) and said else "The agent refused, without a word."),
            200,
            hide(named(refusal.get("code"))),
            detailed(hide(refusal.get("data"))),
            platform="promptrails",
            operation=operation.id,
        )

    return read
