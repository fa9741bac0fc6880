"""The events of an execution, as a stream sends them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from promptport_local.promptrails.resource import Json
from promptport_local.strict_json import write_json

Event = tuple[str, Json]

_WAITING = ("awaiting_approval", "waiting_approval")
_WITHOUT = ("rejected", "cancelled")
# Three words, with the blanks behind them.
_DELTA = re.compile(r"(?:\S+\s*){1,3}|\s+")


def events_of(execution: Json, user_message_id: str | None = None) -> Iterator[Event]:
    """What happened in an execution, event by event: the last is `done` or `error`.

    One that has not ended has no output yet, and one that was rejected or cancelled never gets one: the stream of the first
    ends with `done` all the same, its output null, that of the second with `error`.

    Args:
        execution: The execution as it is kept.
        user_message_id: The message that it answers; in a chat only.
    """
    about = {} if user_message_id is None else {"user_message_id": user_message_id}
    yield "execution", {"execution_id": execution["id"], **about}
    status = execution["status"]
    if status in _WAITING:
        yield "thinking", {"content": "This waits for approval."}
    elif status not in _WITHOUT:
        yield "thinking", {"content": f"Looking at {', '.join(execution['input'] or {}) or 'nothing'}."}
    tool = execution.get("_tool")
    if tool is not None:
        yield "tool_start", {"id": tool["id"], "name": tool["name"]}
        yield "tool_end", tool
    output = execution["output"]
    yield from (("content", {"content": delta}) for delta in _DELTA.findall(answer_of(execution)))
    if execution["error"] or status in ("failed", *_WITHOUT):
        yield "error", {"message": execution["error"] or f"The execution was {status}."}
    else:
        yield "done", {"output": output, **({"token_usage": execution["token_usage"]} if output else {})}


def answer_of(execution: Json) -> str:
    """The text that an execution came to; empty where it is none."""
    output = execution["output"]
    content = output.get("content") if isinstance(output, dict) else output
    return content if isinstance(content, str) else ""


def frames(events: Iterable[Event]) -> Iterator[str]:
    """Events as they go on the wire, one part each: a line with the name, a line with the data, an empty line."""
    for name, data in events:
        yield f"event: {name}\ndata: {write_json(data).decode('utf-8')}\n\n"
