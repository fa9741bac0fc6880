"""Calls of every method of a PromptRails client, made from its signatures: on the fixture's records, or with any arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import Parameter, Signature
from typing import Any, NamedTuple

NUMBERS = {"page": 2, "limit": 7, "days": 9, "max_tokens": 100, "temperature": 0.5, "top_p": 0.25, "threshold": 0.75,
           "importance": 0.125, "value": 4.5, "min_value": 0.0, "max_value": 5.0, "cache_timeout": 0, "sort_order": 0,
           "offset": 0, "line_offset": 0, "line_limit": 3}  # fmt: skip
FLAGS = {"sync", "set_current", "is_default", "is_active", "generate_secret", "recursive"}
OBJECTS = {
    *("input", "input_schema", "output_schema", "metadata", "connection_config", "arguments", "schema"),
    *("prompt_override", "source_config", "reply_config"),
}


def new(kind: str, **fields: Any) -> dict[str, Any]:
    """An object of one of the vendor's classes."""
    return {"$new": f"promptrails.{kind}", "named": fields}


SPAN = {
    "trace_id": "0af7651916cd43dd8448eb211c80319c", "span_id": "b7ad6b7169203331", "name": "n", "kind": "llm",
    "status": "ok", "started_at": "2026-01-15T09:00:00Z", "ended_at": "2026-01-15T09:00:01Z",
}  # fmt: skip
TYPED: dict[str, Any] = {
    "categories": [{"label": "good"}],
    "guardrails": [
        new("GuardrailSpec", type="input", scanner_type="pii", sort_order=0), {"type": "output", "scanner_type": "pii"},
    ],
    "model_config": new("ModelConfig", model_id="llm-model-id", temperature=0.0, top_k=1),
    "run_budget": new("RunBudget", max_cost=0.5, max_depth=0),
    "approval_policy": new("ApprovalPolicy", mode="assigned", member_ids=[]),
    "tools": [new("ToolAttachment", mcp_tool_id="mcp-tool-id", requires_approval=True), {"mcp_tool_id": "mcp-tool-id"}],
    "sub_agents": [new("SubAgentAttachment", agent_id="agent-id", alias="a", mode="handoff", context_mode="window")],
    "spans": [SPAN, {**SPAN, "span_id": "c7ad6b7169203331", "parent_span_id": SPAN["span_id"], "attributes": {"a": [None]}}],
    "vfs_enabled": False, "masking_enabled": False, "blocking": False, "decision": "rejected", "mode": "append",
}  # fmt: skip
# What an argument is in one method alone.
OF_ONE: dict[tuple[str, str], Any] = {
    ("data_sources.create_version", "parameters"): [{"name": "n", "type": "string"}],
    ("credentials.create", "value"): "sk-1",
    ("chat.submit_feedback", "value"): -1,
    ("media.generate", "guardrails"): [{"type": "input"}],
}
# A version's config is an object of the vendor's, of a class that each release has; what has nothing typed has a list.
CONFIGS = {
    "0.3.0": new("SimpleAgentConfig", prompt_id="p", approval_required=True, max_tokens=5),
    "0.9.2": new("PromptAgentConfig", prompt_id="prompt-id"),
}
# What the fixture's records are called that methods ask for by a name which does not say so.
IDS = {"slug": "github", "memory_id": "memory-id"}
VERSIONS = {"agents": "agent-version-id", "prompts": "prompt-version-id", "data_sources": "data-source-version-id"}


class Earlier(NamedTuple):
    """A field of what an earlier call answered.

    Attributes:
        path: The method that was called.
        field: The field.
        at: Which of its calls it was.
    """

    path: str
    field: str
    at: int = 0


