"""Proves the documented surface of the PromptRails clients: how they are built, what they send, and what they answer."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from promptport.errors import ArgumentError, ClosedError, ConfigurationError
from promptport.model import Model
from promptport.promptrails import (
    ApprovalPolicy,
    AsyncPromptRails,
    GuardrailSpec,
    ModelConfig,
    PaginatedResponse,
    PromptAgentConfig,
    PromptRailsError,
    ToolAttachment,
)
from promptport.testing import Platform

from ...faults.promptrails_rows import CALLS
from .conftest import Wire

KEY = "YOUR_API_KEY"


async def perform(client: AsyncPromptRails, operation: str) -> Any:
    """Call an operation with its contract's examples."""
    call = CALLS[operation]
    return await getattr(getattr(client, call.resource), call.method)(**call.arguments)


# How a client is built


def test_key_and_address_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments go before the environment, the environment before the default."""
    monkeypatch.delenv("PROMPTRAILS_BASE_URL", raising=False)
    monkeypatch.setenv("PROMPTRAILS_API_KEY", KEY)
    assert AsyncPromptRails().base_url == "https://api.promptrails.ai"
    monkeypatch.setenv("PROMPTRAILS_BASE_URL", "http://127.0.0.1:1/prefix//")
    assert AsyncPromptRails().base_url == "http://127.0.0.1:1/prefix"
    assert AsyncPromptRails(base_url="http://127.0.0.1:2/").base_url == "http://127.0.0.1:2"
    monkeypatch.delenv("PROMPTRAILS_API_KEY")
    with pytest.raises(ConfigurationError, match="PROMPTRAILS_API_KEY"):
        AsyncPromptRails()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"api_key": " "}, "blank"),
        ({"api_key": "a\nb"}, "a character inside"),
        ({"base_url": "api.promptrails.ai"}, "base_url"),
        ({"timeout": 0}, "timeout"),
        ({"max_retries": -1}, "max_retries"),
        ({"idle_timeout": 0}, "idle_timeout"),
        ({"idle_timeout": True}, "idle_timeout"),
    ],
)
def test_options_that_cannot_be_right(options: dict[str, Any], words: str) -> None:
    """What can't work is refused before anything is sent."""
    with pytest.raises(ConfigurationError, match=words):
        AsyncPromptRails(**{"api_key": KEY, **options})


async def test_documented_arguments_and_ends() -> None:
    """The documented arguments; `close` under its documented name; a closed client says so; no key in the repr."""
    client = AsyncPromptRails(api_key=KEY, base_url="https://api.promptrails.ai", timeout=30.0, max_retries=3)
    assert repr(client).endswith("PromptRails(base_url='https://api.promptrails.ai', timeout=30)")
    await client.close()
    with pytest.raises(ClosedError):
        await client.agents.list()
    with pytest.raises(TypeError):
        AsyncPromptRails(KEY, "https://api.promptrails.ai")  # type: ignore[call-arg] # only the key goes by position
    assert AsyncPromptRails(KEY, idle_timeout=None).timeout == 30


# What is sent


async def test_headers(wire: Wire) -> None:
    """The key in its header; no body has a length all the same; the agent is ours."""
    await wire.client.credentials.set_default("c")
    headers = wire.seen[-1].headers
    assert (headers["x-api-key"], headers["content-length"], headers["accept"]) == (KEY, "0", "application/json")
    assert headers["user-agent"].startswith("promptport/")
    assert "authorization" not in headers
    await wire.client.agents.get("a")
    assert "content-length" not in wire.seen[-1].headers


async def test_identifier_is_one_segment(wire: Wire) -> None:
    """An identifier can't leave its place in the path."""
    await wire.client.agents.get("a/b ?#ä")
    assert wire.seen[-1].url.raw_path == b"/api/v1/agents/a%2Fb%20%3F%23%C3%A4"
    for name in ("", ".", ".."):
        with pytest.raises(ArgumentError, match="agent_id"):
            await wire.client.agents.get(name)
    assert len(wire.seen) == 1


