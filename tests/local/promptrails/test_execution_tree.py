"""Proves that agents on the local PromptRails call others: executions with children, one trace, one end."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.backend import Backend

from .rails import agent_with, refused


def sub(ident: str, **more: Any) -> dict[str, Any]:
    return {"agent_id": ident, "alias": f"the {ident}", **more}


def test_a_supervisor_calls_its_agents(rails: Backend) -> None:
    leaf = agent_with(rails, "leaf")
    middle = agent_with(rails, "middle", sub_agents=[sub(leaf)])
    top = agent_with(rails, "top", sub_agents=[sub(leaf, sort_order=2), sub(middle, sort_order=1), sub("gone")])
    run = rails.runs.execute(top, {"message": "x"}, session_id="s", user_id="u")
    tree = rails.executions.show(run["id"])
    assert (tree["status"], tree["parent_execution_id"], tree["agent"]["name"]) == ("completed", None, "top")
    first, second = tree["children"]
    assert [each["agent_id"] for each in (first, second, *first["children"])] == [middle, leaf, leaf]
    assert second["children"] == []
    assert first["metadata"] == {"called_as": f"the {middle}"}
    for each in (first, second, *first["children"]):
        same = ("trace_id", "session_id", "user_id", "input", "status")
        assert {name: each[name] for name in same} == {name: run[name] for name in same}
    assert (first["parent_execution_id"], first["children"][0]["parent_execution_id"]) == (run["id"], first["id"])
    assert rails.executions.show(first["id"]) == first
    assert rails.records.get("executions", run["id"])["children"] == []
    assert len(rails.records.listed("executions", filters={"session_id": "s"})) == 4
    with refused(404, "not_found"):
        rails.executions.show("invalid-id")


def test_the_spans_of_a_tree_are_one_trace(rails: Backend) -> None:
    leaf = agent_with(rails, "leaf")
    top = agent_with(rails, "top", sub_agents=[sub(leaf)])
    spans = rails.traces.spans(rails.runs.execute(top, {})["trace_id"])
    parents = {each["name"]: each["parent_span_id"] for each in spans if each["kind"] == "agent"}
    ids = {each["name"]: each["span_id"] for each in spans}
    assert parents == {"agent.execute(top)": "", "agent.execute(leaf)": ids["agent.execute(top)"]}
    assert spans[0]["name"] == "agent.execute(top)"
    assert {(each["agent_name"], each["agent_type"]) for each in spans} == {("top", "agent"), ("leaf", "agent")}


def test_a_handoff_ends_the_caller(rails: Backend) -> None:
    leaf = agent_with(rails, "leaf")
    top = agent_with(rails, "top", sub_agents=[sub(leaf, mode="handoff"), sub(leaf)])
    run = rails.runs.execute(top, {})
    (child,) = rails.executions.show(run["id"])["children"]
    assert run["output"] == child["output"]
    assert "leaf" in run["output"]["content"]


def test_nodes_that_are_agents_are_called(rails: Backend) -> None:
    one, two = agent_with(rails, "one"), agent_with(rails, "two")
    steps = [{"id": "b", "agent_id": two, "depends_on": ["a"]}, {"id": "a", "agent_id": one, "depends_on": []}]
    for config in ({"type": "composite", "steps": steps}, {"type": "workflow", "nodes": [*steps, {"id": "c"}]}):
        top = agent_with(rails, "top", config)
        run = rails.runs.execute(top, {})
        assert [each["agent_id"] for each in rails.executions.show(run["id"])["children"]] == [one, two]
    names = [each["name"] for each in rails.traces.spans(run["trace_id"]) if each["kind"] == "agent_step"]
    assert names == ["workflow.node(c)"]


def test_a_child_waits_and_its_parent_with_it(rails: Backend) -> None:
    gated = agent_with(rails, "gated", tools=[{"mcp_tool_id": "tool-id", "requires_approval": True}])
    top = agent_with(rails, "top", sub_agents=[sub(gated), sub(gated)])
    for decide, ended in (
        (rails.decisions.approve, "completed"),
        (rails.decisions.deny, "rejected"),
        (rails.decisions.cancel, "cancelled"),
    ):
        run = rails.runs.execute(top, {})
        assert run["status"] == "running"
        for count in (1, 2):
            rails.settle()
            children = rails.executions.show(run["id"])["children"]
            assert [each["status"] for each in children] == [*[ended] * (count - 1), "waiting_approval"]
            decide(children[-1]["id"])
        rails.settle()
        tree = rails.executions.show(run["id"])
        assert (tree["status"], [each["status"] for each in tree["children"]]) == ("completed", [ended] * 2)


def test_a_handoff_takes_over_how_the_other_ended(rails: Backend) -> None:
    gated = agent_with(rails, "gated", tools=[{"mcp_tool_id": "tool-id", "requires_approval": True}])
    top = agent_with(rails, "top", sub_agents=[sub(gated, mode="handoff")])
    run = rails.runs.execute(top, {})
    rails.decisions.deny(rails.executions.show(run["id"])["children"][0]["id"])
    rails.settle()
    assert rails.records.get("executions", run["id"])["status"] == "rejected"


def test_who_cancels_a_run_cancels_what_it_started(rails: Backend) -> None:
    gated = agent_with(rails, "gated", tools=[{"mcp_tool_id": "tool-id", "requires_approval": True}])
    run = rails.runs.execute(agent_with(rails, "top", sub_agents=[sub(gated)]), {})
    assert rails.decisions.cancel(run["id"])["status"] == "cancel_requested"
    assert [each["id"] for each in rails.decisions.inbox()["data"]] == ["parked-execution-id"]
    rails.settle()
    tree = rails.executions.show(run["id"])
    assert (tree["status"], tree["children"][0]["status"]) == ("cancelled", "cancelled")


def test_executions_that_are_seeded_in_a_circle_end(rails: Backend) -> None:
    made = {"agent_id": "agent-id", "status": "completed"}
    rails.seed(
        {
            "executions": [
                {"id": "a", "parent_execution_id": "b", **made},
                {"id": "b", "parent_execution_id": "a", **made},
            ]
        }
    )
    assert [each["id"] for each in rails.executions.show("a")["children"]] == ["b"]
    chain = [{"id": f"e{index}", "parent_execution_id": f"e{index - 1}", **made} for index in range(200)]
    rails.seed({"executions": chain})
    assert rails.executions.show("e0")["children"][0]["id"] == "e1"
