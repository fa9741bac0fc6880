"""Proves that the desk's buttons do what tests do: versions, labels, A/B tests, tokens, outages, slow answers, reset."""

from __future__ import annotations

import httpx
from playwright.sync_api import Page, expect

from promptport.testing import Platform

from .conftest import SECOND, Opened, Program, get_prompt, open_prompt


def content(client: httpx.Client, slug: str = "welcome") -> str:
    """What a program is given."""
    return str(get_prompt(client, slug).json()["user_prompt"])


def test_a_version_is_published_from_the_newest(page: Page, client: httpx.Client) -> None:
    prompt = open_prompt(page, "welcome")
    prompt.get_by_role("button", name="Publish…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Text").first).to_be_focused()
    expect(dialog.get_by_label("Text").last).to_have_value("Welcome {{customer_name}} and offer your help.")
    dialog.get_by_label("Text").last.fill("Hello {{customer_name}}.")
    dialog.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("log")).to_contain_text("Version 2 of welcome is published.")
    expect(prompt.get_by_role("radio", name="Version 2")).to_be_checked()
    assert content(client) == "Hello {{customer_name}}."


def test_a_new_prompt_is_published_and_what_a_platform_cannot_hold_is_said(
    page: Page, client: httpx.Client, slips: list[str]
) -> None:
    page.get_by_role("button", name="New prompt…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("welcome")
    dialog.get_by_label("Text").last.fill("Goodbye {{customer_name}}.")
    dialog.get_by_role("button", name="Publish").click()
    expect(dialog.get_by_role("alert")).to_contain_text("There is a prompt welcome already.")
    dialog.get_by_label("Name").fill("farewell")
    dialog.get_by_role("button", name="Add a message").click()
    dialog.get_by_label("Text").last.fill("one of the user's too many")
    dialog.get_by_role("button", name="Publish").click()
    expect(dialog.get_by_role("alert")).to_contain_text("xR2 has one text each")
    dialog.get_by_role("button", name="Remove").last.click()
    dialog.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("log")).to_contain_text("Version 1 of farewell is published.")
    expect(open_prompt(page, "farewell").get_by_role("radio")).to_have_count(1)
    assert content(client, "farewell") == "Goodbye {{customer_name}}."
    assert [each.partition("status of ")[2][:3] for each in slips] == ["400"]
    slips.clear()


def test_a_label_moves_and_moves_back(opened: Opened, platform: Platform, program: Program) -> None:
    platform.publish("langfuse", "tone", [{"role": "user", "content": "Be formal."}], labels=["staging"])
    page, client = opened("#langfuse"), program("langfuse")
    assert client.get("tone").version == 1
    open_prompt(page, "tone").get_by_role("button", name="Move label…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Label").fill("production")
    dialog.get_by_label("To version").select_option("2")
    dialog.get_by_role("button", name="Move").click()
    expect(page.get_by_role("log")).to_contain_text("production of tone has moved from version 1 to 2.")
    assert client.get("tone").version == 2
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("log")).to_contain_text("production of tone is at version 1 again.")
    assert client.get("tone").version == 1


def test_where_a_platform_has_labels_of_its_own_these_are_offered(page: Page, platform: Platform) -> None:
    platform.publish("xr2", "welcome", SECOND)
    open_prompt(page, "welcome").get_by_role("button", name="Move label…").click()
    offered = page.get_by_role("dialog").get_by_label("Label").locator("option").all_inner_texts()
    assert "production" in offered
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_ab_test_starts_and_ends(page: Page, platform: Platform, client: httpx.Client) -> None:
    platform.publish("xr2", "welcome", SECOND)
    prompt = open_prompt(page, "welcome")
    prompt.get_by_role("button", name="A/B test…").click()
    page.get_by_role("dialog").get_by_role("button", name="Start").click()
    expect(prompt.get_by_text("A/B 50 %")).to_have_count(2)
    assert get_prompt(client).json()["ab_test_variant"] in ("version_a", "version_b")
    prompt.get_by_role("button", name="End A/B test").click()
    expect(prompt.get_by_role("button", name="A/B test…")).to_be_visible()
    assert get_prompt(client).json()["ab_test_variant"] is None


