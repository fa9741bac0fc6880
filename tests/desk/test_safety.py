"""Proves that nothing foreign acts in the page, and that no page of another site acts on the platform."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from promptport.testing import Platform

from .conftest import Opened, open_prompt

EVIL = "<img src=x onerror=alert(1)>\u202egnp.exe"


def test_hostile_names_and_texts_are_text(page: Page, platform: Platform) -> None:
    content = f"<script>alert(1)</script>{EVIL}\x01\u05d0\u05d1 {{{{<b>}}}}"
    for version in range(2):
        platform.publish("xr2", EVIL, [{"role": "user", "content": f"{content}{version}"}])
    prompt = page.locator("details.prompt").filter(has_text="onerror")
    expect(prompt).to_contain_text("2 versions")
    prompt.locator("summary").click()
    expect(prompt.locator("pre")).to_contain_text("<script>alert(1)</script>")
    for view in ("Compare", "Try", "Messages"):
        prompt.get_by_role("button", name=view).click()
    prompt.get_by_role("button", name="Publish…").click()
    expect(page.get_by_role("dialog").get_by_role("heading")).to_contain_text("onerror=alert(1)")
    page.get_by_role("dialog").get_by_role("button", name="Publish").click()
    expect(page.get_by_role("log")).to_contain_text(
        "Version 3 of <img src=x onerror=alert(1)>⟨U+202E⟩gnp.exe is published."
    )
    assert page.locator("img, body script").count() == 0
    assert not set(page.locator("body").inner_text()) & set("\u202e\x01")


def test_a_prompt_of_a_million_characters(opened: Opened, platform: Platform) -> None:
    for line in ("one", "two"):
        lines = "\n".join(f"{line if number % 2 else 'both'} {number} {'x' * 80}" for number in range(12_000))
        platform.publish("langfuse", "long", [{"role": "user", "content": lines}])
    page = opened("#langfuse")
    page.get_by_label("Name", exact=True).fill("long")
    prompt = open_prompt(page, "long")
    expect(prompt.locator("pre")).to_contain_text("characters in all")
    prompt.get_by_role("button", name="Compare").click()
    expect(prompt.locator(".diff > *")).to_have_count(2001)
    expect(prompt.locator(".diff")).to_contain_text("more lines are not shown")


def test_the_policy_keeps_scripts_and_html_out(page: Page, slips: list[str]) -> None:
    tries = """async () => {
      const tries = {
        inline() {
          const made = document.createElement("script");
          made.textContent = "window.ran = 1";
          document.body.append(made);
        },
        html() { document.body.insertAdjacentHTML("beforeend", "<b id=foreign>x</b>"); },
        later() { setTimeout("window.ran = 1"); },
      };
      for (const each of Object.values(tries)) try { each(); } catch {}
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [window.ran === undefined, document.getElementById("foreign") === null];
    }"""
    assert page.evaluate(tries) == [True, True]
    assert page.evaluate("fetch('http://localhost:1/').then(() => 'sent', () => 'refused')") == "refused"
    assert len(slips) >= 3
    assert all("Content Security Policy" in each or "rusted" in each or "localhost:1" in each for each in slips)
    slips.clear()


@pytest.fixture
def other_site() -> Iterator[str]:
    """A page of another site on this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>another site</title>")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_a_page_of_another_site_neither_reads_nor_acts(browser: Browser, platform: Platform, other_site: str) -> None:
    act = """async (base) => {
      const send = (path, options) => fetch(base + path, { mode: "no-cors", ...options }).then(() => {}, () => {});
      await send("_local/reset", { method: "POST", body: "" });
      const post = (path, body) => send(path, { method: "POST", body: JSON.stringify(body) });
      await post("_local/publish", { platform: "xr2", name: "evil", messages: [{ role: "user", content: "x" }] });
      await post("_local/script", { platform: "xr2", answers: [{ status: 503 }] });
      const read = await fetch(base + "_local/state").then(() => "read", () => "refused");
      const heard = await new Promise((resolve) => {
        const source = new EventSource(base + "_local/events");
        source.onopen = () => resolve("heard");
        source.onerror = () => resolve("refused");
      });
      const frame = document.createElement("iframe");
      frame.src = base;
      await new Promise((resolve) => { frame.onload = resolve; document.body.append(frame); });
      return [read, heard];
    }"""
    httpx.post(platform.url("xr2") + "/api/v1/get-prompt", trust_env=False)
    context = browser.new_context()
    page = context.new_page()
    statuses: list[tuple[str, int]] = []
    page.on("response", lambda answer: statuses.append((answer.request.method, answer.status)))
    page.goto(other_site)
    statuses.clear()
    assert page.evaluate(act, platform.url()) == ["refused", "refused"]
    assert len(page.frames) == 2
    assert page.frames[1].locator("#platform").count() == 0
    context.close()
    assert [each for each in statuses if each[0] == "POST"] == [("POST", 400)] * 3
    assert {status for _, status in statuses} == {400}
    assert len(platform.requests) == 1
    assert platform.unused == {}
    assert "evil" not in str(httpx.get(platform.url() + "_local/prompts", trust_env=False).json())


def test_without_javascript_a_sentence_leads_to_the_state(opened: Opened) -> None:
    page = opened("", ready=False, java_script_enabled=False)
    expect(page.get_by_text("This page needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="/_local/state")).to_have_attribute("href", "/_local/state")