async def test_additions_to_the_documented_client(wire: Wire) -> None:
    """`metadata`, no `version`, `bool_value`, plain categories, and memories by their agent."""
    wire.answers({"data": {"id": "1", "execution_id": "1"}})
    await wire.client.agents.execute("a", input={}, metadata={"source": "api"})
    assert wire.body == {"input": {}, "metadata": {"source": "api"}}
    await wire.client.prompts.create_version("p", user_prompt="u")
    assert wire.body == {"user_prompt": "u", "system_prompt": "", "set_current": False}
    await wire.client.scores.create(trace_id="t", name="n", data_type="boolean", bool_value=False)
    assert wire.body["bool_value"] is False
    await wire.client.scores.create_config(name="n", data_type="categorical", categories=["good", "bad"])
    assert wire.body["categories"] == ["good", "bad"]
    await wire.client.memories.create(agent_id="a", content="c", memory_type="fact", importance=0.0)
    assert wire.seen[-1].url.path == "/api/v1/agents/a/memories"
    assert wire.body == {"content": "c", "memory_type": "fact", "importance": 0.0}
    wire.answers({"data": []})
    assert await wire.client.memories.search(agent_id="a", query="q", limit=5) == []
    assert (wire.seen[-1].url.path, wire.body) == ("/api/v1/agents/a/memories/search", {"query": "q", "limit": 5})
    assert len(await wire.client.memories.list("a")) == 0


async def test_patch_sends_what_is_given(wire: Wire) -> None:
    """Updates send their keywords, null among them, and nothing else; none at all is an empty object."""
    await wire.client.agents.update("a", name=None, description="d")
    assert (wire.seen[-1].method, wire.body) == ("PATCH", {"name": None, "description": "d"})
    await wire.client.agents.update("a")
    assert wire.body == {}
    with pytest.raises(ArgumentError, match="`actoin` is no field of it; did you mean `action`"):
        await wire.client.guardrails.update("g", actoin="block")  # type: ignore[call-arg] # told before anything is sent


# What is answered


@pytest.mark.parametrize("operation", [each.id for each in CALLS.values() if each.reads and not each.stream])
async def test_every_answer_can_be_read_both_ways(operation: str, wire: Wire) -> None:
    """Attributes, items, `["data"]`, unknown names, copies: one rule for whatever any operation answers, however deep."""
    wire.answers(json.loads(CALLS[operation].example["body"]))
    found = await perform(wire.client, operation)

    queue, objects = [found], 0
    while queue:
        each = queue.pop()
        if isinstance(each, list):
            queue += each
        elif isinstance(each, Model):
            objects += 1
            readable(each)
            queue += [value for value in (each[field.wire] for field in each.FIELDS) if value is not None]
        elif isinstance(each, dict) and each is found:
            objects += 1
            assert each["data"] is each
            with pytest.raises(KeyError):
                each["nonsense"]
    assert objects > 0 or type(found) is int


def readable(each: Model) -> None:
    """Check the rule for one object."""
    fields = {field.wire: getattr(each, field.attribute) for field in each.FIELDS}
    assert {name: each[name] for name in fields} == fields
    assert each["data"] is fields.get("data", each)
    for made in (copy.copy(each), copy.deepcopy(each), pickle.loads(pickle.dumps(each))):
        assert made == each
        assert made == each.to_dict()
    with pytest.raises(KeyError):
        each["nonsense"]
    with pytest.raises(AttributeError, match="nonsense"):
        each.nonsense  # type: ignore[attr-defined] # noqa: B018
    if isinstance(each, PaginatedResponse):
        assert list(each) == each["data"] == each.data
        assert len(each) == len(each["data"]) == each["meta"]["total"] == each["meta"]["data"].total
        assert each["meta"]["pages"] == each["meta"]["total_pages"] == each["meta"].pages


