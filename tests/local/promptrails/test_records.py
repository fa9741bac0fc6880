"""Proves that every resource of the local PromptRails is made, read, changed, listed and removed as its table says."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.contract import Contract
from promptport_local.errors import Refusal
from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.resource import Resource
from promptport_local.promptrails.resources import RESOURCES, masked
from promptport_local.prompts import read_prompts

from ..conftest import Clock
from .rails import refused

CONTRACT = Contract.load("promptrails")
EVERY_RESOURCE = pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)


def sample(resource: Resource, name: str) -> Any:
    """A value that the contract lets a field of a resource have, and no default."""
    schema = CONTRACT.follow({"$ref": f"#/components/schemas/{resource.schema}"})["properties"].get(name, {})
    types = schema.get("type", "string")
    first = types if isinstance(types, str) else types[0]
    return {"object": {"a": 1}, "array": [], "boolean": False, "integer": 3, "number": 0.25}.get(first, f"{name} 1")


@EVERY_RESOURCE
def test_a_resource_is_what_the_contract_says(resource: Resource) -> None:
    """Its fields are those of the contract's schema, and every name in the table is one of them."""
    known = set(CONTRACT.follow({"$ref": f"#/components/schemas/{resource.schema}"})["properties"])
    assert {*resource.defaults, *resource.embeds, *resource.lists, *resource.columns} <= known
    assert {*resource.takes, *resource.changes} - known <= {"value"}
    assert {each.split(".")[0] for filter_ in resource.filters.values() for each in filter_.fields} <= known
    assert resource.order in {*known, "newest", "oldest"}
    assert resource.parent is None or (resource.parent.field in known and resource.parent.resource in RESOURCES)
    assert all(child in RESOURCES for child in resource.drops)


@EVERY_RESOURCE
def test_a_blank_record_keeps_to_the_contract(resource: Resource, rails: Backend) -> None:
    record = rails.records.state.add(resource.name)
    rails.records.fields.check(resource.name, rails.records.view(resource.name, record))
    assert set(rails.records.fields.names(resource.name)) == set(record)
    assert set(record) | set(resource.embeds) == set(
        CONTRACT.follow({"$ref": f"#/components/schemas/{resource.schema}"})["properties"]
    )


@EVERY_RESOURCE
def test_the_fixture_has_one_of_each(resource: Resource, rails: Backend) -> None:
    if resource.name != "chat_messages":
        assert rails.records.all(resource.name)


@EVERY_RESOURCE
def test_what_is_given_is_kept_and_changed(resource: Resource, rails: Backend, clock: Clock) -> None:
    """What a resource takes is read back, what it does not take is passed over; a change is of what changes alone."""
    records = rails.records
    parent = None if resource.parent is None else records.all(resource.parent.resource)[0]["id"]
    given = {name: sample(resource, name) for name in resource.takes}
    made = records.create(resource.name, {**given, "workspace_id": "other", "nonsense": 1}, parent)
    known = records.fields.names(resource.name)
    assert {name: made[name] for name in given if name in known} == {n: v for n, v in given.items() if n in known}
    assert made.get("workspace_id") in (None, "workspace-id")
    assert "nonsense" not in made
    assert made == records.get(resource.name, made["id"])

    clock.forward(hours=1)
    changes = {name: sample(resource, name) for name in resource.changes}
    changed = records.change(resource.name, made["id"], {**changes, "id": "other", "created_at": "never"})
    assert {**changed, "updated_at": 0} == {
        **made,
        **{n: v for n, v in changes.items() if n in known},
        "updated_at": 0,
    } | ({"masked_content": masked("value 1")} if resource.name == "credentials" else {})
    if "updated_at" in known:
        assert changed["updated_at"] > made["updated_at"] == made["created_at"]

    records.delete(resource.name, made["id"])
    for act in (records.get, records.delete):
        with refused(404, "not_found"):
            act(resource.name, made["id"])
    with refused(404, "not_found"):
        records.change(resource.name, made["id"], {})


@EVERY_RESOURCE
def test_every_filter_tells_apart(resource: Resource, rails: Backend) -> None:
    """A filter answers those records alone whose field fits; an empty one answers all."""
    records = rails.records
    for name, filter_ in resource.filters.items():
        field = filter_.fields[0]
        if field == "is_active":
            values: list[Any] = [True, False]
        elif "." in field:
            values = ["working", "failed"]
        else:
            values = ["Odd one", "other"]
        outer, _, inner = field.partition(".")
        made = [records.state.add(resource.name, **{outer: {inner: each} if inner else each})["id"] for each in values]
        text = {True: "true"}.get(values[0], str(values[0]))
        asked = text[2:5].upper() if filter_.part else text
        found = {each["id"] for each in records.listed(resource.name, filters={name: asked})}
        assert made[0] in found, name
        assert made[1] not in found, name
        assert set(made) <= {each["id"] for each in records.listed(resource.name, filters={name: ""})}