def test_tokens_expire(opened: Opened, platform: Platform, program: Program) -> None:
    page, client = opened("#scope"), program("scope")
    client.get("welcome")
    before = len(platform.requests)
    page.get_by_role("button", name="Expire tokens").click()
    expect(page.get_by_role("log")).to_contain_text("The tokens of scope have expired.")
    client.get("welcome")
    since = platform.requests[before:]
    assert 401 in [each.status for each in since]
    assert since[-1].status == 200


def test_an_outage_of_one_platform_lasts_until_it_is_ended(
    page: Page, platform: Platform, client: httpx.Client
) -> None:
    page.get_by_role("button", name="Outage for a minute").click()
    waiting = page.get_by_role("region", name="Scripted answers that wait")
    expect(waiting).to_contain_text("Status 503 for each request")
    seconds = int(waiting.locator(".seconds").inner_text().removesuffix(" s"))
    assert 0 < seconds <= 60
    expect(waiting.locator(".seconds")).not_to_have_text(f"{seconds} s")
    expect(page.get_by_role("navigation").get_by_role("link", name="xr2")).to_contain_text(" s")
    assert [get_prompt(client).status_code for _ in range(3)] == [503] * 3
    assert httpx.get(platform.url("scope") + "/", trust_env=False).status_code != 503
    waiting.get_by_role("button", name="End it").click()
    expect(waiting).to_have_count(0)
    assert get_prompt(client).status_code == 200


def test_an_outage_that_is_over_is_shown_no_more(page: Page, platform: Platform, client: httpx.Client) -> None:
    platform.script("xr2", {"status": 503, "times": None, "for": 3})
    waiting = page.get_by_role("region", name="Scripted answers that wait")
    expect(waiting).to_contain_text("s left")
    expect(waiting).to_have_count(0)
    assert get_prompt(client).status_code == 200


def test_slow_answers(page: Page, client: httpx.Client) -> None:
    page.get_by_label("by").select_option("1")
    page.get_by_role("button", name="Slow for a minute").click()
    expect(page.get_by_role("region", name="Scripted answers that wait")).to_contain_text(
        "The platform's own answer, 1 s late"
    )
    assert get_prompt(client).elapsed.total_seconds() >= 1
    page.get_by_role("log").get_by_role("button", name="End it").click()
    expect(page.get_by_role("region", name="Scripted answers that wait")).to_have_count(0)
    expect(page.get_by_role("button", name="Outage for a minute")).to_be_visible()


def test_what_a_test_has_scripted_is_shown_in_words(page: Page, platform: Platform) -> None:
    platform.script(
        "xr2",
        {"drop": True, "operation": "get_prompt"},
        {"status": 429, "times": 2, "path": "/api/v1/events", "delay": 1},
    )
    waiting = page.get_by_role("region", name="Scripted answers that wait")
    expect(waiting.get_by_role("listitem").first).to_have_text(
        "The connection is closed without an answer for the next request of get_prompt"
    )
    expect(waiting.get_by_role("listitem").last).to_have_text(
        "Status 429, 1 s late for the next 2 requests at /api/v1/events"
    )


def test_reset_asks_first_and_says_what_is_gone(page: Page, platform: Platform, client: httpx.Client) -> None:
    platform.publish("xr2", "welcome", SECOND)
    get_prompt(client)
    expect(page.locator("#requests details")).to_have_count(1)
    page.get_by_role("button", name="Reset…").click()
    expect(page.get_by_role("dialog")).to_contain_text("This can't be undone")
    expect(page.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert len(platform.requests) == 1
    page.get_by_role("button", name="Reset…").click()
    page.get_by_role("dialog").get_by_role("button", name="Reset").click()
    expect(page.locator("#requests details")).to_have_count(0)
    expect(page.locator("details.prompt").first).to_contain_text("1 version")
    assert platform.requests == []