READ: list[tuple[str, object, Callable[[Any], object], object]] = [
    ("agents_execute", {"data": {"id": "e", "cost": None}}, lambda r: (r.execution_id, r["execution_id"], r["id"], r.cost),
     ("e", "e", "e", None)),
    ("agents_execute", {"data": {"id": "row", "execution_id": "e"}}, lambda r: (r.execution_id, r["id"], f"{r.cost:.6f}"),
     ("e", "row", "0.000000")),
    ("agents_execute", {"data": {"execution_id": "e", "output": "text"}, "message": "ok"}, lambda r: r["data"]["output"], "text"),
    ("chat_send_message", {"data": {"user_message": {"id": "u"}, "assistant_message": {"id": "a", "content": "hi"}}},
     lambda r: (r.id, r.content), ("a", "hi")),
    ("chat_send_message", {"data": {"id": "a", "content": "hi"}}, lambda r: r["data"]["content"], "hi"),
    ("agents_get", {"id": "1", "current_version": {"id": "v", "config": None}},
     lambda r: r["data"]["current_version"]["id"], "v"),
    ("agents_list_versions", {"data": None}, lambda r: r, []),
    ("agents_list_guardrails", {"data": None}, lambda r: r, []),
    ("agents_search_memories", {"data": [{"id": "m"}]}, lambda r: r[0]["id"], "m"),
    ("agents_list", {"data": None}, lambda r: (r.data, len(r), r.meta.total), ([], 0, 0)),
    ("agents_list", {"data": [{"id": "1"}], "meta": {"total": 9, "pages": 5}}, lambda r: (r.meta.pages, r.meta.limit), (5, 20)),
    ("llm_models_list", {"data": [{"id": "1"}]}, lambda r: (r.meta.total, r.meta.page, r["meta"]["total_pages"]), (0, 1, 0)),
    ("traces_get_by_trace_id", {"data": {"id": "s"}}, lambda r: [each.id for each in r], ["s"]),
    ("llm_models_list_available", {"data": {"groups": [{"provider": "p", "models": None}]}}, lambda r: r[0].provider, "p"),
    ("mcp_tools_discover_tools", {"data": {"trace_id": "t"}}, lambda r: r.tools, []),
    ("mcp_tools_discover_tools", {"data": {"tools": None}}, lambda r: r.tools, None),
    ("agents_get", {"data": {"id": "1", "labels": "x"}}, lambda r: (r.labels, r["labels"]), ("x", "x")),
    ("agents_list", {"data": [{"id": "1"}, {"name": "n"}, "odd"]}, lambda r: (len(r), r.data[0].id, r.data[2]), (3, "1", "odd")),
    ("agents_list", {"data": {"groups": []}}, lambda r: (r.data, len(r), list(r)), ({"groups": []}, 0, [])),
    ("a2a_list_tasks", {"data": [{"id": "t", "status": []}]}, lambda r: r.data[0].status, []),
    ("agents_execute", {"data": {"status": "completed"}}, lambda r: r.status, "completed"),
    ("mcp_tools_discover_tools", {"data": {"tools": [{"inputSchema": {"a": 1}}, {"input_schema": {"b": 2}}]}},
     lambda r: [(each.input_schema, each["inputSchema"], each["input_schema"]) for each in r.tools],
     [({"a": 1},) * 3, ({"b": 2},) * 3]),
    ("mcp_tools_call_tool", {"data": {"content": [{"type": "image", "data": "…"}], "isError": True}},
     lambda r: (r.is_error, r.content[0]["data"]), (True, "…")),
    ("a2a_list_tasks", {"data": [{"id": "t", "status": "working", "contextId": "c"}]},
     lambda r: (r.data[0].status, r.data[0].context_id), ("working", "c")),
    ("a2a_get_task", {"result": {"id": "t", "artifacts": [{"parts": [{"data": {"a": 1}}]}]}},
     lambda r: r["data"].artifacts[0].parts[0]["data"], {"a": 1}),
    ("a2a_get_task", {"id": "t"}, lambda r: r.id, "t"),
    ("a2a_get_agent_card", {"name": "n", "capabilities": {"pushNotifications": True}},
     lambda r: r.capabilities.push_notifications, True),
    ("prompts_promote_version", {"data": {"id": "v", "data": 1}}, lambda r: (r["id"], r["data"], type(r["data"])), ("v", 1, int)),
    ("agents_get", {"data": {"id": "1", "somethingNew": {"a": 1}}}, lambda r: (r.something_new, r["somethingNew"]),
     ({"a": 1}, {"a": 1})),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "body", "read", "expected"), READ)
async def test_what_servers_answer_in_several_ways(
    wire: Wire, operation: str, body: object, read: Callable[[Any], object], expected: object
) -> None:
    """Servers differ, and so do versions of them: each known way is read."""
    wire.answers(body)
    assert read(await perform(wire.client, operation)) == expected


