"""What the executions of a tree may take together, before the root is stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.totals import cost, tokens

# Where a budget says nothing of them: agents that call each other would never end.
_OWN = {"max_children": 100, "max_depth": 16}


def exceeded(budget: Mapping[str, Any] | None, tree: Sequence[tuple[int, Json]]) -> str | None:
    """Which limit some executions exceed together, in words; None where they keep to all.

    Args:
        budget: The run budget of the root's version.
        tree: The root and its descendants, each with its depth: 0 for the root.
    """
    nodes = [node for _, node in tree]
    spent: dict[str, float] = {
        "max_cost": cost(nodes),
        "max_total_tokens": tokens(nodes),
        "max_tool_calls": sum(len(node.get("_called") or ()) for node in nodes),
        "max_children": len(nodes) - 1,
        "max_depth": max(depth for depth, _ in tree),
    }
    for name, amount in spent.items():
        limits = [each for each in ((budget or {}).get(name), _OWN.get(name)) if isinstance(each, (int, float))]
        if limits and amount > min(limits):
            return f"The run exceeded its budget: {name} is {min(limits)}."
    return None
