"""Proves how the versions of agents are read: what they call, in which order, and what people must allow."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.plans import Step, is_gated, nodes, steps


def test_what_a_version_calls() -> None:
    subs = [
        {"agent_id": "last", "alias": "l"},
        {"agent_id": "b", "alias": "second", "mode": "handoff", "sort_order": 2},
        {"agent_id": "a", "alias": "first", "mode": "delegate", "sort_order": 0},
        {"alias": "nobody", "sort_order": 1},
    ]
    found = steps(
        {"sub_agents": subs, "config": {"steps": [{"id": "s", "agent_id": "c"}, {"id": "p", "prompt_id": "x"}]}}
    )
    assert [(each.agent_id, each.name, each.handoff) for each in found] == [
        ("a", "first", False),
        ("b", "second", True),
        ("last", "l", False),
        ("c", "s", False),
    ]
    assert len({each.key for each in found}) == 4
    assert found[-1] == Step("node:s", "c", "s")


@pytest.mark.parametrize(
    ("depends", "order"),
    [
        ({"a": ["b"], "b": ["c"], "c": []}, "cba"),
        ({"a": [], "b": [], "c": []}, "abc"),
        ({"a": ["gone"], "b": 5, "c": None}, "bca"),
        ({"a": ["b"], "b": ["a"], "c": []}, "abc"),
    ],
)
def test_nodes_come_after_those_that_they_depend_on(depends: dict[str, Any], order: str) -> None:
    listed = [{"id": ident, "depends_on": on} for ident, on in depends.items()]
    assert "".join(each["id"] for each in nodes({"config": {"nodes": [*listed, 5, {"id": 5}]}})) == order


def test_configs_are_whatever_their_authors_like() -> None:
    version: dict[str, Any]
    for version in ({}, {"config": None}, {"config": {"nodes": "x"}}, {"config": {"nodes": None, "steps": None}}):
        assert (list(nodes(version)), steps(version), is_gated(version)) == ([], [], False)
    assert not is_gated({"tools": [{"requires_approval": False}], "sub_agents": [{"requires_approval": "yes"}]})
