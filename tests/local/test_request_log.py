"""Proves that requests are listed, without credentials."""

from __future__ import annotations

import json

import httpx

from .conftest import KEY

GOOD = {"slug": "welcome", "source_name": "x"}


def test_requests_are_listed_without_credentials(control: httpx.Client, client: httpx.Client) -> None:
    long = "sk_0123456789abcdefghij"
    client.post(
        "/get-prompt?api_key=" + long,
        json={**GOOD, "password": long, "deep": [{"client_secret": long}], "token": "short"},
        headers={"X-API-Key": long, "Cookie": f"session={long}", "X-Other": "shown"},
    )
    client.get("/check-api-key")
    text = control.get("/_local/requests").text
    assert long not in text
    assert KEY not in text
    assert "short" not in text
    first, second = json.loads(text)["requests"]
    assert (first["operation"], first["status"], first["method"]) == ("get_prompt", 200, "POST")
    assert dict(first["headers"])["authorization"] == "Bearer YOUR…"
    assert dict(first["headers"])["x-other"] == "shown"
    assert json.loads(first["body"])["password"] == "sk_0…"
    assert second["operation"] == "check_api_key"
    chosen = control.get("/_local/requests", params={"operation": "check_api_key", "platform": "xr2"}).json()
    assert [each["operation"] for each in chosen["requests"]] == ["check_api_key"]
    newest = control.get("/_local/requests", params={"newest": "1"}).json()["requests"]
    assert newest == control.get("/_local/requests").json()["requests"][-1:]
    for slip in ("0", "-1", "x", "", "9" * 30):
        assert control.get("/_local/requests", params={"newest": slip}).status_code == 400
    control.delete("/_local/requests")
    assert control.get("/_local/requests").json() == {"requests": []}
