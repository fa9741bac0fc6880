"""Proves that the local Promptic's evaluations notice tools that fail, loops, and tools that nobody calls."""

from __future__ import annotations

import json
from typing import Any

from promptport_local.promptic.insights import insights


def row(name: str, **fields: Any) -> dict[str, Any]:
    usual = {"name": name, "kind": "task", "status": "ok", "totalTokens": None, "metadata": None, "spanId": name}
    return {**usual, "parentSpanId": None, **fields}


def test_the_tool_that_fails_most_is_named() -> None:
    failed = {"status": "error"}
    chain = [row("root", **failed), row("a", parentSpanId="root", **failed), row("b", parentSpanId="root", spanId="b2")]
    (found,) = insights({"1": chain, "2": [row("a", **failed)], "3": [row("a")], "4": [row("b")], "5": []})
    assert (found["type"], found["severity"], found["frequency"]) == ("tool_error", "medium", 2 / 5)
    assert found["details"] == {"toolName": "a", "errorRate": 2 / 3}
    assert found["affectedRunIds"] == ["1", "2"]
    assert insights({"1": chain})[0]["severity"] == "high"
    ring = [row("a", parentSpanId="a", **failed)]
    assert insights({"1": ring})[0]["details"] == {"toolName": "a", "errorRate": 1}


def test_three_in_a_row_is_a_loop() -> None:
    twice = [row("x"), row("a"), row("a"), row("x"), row("a")]
    assert insights({"1": twice}) == []
    often = [row("x"), *(row("a", totalTokens=5) for _ in range(4))]
    (found,) = insights({"1": twice, "2": often})
    assert (found["type"], found["frequency"], found["affectedRunIds"]) == ("loop", 0.5, ["2"])
    assert found["details"] == {"toolName": "a", "stepIndex": 1, "tokensWasted": 15}


def test_a_tool_that_is_declared_and_never_called() -> None:
    declared = [{"name": "a"}, {"function": {"name": "b"}}, {"name": 5}, "c", {"function": None}]
    for written in (declared, json.dumps(declared)):
        rows = [
            row("chat", metadata={"gen_ai.tool.definitions": written}),
            row("t", metadata={"gen_ai.tool.name": "a"}),
        ]
        (found,) = insights({"1": rows, "2": [row("other")]})
        assert (found["type"], found["severity"], found["frequency"]) == ("unused_tool", "low", 0.5)
        assert found["details"] == {"toolName": "b", "usageRate": 0}
    for broken in ("{", "5", '["\\ud800"]', 5, None):
        assert insights({"1": [row("chat", metadata={"gen_ai.tool.definitions": broken})]}) == []
