"""Proves that the control surface and the page do their work, show no credential, and let no other site in."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from promptport_local import Server

from .conftest import KEY

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
            "options": {"choice": "alternate", "wrap_500": True},
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
    assert state["options"]["wrap_500"] is True
    assert "another_key" not in json.dumps(state)
    assert control.post("/_local/reset").json() == {"ok": True}
    assert client.get("/check-api-key").status_code == 401
    state = control.get("/_local/state").json()["xr2"]
    assert (len(state["prompts"]), state["events"], state["options"]["wrap_500"]) == (1, [], False)


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
    control.delete("/_local/requests")
    assert control.get("/_local/requests").json() == {"requests": []}


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


# The page


def test_the_page_shows_what_is_held(server: Server, control: httpx.Client, client: httpx.Client) -> None:
    evil = "<script>alert(1)</script>"
    backend = server.backend("xr2")
    backend.add_prompt(evil, [{"user_prompt": evil, "variables": [{"name": evil}]}])
    backend.define_event(evil, [{"name": evil}])
    backend.add_ab_test(evil, "welcome", 1, 1)
    backend.add_key(KEY, user=evil)
    prompt = client.post("/get-prompt", json={"slug": evil, "source_name": evil})
    assert prompt.status_code == 404
    backend.add_prompt(evil, [{"user_prompt": evil}], owner=evil)
    trace_id = client.post("/get-prompt", json={"slug": evil, "source_name": evil}).json()["trace_id"]
    client.post("/events", json={"trace_id": trace_id, "event_name": evil, "source_name": evil, "currency": evil})
    client.get(f"/{evil}")
    server.script("xr2", {"status": 503}, {"status": 503, "operation": "track_event"})
    client.get("/check-api-key")
    page = control.get("/")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert KEY not in page.text
    for text in (
        "welcome",
        "customer_name",
        "purchase_completed",
        trace_id,
        "1 scripted answers wait",
        "503",
        "scripted",
    ):
        assert text in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert server.url("xr2") in page.text


def test_a_long_list_is_cut(server: Server, control: httpx.Client, client: httpx.Client) -> None:
    for _ in range(40):
        client.post("/get-prompt", json=GOOD)
    page = control.get("/").text
    assert "Traces (40, the newest 20 shown)" in page
    assert "Last requests (40, the newest 30 shown)" in page


# Other sites


@pytest.mark.parametrize("path", ["", "_local/state", "xr2/api/v1/check-api-key"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example"]
)
def test_a_rebound_name_is_refused(server: Server, path: str, host: str) -> None:
    answer = httpx.get(server.url() + path, headers={"Host": host}, trust_env=False)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert server.requests == []


@pytest.mark.parametrize("host", ["localhost", "localhost:99", "127.0.0.1", "[::1]:80", "LOCALHOST", "app.localhost"])
def test_names_of_this_machine_are_known(server: Server, host: str) -> None:
    assert httpx.get(server.url() + "_local", headers={"Host": host}, trust_env=False).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_other_sites_are_refused(server: Server, headers: dict[str, Any]) -> None:
    for method, path in (("POST", "_local/reset"), ("GET", "_local/state"), ("GET", "")):
        answer = httpx.request(method, server.url() + path, headers=headers, trust_env=False)
        assert answer.status_code == 400
        assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_pages_of_other_machines_meet_no_scripted_answer(server: Server, headers: dict[str, Any]) -> None:
    """They can't read what a platform answers; nor do they use up what a test has scripted, or show among its requests."""
    server.script("xr2", {"status": 503})
    answer = httpx.post(server.url("xr2") + "/api/v1/events", headers=headers, content=b"{}", trust_env=False)
    assert answer.status_code == 400
    assert (len(server.unused["xr2"]), server.requests) == (1, [])


@pytest.mark.parametrize(
    "origin", ["http://localhost:3000", "http://127.0.0.1:3000", "http://app.localhost", "http://[::1]:1"]
)
def test_pages_of_this_machine_may_call_a_platform(server: Server, origin: str) -> None:
    """An application that is developed here hands on what its browser sent."""
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-site"}
    answer = httpx.get(server.url("xr2") + "/api/v1/check-api-key", headers=headers, trust_env=False)
    assert answer.status_code == 403  # for want of a key


def test_no_other_site_can_load_what_the_control_surface_shows(control: httpx.Client) -> None:
    """Not as a picture or a script either."""
    for path in ("/", "/_local/state", "/_local/requests"):
        headers = control.get(path).headers
        assert (headers["Cross-Origin-Resource-Policy"], headers["X-Content-Type-Options"]) == (
            "same-origin",
            "nosniff",
        )


def test_its_own_page_is_let_in(server: Server) -> None:
    headers = {"Origin": server.url().rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert httpx.get(server.url() + "_local", headers=headers, trust_env=False).status_code == 200