@pytest.mark.parametrize(
    ("operation", "body", "words"),
    [
        ("agents_get", {}, "data: expected a value"),
        ("agents_get", {"data": {}}, "id: expected a value"),
        ("agents_get", {"data": None}, "expected an object, found null"),
        ("agents_get", {"message": "ok"}, "data: expected a value"),
        ("agents_list", {"meta": {}}, "data: expected a value"),
        ("data_sources_query", {"data": [1]}, "expected an object, found a list"),
    ],
)
async def test_answers_that_cannot_be_read(wire: Wire, operation: str, body: object, words: str) -> None:
    """A success that lacks what it is about, or is of another kind, is an error with the operation and the field."""
    wire.answers(body)
    with pytest.raises(PromptRailsError, match=words) as caught:
        await perform(wire.client, operation)
    assert (caught.value.kind, caught.value.operation) == ("unreadable", operation)


async def test_deletions_answer_none(wire: Wire) -> None:
    """Whatever comes back."""
    wire.answers({"data": {"deleted": 3}})
    assert await perform(wire.client, "agents_delete_all_memories") is None
    assert await perform(wire.client, "agents_delete") is None


async def test_secrets_of_answers_are_not_shown(wire: Wire) -> None:
    """Tokens, secrets and signed addresses are there for programs, and in no repr."""
    wire.answers({"data": {"id": "1", "token": "hush-1", "secret": "hush-2"}})
    trigger = await wire.client.webhook_triggers.create(name="n", agent_id="a", generate_secret=True)
    assert (trigger["data"]["token"], trigger.secret) == ("hush-1", "hush-2")
    wire.answers({"data": {"url": "https://files/?signature=hush-3"}})
    signed = await wire.client.assets.get_signed_url("a")
    assert signed.url.endswith("hush-3")
    assert "hush" not in f"{trigger!r} {signed!r} {trigger['data']!r}"


async def test_what_waits_for_people(wire: Wire) -> None:
    """Executions are listed, decided with or without a word, cancelled, and read with all that they began."""
    wire.answers({"data": [{"id": "e", "status": "waiting_approval"}], "meta": {"total": 1, "pages": 1}})
    assert [each.status async for each in wire.client.executions.iter_approval_inbox(limit=5)] == ["waiting_approval"]
    assert str(wire.seen[-1].url).endswith("/api/v1/executions/approval-inbox?page=1&limit=5")
    wire.answers({"data": {"id": "e", "status": "running"}})
    assert (await wire.client.executions.approve("e")).status == "running"
    assert wire.body == {}
    await wire.client.executions.deny("e", reason="")
    assert (wire.seen[-1].url.path, wire.body) == ("/api/v1/executions/e/deny", {"reason": ""})
    await wire.client.executions.cancel("e")
    assert (wire.seen[-1].url.path, wire.body) == ("/api/v1/executions/e/cancel", {})
    wire.answers({"data": {"id": "e", "children": [{"id": "c", "parent_execution_id": "e", "children": None}]}})
    tree = await wire.client.executions.tree("e")
    assert [(each.id, each.parent_execution_id, each.children) for each in tree.children] == [("c", "e", [])]


async def test_lists_and_sums_that_did_not_come(wire: Wire) -> None:
    """Programs go through them and format them: absent and null read as empty."""
    names = ("tools", "sub_agents", "guardrails")
    for body in ({"id": "v"}, {"id": "v"} | dict.fromkeys(names)):
        wire.answers({"data": [body]})
        (version,) = await wire.client.agents.list_versions("a")
        assert [getattr(version, name) for name in names] == [[], [], []]
        assert version.to_dict() == body
        assert (version.model_config, version.cache_timeout) == (None, None)
    for spans in ({"id": "s"}, {"id": "s", "level": None, "tags": None}):
        wire.answers({"data": [spans]})
        (span,) = await wire.client.traces.get_by_trace_id("t")
        assert (span.level, span.tags, span.model_name, span.prompt_id) == (
            "default",
            [],
            spans.get("model_name", ""),
            None,
        )
    wire.answers({"data": {"total_traces": None, "total_cost": None}})
    summary = await wire.client.traces.get_summary()
    assert f"{summary.total_traces} ${summary.total_cost:.4f} {summary.avg_duration_ms:.1f}" == "0 $0.0000 0.0"
    wire.answers({"data": [{"type": "pii", "config_fields": None}]})
    assert (await wire.client.guardrails.list_scanners())[0].config_fields == []


