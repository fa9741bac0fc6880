"""Proves that requests are seen as they arrive, with their bodies, and are found among others."""

from __future__ import annotations

import socket

import httpx
import pytest
from playwright.sync_api import Page, expect

from promptport.testing import Platform

from .conftest import KEY, Opened, get_prompt

ROWS = "#requests details"


def test_requests_are_seen_as_they_arrive_with_headers_and_bodies(page: Page, client: httpx.Client) -> None:
    expect(page.get_by_text("No request yet.")).to_be_visible()
    get_prompt(client)
    get_prompt(client, "nowhere")
    rows = page.locator(ROWS)
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("404")
    expect(rows.last).to_contain_text("POST /api/v1/get-prompt")
    rows.last.locator("summary").click()
    expect(rows.last).to_contain_text("Bearer")
    expect(rows.last.get_by_role("region", name="Body of the request")).to_have_text(
        '{\n  "slug": "welcome",\n  "source_name": "a program"\n}'
    )
    expect(rows.last.get_by_role("region", name="Body of the answer")).to_contain_text("Welcome {{customer_name}}")
    expect(page.locator("body")).not_to_contain_text(f"Bearer {KEY}")
    expect(page.locator("#arrived")).to_have_text("2 requests arrived.")


def test_what_arrived_before_the_page_was_opened_is_there(opened: Opened, client: httpx.Client) -> None:
    get_prompt(client)
    page = opened()
    expect(page.locator(ROWS)).to_have_count(1)
    get_prompt(client)
    expect(page.locator(ROWS)).to_have_count(2)


def test_the_desk_begins_with_the_platform_that_was_asked_last(opened: Opened, client: httpx.Client) -> None:
    expect(opened("").locator("#platform-name")).to_have_text("langfuse")
    get_prompt(client)
    expect(opened("").locator("#platform-name")).to_have_text("xr2")


def test_filters(page: Page, platform: Platform, client: httpx.Client) -> None:
    get_prompt(client)
    get_prompt(client, "needle")
    platform.script("xr2", {"status": 503})
    client.get("/check-api-key")
    httpx.get(platform.url("scope") + "/nothing", trust_env=False)
    rows = page.locator(ROWS)
    expect(rows).to_have_count(4)
    for label, value, count in (
        ("Status", "4", 2),
        ("Status", "5", 1),
        ("Status", "scripted", 1),
        ("Status", "0", 0),
        ("Status", "", 4),
        ("Platform", "scope", 1),
        ("Platform", "", 4),
        ("Operation", "get_prompt", 2),
        ("Operation", "", 4),
        ("Text", "NEEDLE", 1),
        ("Text", '"slug": "needle"', 1),
        ("Text", "check-api", 1),
        ("Text", "", 4),
    ):
        field = page.get_by_role("search").get_by_label(label)
        field.select_option(value) if label in ("Status", "Platform") else field.fill(value)
        expect(rows).to_have_count(count)
    page.get_by_role("search").get_by_label("Text").fill("nowhere to be found")
    expect(page.get_by_text("No request matches.")).to_be_visible()
    expect(page.locator("#count")).to_have_text("0 of 4 requests match")


def test_the_list_pauses_and_goes_on(page: Page, client: httpx.Client) -> None:
    page.get_by_role("button", name="Pause").click()
    get_prompt(client)
    expect(page.locator("#count")).to_contain_text("paused: 1 more")
    expect(page.locator(ROWS)).to_have_count(0)
    page.get_by_role("button", name="Resume").click()
    expect(page.locator(ROWS)).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(ROWS)).to_have_count(0)


def test_a_long_list_has_a_bounded_number_of_rows_and_keeps_what_is_open(
    page: Page, platform: Platform, client: httpx.Client
) -> None:
    get_prompt(client, "the first of all")
    page.locator(ROWS).first.locator("summary").click()
    with socket.create_connection(("127.0.0.1", platform.port)) as raw:
        raw.sendall(b"GET /xr2/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n" * 1100)
        raw.shutdown(socket.SHUT_WR)
        while raw.recv(65_536):
            pass
    expect(page.locator("#count")).to_have_text("1000 requests; the newest 200 are shown")
    expect(page.locator(ROWS)).to_have_count(200)
    page.locator(ROWS).nth(150).locator("summary").click()
    for _ in range(100):
        get_prompt(client)
    expect(page.locator(f"{ROWS}[open]")).to_have_count(1)
    expect(page.locator(ROWS)).to_have_count(201)


def test_a_lost_connection_is_said_and_made_again(opened: Opened, slips: list[str]) -> None:
    with Platform() as first:
        port = first.port
        page = opened("#xr2", first)
        httpx.get(first.url("xr2") + "/api/v1/check-api-key", trust_env=False)
        expect(page.locator(ROWS)).to_have_count(1)
    expect(page.get_by_text("Connection lost, trying again")).to_be_visible()
    with Platform(port=port) as second:
        httpx.get(second.url("scope") + "/nothing", trust_env=False)
        expect(page.get_by_text("Live", exact=True)).to_be_visible()
        expect(page.locator(ROWS)).to_have_count(1)
        expect(page.locator(ROWS)).to_contain_text("scope")
        page.close()
    assert all("net::ERR_" in each for each in slips)
    slips.clear()


def test_a_request_that_nobody_answered(page: Page, platform: Platform, client: httpx.Client) -> None:
    platform.script("xr2", {"drop": True})
    with pytest.raises(httpx.RemoteProtocolError):
        client.get("/check-api-key")
    row = page.locator(ROWS).first
    expect(row.locator(".status")).to_have_text("none")
    row.locator("summary").click()
    expect(row).to_contain_text("It was never answered.")


def test_hostile_requests_are_text(page: Page, platform: Platform, client: httpx.Client) -> None:
    evil = "<img src=x onerror=alert(1)>\u202egnp.exe\x00\u05d0"
    client.post(
        "/get-prompt", json={"slug": evil, "source_name": evil}, headers={"X-Evil": "<script>alert(1)</script>"}
    )
    client.post("/get-prompt", content=b'{"slug": "' + b"x" * 1_000_000)
    client.post("/get-prompt", content=b"[" * 20_000)
    with socket.create_connection(("127.0.0.1", platform.port)) as raw:
        raw.sendall(b"GET /xr2/%3Cimg%20src=x%3E%00<b> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        while raw.recv(65_536):
            pass
    rows = page.locator(ROWS)
    expect(rows).to_have_count(4)
    for index in range(4):
        rows.nth(index).locator("summary").click()
    expect(rows.last.locator("pre").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img, #requests script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    text = page.locator("#requests").inner_text()
    assert not set(text) & set("\u202e\x00")
    assert len(text) < 200_000
