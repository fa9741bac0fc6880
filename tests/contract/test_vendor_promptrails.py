"""Proves that PromptRails' own client, unmodified, finds in the local platform what it knows: 110 operations with state.

Every resource is made, read, changed, listed with each filter, removed and not found any more, with the ids of earlier
answers, on two platforms whose data differ: an answer that is fixed would be the same on both.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, NamedTuple

import promptrails
import pytest
from promptrails.exceptions import NotFoundError

from promptport_local.contract import Contract

from .promptrails_clients import Asked, told, two_platforms
from .test_promptrails_requests import value
from .test_promptrails_signatures import methods, resources

OPERATIONS = {each.id for each in Contract.load("promptrails").operations}
# What the fixture's records are called that methods ask for by a name which does not say so.
IDS = {"slug": "github", "memory_id": "memory-id"}
VERSIONS = {"agents": "agent-version-id", "prompts": "prompt-version-id", "data_sources": "data-source-version-id"}


class Life(NamedTuple):
    """How a kind of record is made, read, changed, listed and removed by the vendor's client; `{…}` is the platform's name.

    Attributes:
        resource: The client's resource.
        make: The arguments of its creation.
        change: The arguments of its change; None where it can't be changed.
        filters: The filters of its list that find it, each of them by itself.
        suffix: What the names of the methods end in.
        listed: The resource of the list, where it is another.
    """

    resource: str
    make: dict[str, Any]
    change: dict[str, Any] | None
    filters: tuple[str, ...] = ()
    suffix: str = ""


LIVES = {
    "agents": Life(
        "agents",
        {"name": "Agent {}", "type": "chain", "description": "d {}"},
        {"name": "Agent {} changed", "status": "archived"},
        ("type", "name"),
    ),
    "prompts": Life("prompts", {"name": "Prompt {}", "description": "d {}"}, {"description": "changed {}"}),
    "credentials": Life(
        "credentials",
        {"name": "C {}", "type": "openai", "category": "llm", "value": "sk-{}-0123456789", "schema_type": "s"},
        {"name": "C {} changed", "is_default": True},
    ),
    "data_sources": Life("data_sources", {"name": "D {}", "type": "mysql"}, {"name": "D {} changed"}),
    "chat sessions": Life(
        "chat", {"agent_id": "agent-id", "title": "T {}", "metadata": {"k": "{}"}}, None, suffix="_session"
    ),
    "mcp_tools": Life(
        "mcp_tools",
        {"name": "Tool {}", "type": "api", "config": {"k": "{}"}, "schema": {"type": "object"}, "credential_id": "credential-id",
         "template_id": "template-id", "status": "draft"},
        {"name": "Tool {} changed", "is_active": False, "config": {"k": "{} changed"}},
    ),
    "scores": Life(
        "scores",
        {"trace_id": "trace {}", "name": "n {}", "value": 0.5, "string_value": "s {}", "data_type": "d {}", "source": "s {}",
         "span_id": "span {}", "config_id": "config {}", "comment": "c {}"},
        {"value": 0.75, "comment": "changed {}"},
        ("trace_id", "name", "source", "data_type", "config_id"),
    ),
    "score configs": Life(
        "scores",
        {"name": "n {}", "data_type": "categorical", "min_value": 1.0, "max_value": 9.0, "categories": [{"label": "{}"}],
         "description": "d {}"},
        {"is_active": False, "max_value": 10.0},
        suffix="_config",
    ),
    "webhook_triggers": Life(
        "webhook_triggers",
        {"name": "Hook {}", "agent_id": "agent {}", "generate_secret": True},
        {"name": "Hook {} changed", "is_active": False},
        ("agent_id",),
    ),
}  # fmt: skip


def filled(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: filled(each, name) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, name) for each in value]
    return value.replace("{}", name) if isinstance(value, str) else value


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_a_life(both: list[Asked], life: Life) -> None:
    """Create, read, change, list with each filter, delete, not found; what two platforms answer differs."""
    seen = [lived(asked, life) for asked in both]
    assert seen[0].keys() == seen[1].keys()
    assert {name for name in seen[0] if seen[0][name] != seen[1][name]} >= {"id", "created_at"}


def lived(asked: Asked, life: Life) -> dict[str, Any]:
    resource = getattr(asked.client, life.resource)
    act = {verb: getattr(resource, f"{verb}{life.suffix}") for verb in ("create", "get", "delete")}
    if life.change is not None:
        act["update"] = getattr(resource, f"update{life.suffix}")
    everything = getattr(resource, f"list{life.suffix}s" if life.suffix else "list")
    given = filled(life.make, asked.name)
    before = everything().meta.total
    made = act["create"](**given)
    read = act["get"](made.id)
    unshown = set() if life.resource == "scores" else {"value", "generate_secret"}
    shown = {name: value for name, value in given.items() if name not in unshown}
    assert {name: getattr(read, name) for name in shown} == shown
    once = {"token", "secret"}  # of a webhook, told when it is made and never again
    assert {name: value for name, value in told(made).items() if name not in once} == {
        name: value for name, value in told(read).items() if name not in once
    }
    if life.change is not None:
        changes = filled(life.change, asked.name)
        changed = act["update"](made.id, **changes)
        assert {name: getattr(changed, name) for name in changes} == changes
        assert told(act["get"](made.id)) == told(changed) == {**told(read), **changes}
        shown |= changes
    page = everything(page=1, limit=1)
    assert (page.meta.total, page.meta.page, page.meta.limit, page.meta.pages) == (before + 1, 1, 1, before + 1)
    assert [each.id for each in page.data] == [made.id]
    assert everything(page=before + 2, limit=1).data == []
    other = act["create"](**{**given, **dict.fromkeys(life.filters, "other")})
    for name in life.filters:
        found = everything(**{name: shown[name]})
        assert ([each.id for each in found.data], found.meta.total) == ([made.id], 1), name
        assert made.id not in [each.id for each in everything(**{name: "other"}).data]
        assert everything(**{name: ""}).meta.total == before + 2
    for each in (other.id, made.id):
        assert act["delete"](each) is None
    for gone in [each for verb, each in act.items() if verb != "create"]:
        with pytest.raises(NotFoundError) as no:
            gone(made.id)
        assert (no.value.status_code, no.value.code) == (404, "not_found")
    assert everything().meta.total == before
    return told(read)


@pytest.mark.parametrize("owner", ["agents", "prompts", "data_sources"])
def test_versions(both: list[Asked], owner: str) -> None:
    """Versions are made, listed newest first, promoted; their owner shows the current one."""
    for asked in both:
        resource = getattr(asked.client, owner)
        made = resource.create(**filled(LIVES[owner].make, asked.name))
        given = {
            "agents": {"config": promptrails.SimpleAgentConfig("prompt-id"), "input_schema": {"a": 1}, "output_schema": {"b": 1}},
            "prompts": {
                "user_prompt": "Hi {{ x }} " + asked.name, "system_prompt": "S", "llm_model_id": "llm-model-id",
                "fallback_llm_model_id": "claude-id", "temperature": 0.5, "max_tokens": 9, "top_p": 0.5, "config": {"c": 1},
            },
            "data_sources": {"query_template": "SELECT {{ x }}", "credential_id": "credential-id", "parameters": [{"name": "x"}],
                             "connection_config": {"host": asked.name}},
        }[owner]  # fmt: skip
        first = resource.create_version(made.id, version="1", set_current=True, message=asked.name, **given)
        second = resource.create_version(made.id, version="2", **given)
        assert {name: getattr(second, name) for name in given if name != "config"} == {
            name: value for name, value in given.items() if name != "config"
        }
        assert [(each.version, each.is_current) for each in resource.list_versions(made.id)] == [
            ("2", False),
            ("1", True),
        ]
        promoted = resource.promote_version(made.id, second.id)
        assert (promoted["id"], promoted["is_current"]) == (second.id, True)
        assert [each.is_current for each in resource.list_versions(made.id)] == [True, False]
        if owner != "data_sources":
            assert resource.get(made.id).current_version.id == second.id
        for owner_id, version_id in (("invalid-id", first.id), (made.id, "invalid-id")):
            with pytest.raises(NotFoundError):
                resource.promote_version(owner_id, version_id)
        resource.delete(made.id)
        with pytest.raises(NotFoundError):
            resource.list_versions(made.id)


def calls(client: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A call of every method of the client, those that remove something last, agents in the end; ids are the fixture's."""
    found = [(name, method) for name, resource in resources(client).items() for method in methods(resource)]
    for name, method in sorted(found, key=lambda each: ("delete" in each[1], each[0] == "agents")):
        arguments = {}
        for each in inspect.signature(getattr(getattr(client, name), method)).parameters.values():
            if each.kind is not each.VAR_KEYWORD and each.default is each.empty:
                ident = VERSIONS[name] if each.name == "version_id" else IDS.get(each.name, each.name.replace("_", "-"))
                arguments[each.name] = (
                    ident
                    if each.name.endswith("_id") or each.name in IDS
                    else value(f"{name}.{method}", each.name, promptrails)
                )
        if (name, method) == ("mcp_templates", "install"):
            arguments["parameters"] = {"token": "t"}
        yield name, method, arguments


@pytest.mark.parametrize("world", ["blocking", "asyncio"])
def test_every_operation_is_called(world: str) -> None:
    """Each method of the client finds the fixture's records: 110 operations, each answered with success."""
    with two_platforms(world) as both:
        for asked in both:
            for name, method, arguments in calls(promptrails.PromptRails("key")):
                found = getattr(getattr(asked.client, name), method)(**arguments)
                if inspect.isgenerator(found):
                    assert len(list(found)) > 3
            assert [
                (each.operation, each.status) for each in asked.platform.requests if (each.status or 0) >= 300
            ] == []
            assert {each.operation for each in asked.platform.requests} == OPERATIONS
    assert len(OPERATIONS) == 110