# Filters that these take by any name.
_FILTERS = {
    "status": "",
    "agent_id": "a 1/ä",
    "date_from": "2026-01-01",
    "tags": ["a", "b"],
    "flag": True,
    "none": None,
}
MORE = {"traces.get_summary": _FILTERS, "traces.pii_report": _FILTERS}
FILE = "/notes/today.md"
# Arguments with which a call succeeds, where the fixture's ids do not say it all.
FOUND: dict[str, dict[str, Any]] = {
    "mcp_templates.install": {"parameters": {"token": "t"}},
    "a2a.cancel_task": {"task_id": Earlier("a2a.send_message", "id")},
    "agent_vfs.copy": {"src": FILE, "dst": "/notes/copy.md"},
    "agent_vfs.mkdir": {"path": "/made/of/it"},
    "agent_vfs.move": {"src": "/notes/copy.md", "dst": "/made/moved.md"},
    "agent_vfs.write": {"path": "/made/new.md", "content": "one\ntwo\n"},
    **{f"agent_vfs.{each}": {"path": FILE} for each in ("delete", "read", "stat")},
    "agent_vfs.glob": {"pattern": "/notes/*"},
    "agent_vfs.grep": {"query": "a"},
    "executions.approve": {"execution_id": "parked-execution-id"},
    "executions.deny": {"execution_id": Earlier("agents.execute", "execution_id")},
    "executions.cancel": {"execution_id": Earlier("agents.execute", "execution_id", 1)},
}
_TASK = ("a2a.send_message", {"agent_id": "agent-id", "message": "m", "blocking": False})
_ASKING = {
    "agent_id": Earlier("agents.create", "id"), "version": "1", "config": CONFIGS["0.9.2"], "set_current": True,
    "tools": [new("ToolAttachment", mcp_tool_id="mcp-tool-id", requires_approval=True)],
}  # fmt: skip
_RUN = ("agents.execute", {"agent_id": Earlier("agents.create", "id"), "input": {"message": "m"}})
# What comes first, since other calls go on with it: a task that is not done yet, and runs that wait for approval.
FIRST: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "0.3.0": [_TASK],
    "0.9.2": [
        _TASK,
        ("agents.create", {"name": "Asking", "type": "agent"}),
        (
            "agents.create_version",
            {"agent_id": Earlier("agents.create", "id"), "version": "1", "config": CONFIGS["0.9.2"], **_ASKING},
        ),
        _RUN,
        _RUN,
    ],
}


def value(path: str, name: str, release: str) -> Any:
    """An argument: one that is told from every other, and from every default."""
    if (path, name) in OF_ONE:
        return OF_ONE[path, name]
    if name == "config":
        return CONFIGS[release] if path == "agents.create_version" else {"a": None}
    if name == "parameters":
        return {"n": "v"}
    if name == "data":
        return {"user_prompt": "u", "input": {"a": 1}, "temperature": None}
    if name in FLAGS:
        return True
    if name in NUMBERS or name in TYPED:
        return NUMBERS.get(name, TYPED.get(name))
    if name in OBJECTS:
        return {"a": 1, "b": None}
    # The vendor's client puts identifiers into paths as they are, so they are simple ones.
    return f"{name}-1" if name.endswith("_id") or name == "slug" else f"{name} 1/ä"


def any_calls(path: str, signature: Signature, release: str, more: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The arguments of a method: those that it needs; all of them; and each optional text left empty.

    Args:
        path: Its path.
        signature: Its signature.
        release: Of which release it is.
        more: Fields that it takes where it takes any.
    """
    parameters = [each for each in signature.parameters.values() if each.kind is not each.VAR_KEYWORD]
    needed = {each.name: value(path, each.name, release) for each in parameters if each.default is each.empty}
    full = {each.name: value(path, each.name, release) for each in parameters}
    yield needed
    yield {**(more if len(parameters) < len(signature.parameters) else {}), **full}
    optional = {each.name for each in parameters if each.default is not each.empty}
    if empty := {name: "" for name, each in full.items() if name in optional and isinstance(each, str)}:
        yield needed | empty


def good_calls(methods: Mapping[str, Signature], release: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A call of every method that finds the fixture's records, those that remove something last, agents in the end."""
    yield from FIRST[release]
    for path in sorted(methods, key=lambda each: ("delete" in each, each.startswith("agents."))):
        needed = [
            each for each in methods[path].parameters.values()
            if each.kind is not each.VAR_KEYWORD and each.default is each.empty
        ]  # fmt: skip
        yield path, {each.name: _found(path, each, release) for each in needed} | FOUND.get(path, {})


def _found(path: str, parameter: Parameter, release: str) -> Any:
    name = parameter.name
    if name == "version_id":
        return VERSIONS[path.partition(".")[0]]
    if name.endswith("_id") or name in IDS:
        return IDS.get(name, name.replace("_", "-"))
    return value(path, name, release)
