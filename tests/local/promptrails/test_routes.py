"""Proves that a started server speaks PromptRails' HTTP: keys, errors of every shape, all operations, streams, JSON-RPC."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.clock import utc_now
from promptport_local.contract import Contract, Operation
from promptport_local.environment import Environment
from promptport_local.promptrails import settings
from promptport_local.store import Store
from promptport_local.vendor import create_vendor

from ..conftest import Clock

CONTRACT = Contract.load("promptrails")
# The versions of all kinds share a parameter of the contract, whose example is a version of an agent.
OWN_VERSION = {
    "prompts_promote_version": "prompt-version-id",
    "data_sources_promote_version": "data-source-version-id",
}
# So do executions, whose example has ended.
DECIDED = ("executions_approve", "executions_cancel", "executions_deny")
KEY = {"X-API-Key": "your-api-key"}


@pytest.fixture
def rest(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url("promptrails"), headers=KEY, trust_env=False) as made:
        yield made


def example(operation: Operation) -> tuple[str, dict[str, Any], Any]:
    """The path, the query and the body of an operation as its examples have them."""
    path, query = operation.template, {}
    for parameter in operation.spec.get("parameters", []):
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", parameter["example"])
        elif "example" in parameter:
            query[parameter["name"]] = parameter["example"]
    if operation.id in OWN_VERSION:
        path = path.replace("agent-version-id", OWN_VERSION[operation.id])
    if operation.id in DECIDED:
        path = path.replace("execution-id", "parked-execution-id")
    body = operation.spec.get("requestBody")
    return path, query, body and body["content"]["application/json"]["example"]


@pytest.mark.one_python("many operations that go the same way")
@pytest.mark.parametrize("operation", CONTRACT.operations, ids=lambda each: each.id)
def test_every_operation_has_behaviour(server: Server, rest: httpx.Client, operation: Operation) -> None:
    """Its own examples succeed with the fixture, with what the contract names, and not with an example."""
    path, query, body = example(operation)
    if operation.id == "mcp_templates_install":
        body = {**body, "parameters": {"token": "t"}}
    if operation.id == "prompts_run_prompt":
        body = {"input": {"text": "T"}}
    if operation.id == "a2a_cancel_task":
        params = {"message": {"role": "user", "parts": []}, "configuration": {"blocking": False}}
        task = server.backend("promptrails").tasks.send("agent-id", params)
        body = {**body, "params": {"id": task["id"]}}
    answer = rest.request(operation.method, path, params=query, json=body)
    success = min(int(status) for status in operation.spec["responses"] if status.startswith("2"))
    assert answer.status_code == success, answer.text
    assert "X-Example" not in answer.headers
    assert '"error":{' not in answer.text
    (entry,) = server.requests
    assert entry.operation == operation.id


def test_all_operations_have_behaviour() -> None:
    assert len(CONTRACT.operations) == 137
    with closing(Store()) as store:
        vendor = create_vendor("promptrails", Environment("promptrails", store, utc_now))
        assert set(vendor.behaviours) == {each.id for each in CONTRACT.operations}


def test_answers_repeat_with_the_clock_and_the_seed(clock: Clock) -> None:
    def answers() -> list[Any]:
        with Server(seed=1, now=clock) as server:
            url = server.url("promptrails")
            run = httpx.post(f"{url}/api/v1/agents/agent-id/execute", json={"input": {}}, headers=KEY)
            return [run.json(), httpx.get(f"{url}/api/v1/traces", headers=KEY).json()]

    assert answers() == answers()


def test_what_a_client_is_opened_with() -> None:
    assert settings("http://here") == {"api_key": "your-api-key", "base_url": "http://here"}


def test_the_state_is_kept_in_a_file(tmp_path: Path) -> None:
    """Ids do not come again after a restart, although the seed is the same."""
    seen = []
    for _ in range(2):
        with Server(data=tmp_path / "data.sqlite", seed=1) as server:
            run = server.backend("promptrails").runs.execute("agent-id", {})
            seen.append(run["id"])
            assert len(server.backend("promptrails").records.all("executions")) == 3 + len(seen)
    assert len(set(seen)) == 2


@pytest.mark.parametrize("body", [b"", b"{}", b'{"input": null}', b'{"input": {}}'])
@pytest.mark.parametrize(
    "path", ["agents/agent-id/execute", "agents/agent-id/preview", "prompts/prompt-id/preview", "prompts/prompt-id/run"]
)
def test_an_input_may_be_left_out(rest: httpx.Client, path: str, body: bytes) -> None:
    answer = rest.post(f"/api/v1/{path}", content=body)
    assert answer.is_success, answer.text
    assert answer.json()["data"].get("input", {}) == {}


def test_a_body_that_says_nothing_may_be_left_out(rest: httpx.Client) -> None:
    for owner in ("agents/agent", "prompts/prompt", "data-sources/data-source"):
        path = f"/api/v1/{owner}-id/versions/{owner.partition('/')[2]}-version-id/promote"
        assert rest.put(path).is_success, path


# Keys and errors


def error(answer: httpx.Response) -> tuple[int, str]:
    told = answer.json()["error"]
    assert {"code", "message"} <= set(told)
    return answer.status_code, told["code"]


def test_keys(server: Server, rest: httpx.Client) -> None:
    rails = server.backend("promptrails")
    rails.add_key("revoked", active=False)
    rails.add_key("elsewhere", allowed=False)
    for sent, expected in (
        ({"X-API-Key": "unknown"}, (401, "unauthorized")),
        ({"X-API-Key": "revoked"}, (401, "unauthorized")),
        ({"X-API-Key": "elsewhere"}, (403, "forbidden")),
        ({"X-API-Key": ""}, (401, "unauthorized")),
    ):
        assert error(rest.get("/api/v1/agents", headers=sent)) == expected
    for path in ("/api/v1/agents", "/a2a/agents/agent-id/agent-card.json", "/api/v1/executions/execution-id/stream"):
        assert error(httpx.get(server.url("promptrails") + path)) == (401, "unauthorized")
    assert error(httpx.post(server.url("promptrails") + "/api/v1/agents", content=b"{")) == (401, "unauthorized")


@pytest.mark.parametrize(
    ("verb", "path", "content", "details"),
    [
        ("POST", "/api/v1/agents", b"{", None),
        ("POST", "/api/v1/agents", b'{"name": NaN}', None),
        ("POST", "/api/v1/agents", b"", {"the body": "is required"}),
        ("POST", "/api/v1/agents", b"[]", {"the body": "must be object"}),
        ("POST", "/api/v1/agents", b'{"type": "simple"}', {"name": "is required"}),
        ("POST", "/api/v1/agents", b'{"name": "", "type": "simple"}', {"name": "must not be empty"}),
        ("POST", "/api/v1/agents/agent-id/execute", b'{"input": "x"}', {"input": "must be object"}),
        ("POST", "/api/v1/chat/sessions/session-id/messages", b'{"content": ""}', {"content": "must not be empty"}),
        (
            "POST",
            "/api/v1/approvals/approval-id/decide",
            b'{"decision": "maybe"}',
            {"decision": "must be one of approved, rejected"},
        ),
        ("PATCH", "/api/v1/agents/agent-id", b'{"name": 1}', {"name": "must be string or null"}),
        ("GET", "/api/v1/agents?page=x", b"", {"page": "must be integer"}),
        ("GET", "/api/v1/costs/summary?from=x", b"", {"from": "must be a date"}),
        ("POST", "/a2a/tasks/get", b'{"jsonrpc": "2.0"}', dict.fromkeys(("method", "params", "id"), "is required")),
    ],
)  # fmt: skip
def test_what_an_operation_does_not_take(
    rest: httpx.Client, verb: str, path: str, content: bytes, details: Any
) -> None:
    answer = rest.request(verb, path, content=content, headers={"Content-Type": "application/json"})
    assert error(answer) == (400, "bad_request")
    assert answer.json()["error"].get("details") == details


def test_a_body_that_is_nested_too_deeply(rest: httpx.Client) -> None:
    for levels, status in ((98, 201), (120, 400), (300, 400)):
        deep = f'{{"input": {{"a": {"[" * levels}{"]" * levels}}}}}'
        answer = rest.post("/api/v1/agents/agent-id/execute", content=deep.encode())
        assert answer.status_code == status, answer.text[:100]
    assert rest.get("/api/v1/executions").status_code == 200


def test_what_is_no_operation_is_told_without_a_code(server: Server, rest: httpx.Client) -> None:
    for verb, path, status in (
        ("GET", "/nowhere", 404),
        ("PUT", "/api/v1/agents", 405),
        ("DELETE", "/api/v1/scores/aggregates", 405),
    ):
        answer = rest.request(verb, path)
        assert (answer.status_code, list(answer.json())) == (status, ["message"])
    assert answer.headers["Allow"] == "GET"
    answer = rest.post("/api/v1/agents", content=b" " * 10_000_001)
    assert (answer.status_code, list(answer.json())) == (413, ["message"])


def test_errors_can_be_plain_texts(server: Server, rest: httpx.Client) -> None:
    server.backend("promptrails").options.flat_errors = True
    answer = rest.get("/api/v1/agents/invalid-id")
    assert (answer.status_code, answer.json()) == (404, {"error": "agent not found"})
    assert httpx.get(server.url("promptrails") + "/api/v1/agents").json() == {
        "error": "The request carries no credential."
    }


# What only HTTP has


def test_a_filter_that_no_client_sends(rest: httpx.Client) -> None:
    rest.patch("/api/v1/agents/agent-id", json={"status": "archived"})
    assert rest.get("/api/v1/agents", params={"status": "active"}).json()["meta"]["total"] == 0
    assert rest.get("/api/v1/agents", params={"status": "archived"}).json()["meta"]["total"] == 1


def test_fields_that_no_client_sends(rest: httpx.Client) -> None:
    run = rest.post("/api/v1/agents/agent-id/execute", json={"input": {}, "user_id": "u", "stream": True, "figures": 1})
    assert (run.status_code, run.json()["data"]["user_id"]) == (201, "u")
    made = rest.post("/api/v1/prompts/prompt-id/versions", json={"user_prompt": "x", "cache_timeout": 60, "id": "mine"})
    assert made.json()["data"]["cache_timeout"] == 60
    assert made.json()["data"]["id"] != "mine"
    wrong = rest.post("/api/v1/prompts/prompt-id/versions", json={"user_prompt": "x", "cache_timeout": "long"})
    assert (error(wrong), wrong.json()["error"]["details"]) == (
        (400, "bad_request"),
        {"cache_timeout": "must be integer or null"},
    )
    for given, status in (({"is_active": False}, 201), ({"is_active": "no"}, 400)):
        assert rest.post("/api/v1/webhook-triggers", json={"name": "n", "agent_id": "a", **given}).status_code == status


def test_an_agent_from_a_template(rest: httpx.Client) -> None:
    given = {"name": "Mine", "type": "chain", "template_id": "template-id"}
    made = rest.post("/api/v1/agents", json=given).json()["data"]
    assert [each["prompt_id"] for each in made["current_version"]["prompts"]] == ["p1", "p2"]
    assert error(rest.post("/api/v1/agents", json={**given, "template_id": "invalid-id"})) == (404, "not_found")


def test_lists_of_everything_without_pages(rest: httpx.Client) -> None:
    empty = rest.post("/api/v1/agents", json={"name": "Bare", "type": "simple"}).json()["data"]["id"]
    for rest_of_path in ("versions", "guardrails"):
        assert rest.get(f"/api/v1/agents/{empty}/{rest_of_path}").json() == {"data": []}
        assert error(rest.get(f"/api/v1/agents/invalid-id/{rest_of_path}")) == (404, "not_found")
    groups = rest.get("/api/v1/llm-models/available").json()["data"]
    assert [(each["provider"], len(each["models"])) for each in groups] == [
        ("anthropic", 1),
        ("gemini", 1),
        ("openai", 2),
    ]
    spans = rest.get("/api/v1/traces/trace-id").json()["data"]
    assert [each["kind"] for each in spans] == ["agent", "llm"]
    assert error(rest.get("/api/v1/traces/invalid-id")) == (404, "not_found")


def test_streams_are_server_sent_events(server: Server, rest: httpx.Client) -> None:
    answer = rest.post("/api/v1/chat/sessions/session-id/messages/stream", json={"content": "Grüße"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/event-stream")
    assert "Content-Length" not in answer.headers
    frames = answer.text.split("\n\n")
    assert frames.pop() == ""
    lines = [frame.split("\n") for frame in frames]
    names = [name.removeprefix("event: ") for name, _ in lines]
    assert list(dict.fromkeys(names)) == ["execution", "thinking", "tool_start", "tool_end", "content", "done"]
    told = [json.loads(data.removeprefix("data: ")) for _, data in lines]
    again = rest.get(f"/api/v1/executions/{told[0]['execution_id']}/stream")
    assert again.text.split("\n\n")[1:-1] == frames[1:]
    assert error(rest.get("/api/v1/executions/invalid-id/stream")) == (404, "not_found")
    server.backend("promptrails").options.failure = "no"
    failed = rest.post("/api/v1/chat/sessions/session-id/messages/stream", json={"content": "x"})
    assert failed.text.endswith('event: error\ndata: {"message":"no"}\n\n')


def test_a_stream_comes_part_by_part(server: Server, rest: httpx.Client) -> None:
    """Its events are sent one after the other, slowly where that is scripted; it may be cut in the middle of one."""
    server.script("promptrails", {"pause": 600, "operation": "executions_stream"}, {"truncate": 60})
    with rest.stream("GET", "/api/v1/executions/execution-id/stream") as answer:
        assert next(answer.iter_text()).startswith("event: execution\n")
        assert answer.status_code == 200
    with pytest.raises(httpx.RemoteProtocolError):
        rest.get("/api/v1/executions/execution-id/stream")
    assert server.unused == {}


def rpc(method: str, **params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}


def test_json_rpc_tells_errors_with_success(rest: httpx.Client) -> None:
    parts = [{"type": "text", "text": "Hello"}]
    body = rpc("message/send", message={"role": "user", "parts": parts}, task_id=None)
    sent = rest.post("/a2a/agents/agent-id", json=body).json()
    assert (sent["jsonrpc"], sent["id"], sent["result"]["status"]["state"]) == ("2.0", 1, "completed")
    assert error(rest.post("/a2a/agents/invalid-id", json=body)) == (404, "not_found")
    for path, method, ident, code in (
        ("get", "tasks/get", "invalid-id", -32001),
        ("cancel", "tasks/cancel", "invalid-id", -32001),
        ("cancel", "tasks/cancel", sent["result"]["id"], -32002),
    ):
        answer = rest.post(f"/a2a/tasks/{path}", json=rpc(method, id=ident))
        assert (answer.status_code, answer.json()["id"], answer.json()["error"]["code"]) == (200, 1, code)
    states = rest.get("/api/v1/a2a/tasks", params={"status": "completed"}).json()
    assert states["meta"]["total"] == 2


def test_a_card_names_the_address_of_this_server(server: Server, rest: httpx.Client) -> None:
    card = rest.get("/a2a/agents/agent-id/agent-card.json").json()
    assert card["url"] == server.url("promptrails") + "/a2a/agents/agent-id"
    parts = [{"type": "text", "text": "x"}]
    body = rpc("message/send", message={"role": "user", "parts": parts})
    assert httpx.post(card["url"], json=body, headers=KEY).status_code == 200


@pytest.mark.parametrize("ident", ["a/b", "..", "a b?#%", "Grüße 😀", "x" * 5000, "'; DROP TABLE records; --"])
def test_any_id_is_a_name(server: Server, rest: httpx.Client, ident: str) -> None:
    server.backend("promptrails").seed({"agents": [{"id": ident, "name": "Odd"}]})
    quoted = "".join(f"%{byte:02X}" for byte in ident.encode())
    answer = rest.get(f"/api/v1/agents/{quoted}")
    assert (answer.status_code, answer.json()["data"]["id"]) == (200, ident)
    assert rest.delete(f"/api/v1/agents/{quoted}").status_code == 204
    assert rest.get(f"/api/v1/agents/{quoted}").status_code == 404


def test_secrets_are_not_in_the_log_of_requests(server: Server, rest: httpx.Client, control: httpx.Client) -> None:
    given = {"name": "n", "type": "openai", "category": "llm", "value": "sk-very-secret"}
    rest.post("/api/v1/credentials", json=given)
    rest.patch("/api/v1/credentials/credential-id", json={"value": "sk-very-secret"})
    for path in ("/_local/requests", "/_local/state", "/"):
        assert "very-secret" not in control.get(path).text
        assert "your-api-key" not in control.get(path).text
    assert json.loads(server.requests[0].body) == given


def test_the_control_surface_seeds_and_tells(server: Server, control: httpx.Client, rest: httpx.Client) -> None:
    seeded = control.post("/_local/seed", json={"promptrails": {"agents": [{"id": "mine", "name": "Mine"}]}})
    assert seeded.status_code == 200
    assert rest.get("/api/v1/agents/mine").json()["data"]["name"] == "Mine"
    assert control.post("/_local/seed", json={"promptrails": {"agents": [{"nam": "x"}]}}).status_code == 400
    assert "mine" in [each["id"] for each in control.get("/_local/state").json()["promptrails"]["agents"]]
    assert "Mine" in control.get("/_local/tables").text
    control.post("/_local/reset")
    assert rest.get("/api/v1/agents/mine").status_code == 404


# What came after 0.3.0


def test_a_literal_step_wins_over_an_id(server: Server, rest: httpx.Client) -> None:
    """Whatever has such an id."""
    server.backend("promptrails").seed(
        {
            "executions": [{"id": "approval-inbox", "agent_id": "agent-id"}],
            "traces": [
                {"trace_id": name, "span_id": name, "name": "n", "kind": "llm"} for name in ("summary", "ingest")
            ],
        }
    )
    assert [each["id"] for each in rest.get("/api/v1/executions/approval-inbox").json()["data"]] == [
        "parked-execution-id"
    ]
    assert rest.get("/api/v1/traces/summary").json()["data"]["total_traces"] == 3
    assert rest.get("/api/v1/guardrails/scanners").json()["data"][0]["type"] == "pii"
    assert rest.get("/api/v1/traces/ingest").status_code == 405


def test_one_kind_of_trigger_behind_two_doors(rest: httpx.Client) -> None:
    doors = ("/api/v1/triggers", "/api/v1/webhook-triggers")
    made = [rest.post(door, json={"name": door, "agent_id": "agent-id"}).json()["data"] for door in doors]
    assert [each["source"] for each in made] == ["generic"] * 2
    for door, other in (doors, doors[::-1]):
        assert rest.get(door).json() == rest.get(other).json()
        for each in made:
            assert rest.get(f"{door}/{each['id']}").json()["data"]["name"] == each["name"]
        changed = rest.patch(f"{door}/{made[0]['id']}", json={"source": "teams", "name": door}).json()["data"]
        assert (changed["source"], changed["name"]) == ("teams", door)
    assert rest.delete(f"{doors[0]}/{made[1]['id']}").status_code == 204
    assert error(rest.get(f"{doors[1]}/{made[1]['id']}")) == (404, "not_found")
    assert error(rest.patch(f"{doors[1]}/{made[0]['id']}", json={"source": "pigeon"})) == (400, "bad_request")


def test_what_an_operation_does_is_seen_by_the_next_read(rest: httpx.Client) -> None:
    """Approving, denying and cancelling answer at once; each read after them shows the end."""
    tools = [{"mcp_tool_id": "tool-id", "requires_approval": True}]
    version = {"config": {"type": "agent", "prompt_id": "prompt-id"}, "tools": tools, "set_current": True}
    assert rest.post("/api/v1/agents/agent-id/versions", json=version).json()["data"]["tools"] == tools
    for act, now, then in (
        ("approve", "running", "completed"),
        ("deny", "rejected", "rejected"),
        ("cancel", "cancel_requested", "cancelled"),
    ):
        for read in ("", "/tree"):
            run = rest.post("/api/v1/agents/agent-id/execute", json={"input": {}}).json()["data"]
            path = f"/api/v1/executions/{run['id']}"
            assert rest.post(f"{path}/{act}", json={}).json()["data"]["status"] == now
            assert rest.get(f"{path}{read}").json()["data"]["status"] == then
            assert error(rest.post(f"{path}/{act}", json={"reason": ""})) == (400, "bad_request")


def test_a_task_waits_with_its_agent(rest: httpx.Client) -> None:
    version = {"config": {}, "tools": [{"mcp_tool_id": "tool-id", "requires_approval": True}], "set_current": True}
    rest.post("/api/v1/agents/agent-id/versions", json=version)
    body = rpc("message/send", message={"role": "user", "parts": [{"type": "text", "text": "x"}]})
    task = rest.post("/a2a/agents/agent-id", json=body).json()["result"]
    assert task["status"]["state"] == "input_required"
    rest.post(f"/api/v1/executions/{task['metadata']['execution_id']}/approve", json={})
    assert (
        rest.post("/a2a/tasks/get", json=rpc("tasks/get", id=task["id"])).json()["result"]["status"]["state"]
        == "completed"
    )


def test_a_key_may_lack_the_right_to_report_spans(server: Server, rest: httpx.Client) -> None:
    rails = server.backend("promptrails")
    for token, scopes, status in (("a", ["traces:write"], 200), ("b", ["agents:read"], 403), ("c", None, 200)):
        rails.add_key(token, scopes=scopes)
        answer = rest.post("/api/v1/traces/ingest", json={"spans": []}, headers={"X-API-Key": token})
        assert answer.status_code == status
    assert error(rest.post("/api/v1/traces/ingest", json={"spans": []}, headers={"X-API-Key": "b"})) == (
        403,
        "forbidden",
    )


def test_files_gates_and_secrets_are_kept_in_a_file(tmp_path: Path) -> None:
    with Server(data=tmp_path / "data.sqlite") as server:
        rails = server.backend("promptrails")
        rails.files.write("agent-id", "/kept", "text")
        made = rails.triggers.create("t", "agent-id", generate_secret=True)
        rails.decisions.approve("parked-execution-id")
    with Server(data=tmp_path / "data.sqlite") as server, httpx.Client(base_url=server.url("promptrails")) as rest:
        assert server.backend("promptrails").files.read("agent-id", "/kept")["content"] == "text"
        assert rest.get("/api/v1/executions/parked-execution-id", headers=KEY).json()["data"]["status"] == "completed"
        assert rest.post(f"/hooks/{made['token']}", json={}).status_code == 401


@pytest.mark.parametrize(
    ("verb", "path", "body", "field"),
    [
        ("PUT", "/api/v1/agents/agent-id/vfs/file", {"path": "/x"}, "content"),
        ("PUT", "/api/v1/agents/agent-id/vfs/file", {"path": "/x", "content": "", "mode": "no"}, "mode"),
        ("GET", "/api/v1/agents/agent-id/vfs/file", None, "path"),
        ("GET", "/api/v1/agents/agent-id/vfs/grep?q=", None, "q"),
        ("POST", "/api/v1/agents/agent-id/vfs/move", {"from": "/x"}, "to"),
        ("POST", "/api/v1/triggers", {"name": "n", "agent_id": "a", "source": "pigeon"}, "source"),
        ("POST", "/api/v1/chat/sessions/session-id/feedback", {"execution_id": "execution-id", "value": 7}, "value"),
        ("POST", "/api/v1/traces/ingest", {"spans": [{}]}, "spans.0.span_id"),
        ("GET", "/api/v1/traces/summary?date_from=x", None, "date_from"),
        ("POST", "/api/v1/agents/agent-id/playground", {"input": {}}, "prompt_override"),
    ],
)
def test_what_the_later_operations_do_not_take(rest: httpx.Client, verb: str, path: str, body: Any, field: str) -> None:
    answer = rest.request(verb, path, json=body)
    assert error(answer) == (400, "bad_request")
    assert field in answer.json()["error"]["details"]


def test_a_filter_that_nobody_knows_lets_all_pass(rest: httpx.Client) -> None:
    """Whatever it is called."""
    for path in ("/api/v1/traces/summary", "/api/v1/traces/pii-report"):
        everything = rest.get(path).json()
        for name in ("filters", "service_name", "page"):
            answer = rest.get(path, params={name: "x"})
            assert (answer.status_code, answer.json()) == (200, everything)
    both = rest.get("/api/v1/traces/summary", params={"kind": ["llm", "tool"], "trace_id": "trace-id"})
    assert both.json()["data"]["total_tokens"] == 230