async def test_any_filter_of_a_summary(wire: Wire) -> None:
    """Those that are known, and others under their names; none is left out but None."""
    wire.answers({"data": {"total_traces": 1}})
    await wire.client.traces.get_summary(date_from="2026-01-01", status="", tag=["a", "b"], masked=True, nobody=None)
    assert wire.seen[-1].url.query.decode() == "date_from=2026-01-01&status=&tag=a&tag=b&masked=true"
    await wire.client.traces.pii_report(filters="x", agent_id="a")
    assert wire.seen[-1].url.query.decode() == "agent_id=a&filters=x"


async def test_what_newer_releases_do_is_sent_once() -> None:
    """Decisions, runs, triggers and spans; a verdict takes the place of the one before."""
    calls = {
        "agents_playground": 1, "executions_approve": 1, "executions_deny": 1, "executions_cancel": 1,
        "agent_triggers_create": 1, "traces_ingest": 1, "chat_submit_feedback": 2,
    }  # fmt: skip
    for operation, times in calls.items():
        seen: list[httpx.Request] = []
        broken = httpx.MockTransport(lambda request, seen=seen: seen.append(request) or httpx.Response(500))
        async with AsyncPromptRails(KEY, transport=broken, max_retries=1) as client:
            with pytest.raises(PromptRailsError):
                await perform(client, operation)
        assert len(seen) == times, operation


async def test_triggers(wire: Wire) -> None:
    """What is answered when one is made is secret; a source that nobody named is a call."""
    wire.answers({"data": {"id": "t", "token": "hush-1", "secret": "hush-2"}})
    made = await wire.client.agent_triggers.create(name="n", agent_id="a", source_config={})
    assert wire.body == {
        "name": "n",
        "agent_id": "a",
        "source": "generic",
        "source_config": {},
        "generate_secret": False,
    }
    assert (made.token, made.secret, made.source, made.reply_config) == ("hush-1", "hush-2", "generic", {})
    assert "hush" not in repr(made)
    await wire.client.agent_triggers.update("t", is_active=False, reply_config=None)
    assert wire.body == {"is_active": False, "reply_config": None}


async def test_a_version_with_all_that_belongs_to_it(wire: Wire) -> None:
    """Typed parts and mappings are sent alike; what is empty is sent, what is None is not."""
    await wire.client.agents.create_version(
        "a", version="2", config=PromptAgentConfig("p"), model_config=ModelConfig("m", temperature=0),
        run_budget={"max_cost": 1}, approval_policy=ApprovalPolicy("admins"), cache_timeout=0, vfs_enabled=False,
        tools=(ToolAttachment("t", requires_approval=True), {"mcp_tool_id": "u"}), sub_agents=[],
        guardrails=[GuardrailSpec("input", "pii")],
    )  # fmt: skip
    assert wire.body == {
        "version": "2", "config": {"type": "agent", "prompt_id": "p"}, "set_current": False,
        "model_config": {"model_id": "m", "temperature": 0}, "run_budget": {"max_cost": 1},
        "approval_policy": {"mode": "admins"}, "cache_timeout": 0, "vfs_enabled": False,
        "tools": [{"mcp_tool_id": "t", "requires_approval": True, "no_retry": False}, {"mcp_tool_id": "u"}],
        "sub_agents": [],
        "guardrails": [{"type": "input", "scanner_type": "pii", "action": "block", "is_active": True}],
    }  # fmt: skip


async def test_other_options_over_the_same_connections(platform: Platform) -> None:
    """`with_options` changes what it names, for every resource, those that were used before and those by hand among them."""
    async with AsyncPromptRails(KEY, base_url=platform.url("promptrails"), idle_timeout=7) as client:
        for operation in ("agents_get", "a2a_get_task", "agent_vfs_write"):
            platform.script("promptrails", CALLS[operation].example)
            await perform(client, operation)
        other = client.with_options(timeout=2, headers={"X-Team": "a"})
        for operation in ("agents_get", "a2a_get_task", "agent_vfs_write", "prompts_get"):
            platform.script("promptrails", CALLS[operation].example)
            await perform(other, operation)
        assert (client.timeout, other.timeout) == (30, 2)
        assert other._pipeline.options.idle == 7
    assert [each.header("x-team") for each in platform.requests] == [None, None, None, "a", "a", "a", "a"]