def test_null_leaves_what_is_there_unless_it_is_an_object(rails: Backend) -> None:
    tool = rails.records.change("mcp_tools", "tool-id", {"schema": {"a": 1}, "description": "d"})
    assert (tool["schema"], tool["description"]) == ({"a": 1}, "d")
    tool = rails.records.change(
        "mcp_tools", "tool-id", {"schema": None, "config": None, "description": None, "is_active": None}
    )
    assert (tool["schema"], tool["config"], tool["description"], tool["is_active"]) == (None, None, "d", True)


def test_a_wrong_type_is_told_by_its_field(rails: Backend) -> None:
    with pytest.raises(Refusal) as no:
        rails.records.create("guardrails", {"type": "input", "scanner_type": "pii", "sort_order": "first"}, "agent-id")
    assert (no.value.status, no.value.body["error"]["details"]) == (400, {"sort_order": "must be integer"})


@pytest.mark.parametrize(
    ("page", "limit", "meta", "count"),
    [
        (1, 20, (1, 20, 3), 20),
        (3, 20, (3, 20, 3), 5),
        (4, 20, (4, 20, 3), 0),
        (0, 0, (1, 20, 3), 20),
        (-5, -1, (1, 20, 3), 20),
        (1, 100, (1, 100, 1), 45),
        (1, 10**30, (1, 100, 1), 45),
        (10**30, 7, (10**30, 7, 7), 0),
    ],
)
def test_pages(rails: Backend, page: int, limit: int, meta: tuple[int, int, int], count: int) -> None:
    for index in range(44):
        rails.records.create("agents", {"name": f"a{index}", "type": "simple"})
    found = rails.records.page("agents", page, limit)
    assert found["meta"] == {"total": 45, **dict(zip(("page", "limit", "total_pages"), meta, strict=True))}
    assert len(found["data"]) == count


def test_pages_of_nothing(rails: Backend) -> None:
    assert rails.records.page("agents", filters={"name": "nobody"}) == {
        "data": [],
        "meta": {"total": 0, "page": 1, "limit": 20, "total_pages": 0},
    }


def test_lists_have_their_order(rails: Backend, clock: Clock) -> None:
    names = ["b", "a", "c"]
    made = []
    for index, name in enumerate(names):
        made.append(rails.records.create("agents", {"name": name, "type": "simple"})["id"])
        given = {"type": "input", "scanner_type": name, "sort_order": -index}
        rails.records.create("guardrails", given, made[0])
        clock.forward(seconds=index * 0.5)
    assert [each["id"] for each in rails.records.listed("agents")][:3] == made[::-1]
    assert [each["scanner_type"] for each in rails.records.listed("guardrails", made[0])] == ["c", "a", "b"]
    shown = [each["display_name"] for each in rails.records.listed("llm_models")]
    assert shown == sorted(shown)


def test_what_belongs_to_an_agent_goes_with_it(rails: Backend) -> None:
    for name in ("agent_versions", "guardrails", "memories", "webhook_triggers", "executions", "chat_sessions"):
        assert rails.records.all(name, agent_id="agent-id")
    rails.records.delete("agents", "agent-id")
    for name in ("agent_versions", "guardrails", "memories", "webhook_triggers"):
        assert rails.records.all(name, agent_id="agent-id") == []
    assert "agent" not in rails.records.get("executions", "execution-id")
    assert rails.records.all("chat_sessions", agent_id="agent-id")


def test_records_are_shown_inside_of_others(rails: Backend) -> None:
    execution = rails.records.get("executions", "execution-id")
    link = execution["agent"]["current_version"]["prompts"][0]
    assert link["prompt"]["current_version"]["llm_model"]["model_id"] == "gpt-4o"
    assert not [name for name in execution if name.startswith("_")]


# Seeds


