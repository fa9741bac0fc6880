"""Makes the picture of `docs/local-platform.md`: a program has run, a version was published, and a platform is out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from promptport import Client, errors
from promptport.testing import Platform

from .conftest import Opened, Program, open_prompt

VERSIONS = [
    [
        {"role": "system", "content": "You are a friendly assistant.\nAnswer in {{language}}.\nBe brief."},
        {"role": "user", "content": "Welcome {{customer_name}} and offer your help."},
    ],
    [
        {"role": "system", "content": "You are a friendly assistant.\nAnswer in {{language}}, in two sentences."},
        {"role": "user", "content": "Welcome {{customer_name}} and offer your help."},
    ],
]


def test_a_program_and_what_a_person_did_are_in_one_picture(
    opened: Opened, platform: Platform, program: Program, pictures: Path
) -> None:
    for messages, label in zip(VERSIONS, ("testing", "draft"), strict=True):
        platform.publish("xr2", "welcome", messages, labels=[label])
    page = opened("#xr2")
    langfuse, xr2, scope = (program(name) for name in ("langfuse", "xr2", "scope"))
    for client in (scope, langfuse, xr2):
        client.get("welcome")
    xr2.track(xr2.render("welcome", customer_name="Alice", language="en"), "sign_up", user_id="user_123")
    xr2.flush()
    platform.outage("scope")
    fetched = _fetched(scope)
    prompt = open_prompt(page, "welcome")
    expect(prompt.get_by_role("radio")).to_have_count(3)
    prompt.get_by_role("radio", name="Version 3").check()
    prompt.get_by_role("button", name="Compare").click()
    expect(prompt.locator(".diff ins, .diff del")).to_have_count(3)
    expect(page.get_by_role("navigation").get_by_role("link", name="scope")).to_contain_text(" s")
    expect(page.locator("#requests .s5").first).to_be_visible()
    page.screenshot(path=pictures / "desk.png")
    assert not fetched


def _fetched(client: Client) -> bool:
    """Whether a prompt is fetched while its platform is out."""
    try:
        return client.get("welcome").origin.source == "network"
    except errors.Error:
        return False
