"""Proves that no key that is used or issued is told by the door: not by lists, not by answers, not by what happens meanwhile."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from promptport_local import Server

from .listening import listening, until

PLANTED = {
    name: f"planted-{name}-0123456789abcdef"
    for name in ("xr2", "org", "scope", "rails", "promptic", "public", "private")
}
TOLD = ("platforms", "prompts", "tables", "requests", "script", "state", "violations", "")


@pytest.fixture
def person() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, verify=False) as made:
        yield made


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def use(server: Server, person: httpx.Client) -> list[str]:
    """Use keys of every platform, good and bad; the secrets that were sent, and those that came of it."""
    server.backend("xr2").add_key(PLANTED["xr2"])
    server.backend("scope").add_application(PLANTED["org"], PLANTED["scope"])
    server.backend("promptrails").add_key(PLANTED["rails"])
    server.backend("promptic").add_key(PLANTED["promptic"])
    server.backend("langfuse").add_key(PLANTED["public"], PLANTED["private"])
    person.get(f"{server.url('xr2')}/api/v1/check-api-key", headers=bearer(PLANTED["xr2"]))
    person.get(
        f"{server.url('xr2')}/api/v1/check-api-key?token={PLANTED['xr2']}", headers=bearer("wrong-key-0123456789")
    )
    login = {"account_id": "my-org", "client_id": PLANTED["org"], "client_secret": PLANTED["scope"]}
    token = person.post(f"{server.url('scope')}/v1/auth/applications/login", json=login).json()["access_token"]
    person.get(f"{server.url('scope')}/api/v1/prompts/welcome/production", headers=bearer(token))
    rails, key = f"{server.url('promptrails')}/api/v1", {"X-API-Key": PLANTED["rails"]}
    trigger = {"name": "t", "agent_id": "agent-id", "generate_secret": True}
    made = person.post(f"{rails}/webhook-triggers", json=trigger, headers=key).json()["data"]
    hidden = {"name": "c", "category": "llm", "type": "openai", "value": "planted-credential-0123456789"}
    person.post(f"{rails}/credentials", json=hidden, headers=key)
    person.post(f"{server.url('promptrails')}/api/v1/hooks/{made['token']}", json={})
    promptic = f"{server.url('promptic')}/api/v1"
    artifact = "4e6a8c0d-2f1b-4d3e-9a5c-7b8d0f2e4a61"
    sent = person.get(f"{promptic}/artifacts/{artifact}/content", headers=bearer(PLANTED["promptic"]))
    device = {"client_id": "cli"}
    code = person.post(f"{server.url('promptic')}/api/auth/device/code", json=device).json()["device_code"]
    pair = base64.b64encode(f"{PLANTED['public']}:{PLANTED['private']}".encode()).decode()
    langfuse = f"{server.url('langfuse')}/api/public/v2/prompts/welcome"
    assert person.get(langfuse, headers={"Authorization": f"Basic {pair}"}).status_code == 200
    grant = httpx.URL(sent.headers["location"]).params["token"]
    person.get(sent.headers["location"])
    issued = [token, made["token"], made["secret"], grant, code, pair, "planted-credential-0123456789"]
    # The name of Scope's application (`client_id`) is none: its contract calls its secret one.
    return [*(each for name, each in PLANTED.items() if name != "org"), "wrong-key-0123456789", *issued]


def test_nothing_of_it_is_told(server: Server, control: httpx.Client, person: httpx.Client) -> None:
    with listening(server) as events:
        secrets = use(server, person)
        asked = len(server.requests)
        heard = json.dumps([until(events, "request").data for _ in range(asked)])
    assert asked == 11
    assert min(map(len, secrets)) > 15
    told: dict[str, Any] = {path: control.get(f"/_local/{path}" if path else "/").text for path in TOLD}
    told |= {"events": heard, "repr": repr(server.requests)}
    assert {(path, each) for path, text in told.items() for each in secrets if each in text} == set()