def test_a_seed_adds_and_replaces(rails: Backend) -> None:
    rails.seed(
        {
            "agents": [{"id": "agent-id", "name": "Renamed"}, {"name": "New"}],
            "agent_versions": [{"id": "v2", "agent_id": "agent-id", "version": "2.0.0", "is_current": True}],
            "credentials": [{"id": "c", "name": "c", "value": "0123456789"}],
            "keys": [{"token": "other"}],
            "options": {"flat_errors": True},
        }
    )
    agent = rails.records.get("agents", "agent-id")
    assert (agent["name"], agent["current_version"]["id"]) == ("Renamed", "v2")
    assert rails.records.get("agent_versions", "agent-version-id")["is_current"] is False
    assert rails.records.get("credentials", "c")["masked_content"] == "0123**6789"
    assert "0123456789" not in str(rails.records.all("credentials"))
    assert rails.authenticate("other")["active"]
    assert rails.options.flat_errors
    rails.reset()
    assert rails.state()["options"] == {"failure": None, "flat_errors": False}
    assert [each["name"] for each in rails.records.all("agents")] == ["Support"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"agentz": []}, "holds a field that is not known"),
        ({"agents": {}}, "promptrails.agents must be array"),
        ({"agents": [{"nam": "x"}]}, "promptrails.agents.0 holds a field that is not known: nam"),
        ({"agents": [{}, {"name": 1}]}, "promptrails.agents.1: name must be string"),
        ({"agents": [{"created_at": "today"}]}, "promptrails.agents.0: must be a moment in ISO 8601"),
        ({"guardrails": [{"agent_id": "nobody"}]}, "promptrails.guardrails.0: agent not found"),
        ({"agent_versions": [{"version": "1"}]}, "promptrails.agent_versions.0: agent not found"),
        ({"keys": [{}]}, "promptrails.keys.0.token is required"),
        ({"options": {"failure": ""}}, "promptrails.options.failure must not be empty"),
        ({"agents": [{"name": "x"}], "options": {"flat": 1}}, "not known"),
    ],
)
def test_a_slip_in_a_seed_is_named_and_changes_nothing(rails: Backend, data: Any, text: str) -> None:
    before = rails.state()
    with pytest.raises(ValueError, match=text):
        rails.seed(data)
    assert rails.state() == before


def test_no_secret_is_in_the_state_or_on_the_page(rails: Backend) -> None:
    rails.records.create("credentials", {"name": "c", "type": "t", "category": "llm", "value": "very-secret-value"})
    trigger = rails.webhooks.create("hook", "agent-id", generate_secret=True)
    shown = str(rails.state()) + str(rails.tables())
    for secret in (
        "your-api-key",
        "very-secret-value",
        trigger["token"],
        trigger["secret"],
        "2KxkT5aBcDeFgHiJkLmNoPqRsTu",
    ):
        assert secret not in shown
    assert rails.state()["credentials"][-1]["masked_content"] == "very*********alue"
    assert {len(table.columns) == len(row) for table in rails.tables() for row in table.rows} == {True}


def test_prompts_that_are_given_and_their_place(rails: Backend) -> None:
    """Versions in place of those that are there; the one in production is current; what has no field is kept."""
    said = [
        {"role": "system", "content": "S"},
        {"role": "user", "content": "Hi {{x}}"},
        {"role": "assistant", "content": "A"},
    ]
    mine = {
        "name": "mine",
        "versions": [
            {"messages": [{"role": "user", "content": "Hi"}]},
            {
                "messages": said,
                "variables": [
                    {"name": "x", "type": "string", "required": True},
                    {"name": "y", "required": False, "default": "z"},
                ],
                "config": {"temperature": 0.5},
            },
            {"messages": [{"role": "user", "content": "Draft"}], "labels": ["draft"]},
        ],
    }
    welcome = {"name": "welcome", "versions": [{"messages": [{"role": "user", "content": "Hello"}]}]}
    rails.load(read_prompts([mine, welcome]))
    rails.load(read_prompts([mine]))
    (held,) = rails.records.all("prompts", name="mine")
    shown = rails.records.get("prompts", held["id"])["current_version"]
    assert [shown[name] for name in ("version", "system_prompt", "user_prompt")] == ["2", "S", "Hi {{x}}"]
    assert shown["config"] == {"temperature": 0.5, "assistant_prompt": "A"}
    assert shown["input_schema"] == {
        "type": "object",
        "properties": {"x": {"type": "string"}, "y": {"default": "z"}},
        "required": ["x"],
    }
    assert len(rails.records.listed("prompt_versions", held["id"])) == 3
    assert rails.records.get("prompts", "welcome-id")["current_version"]["user_prompt"] == "Hello"
