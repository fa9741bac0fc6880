"""Proves that agents are called by JSON-RPC as the documented client calls them."""

from __future__ import annotations

from .conftest import Wire


async def test_json_rpc(wire: Wire) -> None:
    """Messages and tasks go as the documented client sends them."""
    wire.answers({"jsonrpc": "2.0", "id": 1, "result": {"id": "t", "status": {"state": "working"}}})
    message = {"role": "user", "parts": [{"type": "text", "text": "hi"}]}
    task = await wire.client.a2a.send_message("a", "hi")
    assert (task.id, task["status"]["state"]) == ("t", "working")
    assert wire.body == {"jsonrpc": "2.0", "method": "message/send", "params": {"message": message}, "id": 1}
    await wire.client.a2a.send_message("a", message="hi", blocking=False, task_id="t", context_id="c")
    assert wire.body["params"] == {
        "message": message, "task_id": "t", "context_id": "c", "configuration": {"blocking": False},
    }  # fmt: skip
    await wire.client.a2a.cancel_task("t")
    assert wire.body == {"jsonrpc": "2.0", "method": "tasks/cancel", "params": {"id": "t"}, "id": 1}
    assert wire.seen[-1].url.path == "/a2a/tasks/cancel"
