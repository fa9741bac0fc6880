"""Proves that the page shows what is held, and how much more there is."""

from __future__ import annotations

import httpx

from promptport_local import Server

from .conftest import KEY

GOOD = {"slug": "welcome", "source_name": "x"}


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


def test_the_page_says_what_time_it_is_and_which_keys_will_do(server: Server, control: httpx.Client) -> None:
    page = control.get("/").text
    assert "Its clock says 2026-01-15 09:30:00 UTC." in page
    assert "Any key" not in page
    with Server(any_key=True, now="from:2030-05-01T00:00:00Z") as other:
        page = httpx.get(other.url(), trust_env=False).text
    assert "Any key will do. Its clock says 2030-05-01 00:0" in page
