"""Proves that the control surface and the page do their work, show no credential, and let no other site in."""

from __future__ import annotations

import json

import httpx
import pytest

GOOD = {"slug": "welcome", "source_name": "x"}


def test_seed_use_state_reset(control: httpx.Client, client: httpx.Client) -> None:
    seed = {
        "xr2": {
            "keys": [{"token": "another_key_of_mine", "user": "bob", "quota": 1}],
            "prompts": [{"slug": "p", "owner": "bob", "versions": [{"user_prompt": "a"}, {"user_prompt": "b"}]}],
            "events": [{"event_name": "seen"}],
            "ab_tests": [
                {"name": "t", "slug": "p", "owner": "bob", "version_a": 1, "version_b": 2, "total_requests": 5}
            ],
            "options": {"choice": "alternate", "wrap_500": False},
        }
    }
    assert control.post("/_local/seed", json=seed).json() == {"ok": True}
    client.headers["Authorization"] = "Bearer another_key_of_mine"
    prompt = client.post("/get-prompt", json={"slug": "p", "source_name": "x"}).json()
    assert prompt["ab_test_variant"] == "version_a"
    event = {"trace_id": prompt["trace_id"], "event_name": "seen", "source_name": "x", "value": 2.5}
    assert client.post("/events", json=event).status_code == 200
    assert client.post("/get-prompt", json=GOOD).status_code == 429
    state = control.get("/_local/state").json()["xr2"]
    assert [each["value"] for each in state["events"]] == [2.5]
    assert state["usage"] == [{"user": "bob", "day": "2026-01-15", "count": 1}]
    assert state["options"]["wrap_500"] is False
    assert "another_key" not in json.dumps(state)
    assert control.post("/_local/reset").json() == {"ok": True}
    assert client.get("/check-api-key").status_code == 401
    state = control.get("/_local/state").json()["xr2"]
    assert (len(state["prompts"]), state["events"], state["options"]["wrap_500"]) == (1, [], True)


def test_scripts_over_http(control: httpx.Client, client: httpx.Client) -> None:
    script = {"platform": "xr2", "answers": [{"status": 503, "times": 2}, {"status": 500, "operation": "track_event"}]}
    assert control.post("/_local/script", json=script).status_code == 200
    assert client.get("/check-api-key").status_code == 503
    unused = control.get("/_local/script").json()["unused"]["xr2"]
    assert [(each["status"], each["times"]) for each in unused] == [(503, 1), (500, 1)]
    control.delete("/_local/script")
    assert client.get("/check-api-key").status_code == 200


@pytest.mark.parametrize(
    ("path", "body", "text"),
    [
        ("seed", b"{", "not JSON"),
        ("seed", b"[]", "an object with the names of platforms"),
        ("seed", b"", "an object with the names of platforms"),
        ("seed", b'{"xr3": {}}', "no platform 'xr3'"),
        ("seed", b'{"xr2": []}', "xr2 must be object"),
        ("seed", b'{"xr2": {"keys": [{}]}}', "xr2.keys.0.token is required"),
        ("seed", b'{"xr2": {"prompts": [{"slug": "\\ud800"}]}}', "surrogate"),
        ("script", b"{}", "the body must be"),
        ("script", b'{"platform": "xr2", "answers": [5]}', "the body must be"),
        ("script", b'{"platform": "xr2", "answers": [{}]}', "needs a status"),
        ("script", b'{"answers": []}', "no platform 'None'"),
    ],
)
def test_a_slip_is_named(control: httpx.Client, path: str, body: bytes, text: str) -> None:
    answer = control.post(f"/_local/{path}", content=body)
    assert answer.status_code == 400
    assert text in answer.json()["error"]


def test_other_paths_and_verbs(control: httpx.Client) -> None:
    assert "xr2" in control.get("/_local").json()["platforms"]
    assert control.get("/_local/violations").json() == {"violations": []}
    assert control.get("/nothing").status_code == 404
    assert control.get("/_local/reset").status_code == 405
    assert control.post("/_local/seed", content=b" " * 10_000_001).status_code == 413
