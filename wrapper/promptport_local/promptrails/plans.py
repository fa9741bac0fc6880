"""What a version of an agent has it do: the tools that it calls, the agents that it calls, what people must allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any, NamedTuple

from promptport_local.promptrails.resource import Json

Version = Mapping[str, Any]


class Step(NamedTuple):
    """One agent that another calls.

    Attributes:
        key: What tells the step from the others of its version.
        agent_id: The agent.
        name: What the caller calls it.
        handoff: Whether its output is the caller's, which ends with it.
    """

    key: str
    agent_id: str
    name: str
    handoff: bool = False


def attached(version: Version, field: str) -> list[Json]:
    """The tools or the sub-agents that are attached to a version, in their order."""
    found = [each for each in version.get(field) or [] if isinstance(each, dict)]
    # One without a place comes last.
    return sorted(found, key=lambda each: (each.get("sort_order") is None, each.get("sort_order") or 0))


def is_gated(version: Version) -> bool:
    """Whether a person must allow a call of one of the tools or sub-agents."""
    both = (*attached(version, "tools"), *attached(version, "sub_agents"))
    return any(each.get("requires_approval") is True for each in both)


def asks_for_approval(version: Version) -> bool:
    """Whether the config has a checkpoint, as PromptRails knew it before it had gates."""
    return _config(version).get("approval_required") is True


def checkpoint(version: Version) -> str:
    """The name of the config's checkpoint, which the documents call in two ways."""
    config = _config(version)
    found = config.get("approval_checkpoint_name") or config.get("checkpoint_name")
    return found if isinstance(found, str) else "approval"


def steps(version: Version) -> list[Step]:
    """The agents that a version calls: its sub-agents, and those among the nodes or the steps of its config."""
    called = [
        Step(
            f"sub_agent:{index}",
            each["agent_id"],
            str(each.get("alias") or each["agent_id"]),
            each.get("mode") == "handoff",
        )
        for index, each in enumerate(attached(version, "sub_agents"))
        if isinstance(each.get("agent_id"), str)
    ]
    return called + [
        Step(f"node:{node['id']}", node["agent_id"], node["id"])
        for node in nodes(version)
        if isinstance(node.get("agent_id"), str)
    ]


def nodes(version: Version) -> Iterator[Json]:
    """The nodes of a workflow, or the steps of a composite, each after those that it depends on."""
    config = _config(version)
    listed: list[Any] = next((config[name] for name in ("nodes", "steps") if isinstance(config.get(name), list)), [])
    known = {each["id"]: each for each in listed if isinstance(each, dict) and isinstance(each.get("id"), str)}
    depends = {ident: _names(each.get("depends_on")) for ident, each in known.items()}
    for ident in _ordered(depends):
        if ident in known:
            yield known[ident]


def _ordered(depends: Mapping[str, Sequence[str]]) -> Iterable[str]:
    try:
        return list(TopologicalSorter(depends).static_order())
    except CycleError:
        return list(depends)  # nobody checks a config; what has no order is taken as it stands


def _names(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _config(version: Version) -> Json:
    config = version.get("config")
    return config if isinstance(config, dict) else {}
