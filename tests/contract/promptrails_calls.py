"""Calls of every method of a PromptRails client, made from its signatures: on the fixture's records, or with any arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import Parameter, Signature
from typing import Any, NamedTuple

NUMBERS = {"page": 2, "limit": 7, "days": 9, "max_tokens": 100, "temperature": 0.5, "top_p": 0.25, "threshold": 0.75,
           "importance": 0.125, "value": 4.5, "min_value": 0.0, "max_value": 5.0}  # fmt: skip
FLAGS = {"sync", "set_current", "is_default", "is_active", "generate_secret"}
OBJECTS = {"input", "input_schema", "output_schema", "metadata", "connection_config", "arguments", "schema"}
LISTS = {"categories": [{"label": "good"}], "guardrails": [{"type": "input"}]}
# What an argument is in one method alone.
OF_ONE: dict[tuple[str, str], Any] = {
    ("data_sources.create_version", "parameters"): [{"name": "n", "type": "string"}],
    ("credentials.create", "value"): "sk-1",
}
# A version's config is an object of the vendor's, of a class that each release has.
CONFIGS = {
    "0.3.0": {"$new": "promptrails.SimpleAgentConfig", "named": {"prompt_id": "p", "approval_required": True, "max_tokens": 5}},
}  # fmt: skip
# What the fixture's records are called that methods ask for by a name which does not say so.
IDS = {"slug": "github", "memory_id": "memory-id"}
VERSIONS = {"agents": "agent-version-id", "prompts": "prompt-version-id", "data_sources": "data-source-version-id"}


class Earlier(NamedTuple):
    """A field of what an earlier call answered.

    Attributes:
        path: The method that was called.
        field: The field.
    """

    path: str
    field: str


# Arguments with which a call succeeds, where the fixture's ids do not say it all.
FOUND: dict[str, dict[str, Any]] = {
    "mcp_templates.install": {"parameters": {"token": "t"}},
    "a2a.send_message": {"blocking": False},
    "a2a.cancel_task": {"task_id": Earlier("a2a.send_message", "id")},
}
# These come first: what they make, others end.
FIRST = ("a2a.send_message",)


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
    if name == "decision":
        return "rejected"
    if name == "blocking":
        return False
    if name in FLAGS:
        return True
    if name in NUMBERS or name in LISTS:
        return NUMBERS.get(name, LISTS.get(name))
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
    for path in sorted(methods, key=lambda each: (each not in FIRST, "delete" in each, each.startswith("agents."))):
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
