"""Proves that a tree of executions on the local PromptRails is stopped once it has used up the budget of its root."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.budgets import exceeded

from .rails import agent_with

TOOLS = [{"mcp_tool_id": "tool-id"}]


@pytest.mark.parametrize(
    ("limit", "enough", "short"),
    [
        ("max_cost", 0.0069, 0.0068),
        ("max_total_tokens", 690, 689),
        ("max_tool_calls", 1, 0),
        ("max_children", 2, 1),
        ("max_depth", 2, 1),
    ],
)
def test_a_tree_keeps_to_its_budget(rails: Backend, limit: str, enough: float, short: float) -> None:
    """It counts over the whole tree, and the root is what it stops; the budgets of those below say nothing."""
    leaf = agent_with(rails, "leaf", tools=TOOLS, run_budget={limit: 0})
    middle = agent_with(rails, "middle", sub_agents=[{"agent_id": leaf, "alias": "leaf"}])

    def run(amount: Any) -> Any:
        top = agent_with(rails, "top", sub_agents=[{"agent_id": middle, "alias": "m"}], run_budget={limit: amount})
        return rails.runs.execute(top, {})

    assert [run(each)["status"] for each in (enough, None)] == ["completed"] * 2
    stopped = run(short)
    assert (stopped["status"], stopped["output"]) == ("failed", None)
    assert limit in stopped["error"]
    assert str(short) in stopped["error"]
    nodes = [each for each in rails.records.all("executions") if each["trace_id"] == stopped["trace_id"]]
    assert {each["status"] for each in nodes} <= {"completed", "failed"}
    assert len(nodes) == {"max_children": 2, "max_depth": 2}.get(limit, 3)
    (root,) = [each for each in rails.records.all("traces", trace_id=stopped["trace_id"]) if not each["parent_span_id"]]
    assert (root["status"], root["level"], root["error_message"]) == ("error", "error", stopped["error"])


def test_agents_that_call_each_other_end(rails: Backend) -> None:
    one, two = agent_with(rails, "one"), agent_with(rails, "two")
    for ident, other in ((one, two), (two, one)):
        subs = [{"agent_id": other, "alias": "other"}] * 2
        rails.versions.create("agent_versions", ident, {"config": {}, "sub_agents": subs, "set_current": True})
    run = rails.runs.execute(one, {})
    assert (run["status"], "max_depth" in run["error"]) == ("failed", True)
    wide = agent_with(rails, "wide", sub_agents=[{"agent_id": agent_with(rails, "leaf"), "alias": "leaf"}] * 101)
    run = rails.runs.execute(wide, {})
    assert (run["status"], "max_children" in run["error"]) == ("failed", True)
    assert len(rails.executions.show(run["id"])["children"]) == 100


def test_what_a_budget_does_not_say() -> None:
    node = {"cost": 1.0, "token_usage": {"total_tokens": 5}}
    for budget in (None, {}, {"max_cost": None}, {"max_cost": "much"}, {"max_cost": 1}):
        assert exceeded(budget, [(0, node)]) is None
    assert exceeded({"max_cost": 0.5}, [(0, node)]) == "The run exceeded its budget: max_cost is 0.5."
