"""Proves that triggers are called at their addresses over HTTP: by anybody who has the token, and signs where that is asked."""

from __future__ import annotations

import hmac
from collections.abc import Iterator

import httpx
import pytest

from promptport_local import Server


@pytest.fixture
def rest(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url("promptrails"), trust_env=False) as made:
        yield made


def test_every_address_runs_the_agent(server: Server, rest: httpx.Client) -> None:
    token = server.backend("promptrails").triggers.create("t", "agent-id")["token"]
    addresses = [
        "/hooks",
        "/api/v1/hooks",
        *(f"/api/v1/hooks/{each}" for each in ("slack", "telegram", "teams", "whatsapp")),
    ]
    for address in addresses:
        answer = rest.post(f"{address}/{token}", json={"event": address})
        assert (answer.status_code, answer.json()["data"]["input"]) == (201, {"event": address})
        assert answer.json()["data"]["status"] == "completed"
        unknown = rest.post(f"{address}/unknown", json={})
        assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "not_found")
    assert rest.post(f"/hooks/{token}", content=b"no JSON").json()["data"]["input"] == {}
    assert rest.post(f"/hooks/{token}", json=[1]).json()["data"]["input"] == {}
    assert rest.post(f"/hooks/{token}").status_code == 201
    deep = f'{{"a": {"[" * 110}{"]" * 110}}}'
    assert rest.post(f"/hooks/{token}", content=deep.encode()).status_code == 400
    assert rest.post(f"/hooks/{token}", content=b'{"a": ' + b"[" * 100_000).status_code in (201, 400)
    for method, path in (("GET", f"/hooks/{token}"), ("PUT", f"/api/v1/hooks/whatsapp/{token}")):
        wrong = rest.request(method, path)
        assert (wrong.status_code, wrong.json()) == (405, {"message": "Method Not Allowed"})
    assert wrong.headers["Allow"] == "GET, POST"
    for path in (f"/hooks/slack/{token}", f"/api/v1/hooks/email/{token}", "/hooks/", f"/hooks/{token}/more"):
        assert rest.post(path, json={}).json() == {"message": "Not Found"}
    assert server.violations == []


def test_a_call_must_be_signed(server: Server, rest: httpx.Client) -> None:
    rails = server.backend("promptrails")
    made = rails.triggers.create("t", "agent-id", generate_secret=True)
    body = b'{"a": 1}'
    signature = hmac.new(made["secret"].encode(), body, "sha256").hexdigest()
    signed = rest.post(
        f"/hooks/{made['token']}", content=body, headers={"X-PromptRails-Signature": f"sha256={signature}"}
    )
    assert signed.status_code == 201
    before = len(rails.records.all("executions"))
    assert rest.post(f"/hooks/{made['token']}", content=body).status_code == 401
    assert len(rails.records.all("executions")) == before
    rails.triggers.change(made["id"], is_active=False)
    assert (
        rest.post(f"/hooks/{made['token']}", content=body, headers={"X-PromptRails-Signature": signature}).status_code
        == 400
    )


def test_handshakes_are_answered_and_run_nothing(server: Server, rest: httpx.Client) -> None:
    rails = server.backend("promptrails")
    before = len(rails.records.all("executions"))
    made = rails.triggers.create("t", "agent-id", "whatsapp", source_config={"verify_token": "v"})
    asked = {"hub.mode": "subscribe", "hub.verify_token": "v", "hub.challenge": "42"}
    path = f"/api/v1/hooks/whatsapp/{made['token']}"
    assert (rest.get(path, params=asked).status_code, rest.get(path, params=asked).text) == (200, "42")
    for wrong in ({"hub.verify_token": "w"}, {"hub.mode": "other"}):
        assert rest.get(path, params={**asked, **wrong}).status_code == 403
    assert rest.get("/api/v1/hooks/whatsapp/unknown", params=asked).status_code == 404
    slack = {"type": "url_verification", "challenge": "c"}
    assert rest.post(f"/api/v1/hooks/slack/{made['token']}", json=slack).json() == {"challenge": "c"}
    assert len(rails.records.all("executions")) == before


def test_a_token_is_not_shown_among_the_requests(server: Server, rest: httpx.Client, control: httpx.Client) -> None:
    token = server.backend("promptrails").triggers.create("t", "agent-id")["token"]
    rest.post(f"/api/v1/hooks/slack/{token}", json={})
    assert token not in control.get("/_local/requests").text
    assert token not in control.get("/_local/tables").text
    assert token not in repr(server.requests)


def test_what_a_run_answers_as_of_a_release() -> None:
    """Whole executions, though their schemas say less: of no release but the one that it is served as."""
    later = {"children", "approval_expires_at", "parent_execution_id"}
    for release, shown in (("0.3.0", set()), ("0.9.2", later)):
        with Server(releases={"promptrails": release}) as server:
            token = server.backend("promptrails").triggers.create("t", "agent-id")["token"]
            with httpx.Client(base_url=server.url("promptrails"), headers={"X-API-Key": "your-api-key"}) as rest:
                for path in (f"/hooks/{token}", "/api/v1/agents/agent-id/execute"):
                    answer = rest.post(path, json={"input": {}})
                    assert answer.status_code == 201
                    assert later & set(answer.json()["data"]) == shown
                    assert answer.json()["data"]["execution_id"]
