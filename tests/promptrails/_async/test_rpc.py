"""Proves what is made of the refusals of JSON-RPC."""

from __future__ import annotations

import pytest

from promptport.promptrails import A2AError, AsyncPromptRails, PromptRailsError
from promptport.testing import Platform

SECRET = "pr-planted-0123456789"


@pytest.mark.parametrize(
    ("error", "words", "code", "details"),
    [
        ({"code": -32001, "message": "task not found"}, "task not found", "-32001", {}),
        ({"code": -32602, "message": "m", "data": {"a": 1}}, "m", "-32602", {"a": 1}),
        ({"message": f"{SECRET}", "data": SECRET}, "[hidden]", None, {"details": "[hidden]"}),
        ({}, "without a word", None, {}),
        ("text", "text", None, {}),
    ],
)
@pytest.mark.parametrize("method", ["get_task", "cancel_task"])
async def test_errors_of_json_rpc(
    platform: Platform, method: str, error: object, words: str, code: str | None, details: object
) -> None:
    """JSON-RPC answers errors with a success of HTTP; they are raised all the same, and not tried again."""
    platform.script("promptrails", {"status": 200, "json": {"jsonrpc": "2.0", "id": 1, "error": error}})
    async with AsyncPromptRails(SECRET, base_url=platform.url("promptrails")) as client:
        with pytest.raises(A2AError) as caught:
            await getattr(client.a2a, method)("task-id")

    found = caught.value
    assert (found.status_code, found.code, found.details, found.operation) == (200, code, details, f"a2a_{method}")
    assert words in found.message
    assert SECRET not in f"{found} {vars(found)}"
    assert isinstance(found, PromptRailsError)
    assert len(platform.requests) == 1
