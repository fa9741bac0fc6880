"""Proves that the desk shows what is held: addresses and keys, prompts, what differs between versions, a rendering, tables."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from promptport.testing import Platform

from .conftest import KEY, SECOND, Opened, open_prompt

PLATFORMS = ("langfuse", "promptic", "promptrails", "scope", "xr2")


def test_each_platform_says_where_it_is_and_with_which_keys(page: Page, platform: Platform) -> None:
    for name in PLATFORMS:
        page.get_by_role("navigation").get_by_role("link", name=name).click()
        expect(page.locator(".settings")).to_contain_text(platform.url(name))
        expect(page.locator("details.prompt").first).to_be_visible()
    expect(page.locator(".settings")).to_contain_text(KEY)


def test_settings_are_copied(opened: Opened, platform: Platform) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy XR2_API_KEY").click()
    expect(page.get_by_role("log")).to_contain_text("XR2_API_KEY is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == KEY
    page.get_by_role("button", name="Copy all for a shell").click()
    expect(page.get_by_role("log")).to_contain_text("What a shell takes is copied.")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert f"export XR2_API_KEY='{KEY}'" in lines
    assert f"export XR2_BASE_URL='{platform.url('xr2')}'" in lines


def test_where_the_browser_refuses_the_clipboard_the_text_is_selected(page: Page) -> None:
    page.evaluate("delete Navigator.prototype.clipboard")
    page.get_by_role("button", name="Copy XR2_API_KEY").click()
    field = page.get_by_role("dialog").get_by_label("XR2_API_KEY")
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == KEY
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Copy XR2_API_KEY")).to_be_focused()


def test_versions_their_labels_and_their_differences(page: Page, platform: Platform) -> None:
    platform.publish("xr2", "welcome", SECOND)
    prompt = open_prompt(page, "welcome")
    expect(prompt.get_by_role("radio")).to_have_count(2)
    prompt.get_by_role("radio", name="Version 2").check()
    expect(prompt.locator(".message").last).to_contain_text("Welcome {{customer_name}}, and offer help.")
    prompt.get_by_role("radio", name="Version 1").check()
    expect(prompt.locator(".message").last).to_contain_text("Welcome {{customer_name}} and offer your help.")
    prompt.get_by_role("radio", name="Version 2").check()
    prompt.get_by_role("button", name="Compare").click()
    assert prompt.locator(".diff del bdi").all_inner_texts() == [
        "You are a friendly assistant. Answer in {{language}}.",
        "Welcome {{customer_name}} and offer your help.",
    ]
    assert prompt.locator(".diff ins bdi").all_inner_texts() == [each["content"] for each in SECOND]


def test_a_rendering_is_tried_with_values_on_every_platform(page: Page, slips: list[str]) -> None:
    for name in PLATFORMS:
        page.get_by_role("navigation").get_by_role("link", name=name).click()
        expect(page.get_by_role("region", name=name)).to_be_visible()
        prompt = open_prompt(page, "welcome")
        prompt.get_by_role("button", name="Try").click()
        prompt.get_by_role("button", name="Render").click()
        expect(prompt.get_by_role("alert")).to_contain_text("customer_name")
        prompt.get_by_label("customer_name").fill("{{language}} <b>")
        prompt.get_by_label("language").fill("fr")
        prompt.get_by_role("button", name="Render").click()
        expect(prompt.locator(".result .message").last).to_contain_text("Welcome {{language}} <b> and offer your help.")
        expect(prompt.get_by_role("alert")).to_have_count(0)
    assert [each.partition("status of ")[2][:3] for each in slips] == ["422"] * len(PLATFORMS)
    slips.clear()


def test_what_a_person_has_opened_and_written_stays_while_other_things_change(page: Page, platform: Platform) -> None:
    prompt = open_prompt(page, "welcome")
    prompt.get_by_role("button", name="Try").click()
    prompt.get_by_label("customer_name").fill("Alice")
    platform.publish("xr2", "welcome", SECOND)
    expect(prompt.get_by_role("radio")).to_have_count(2)
    expect(prompt.get_by_label("customer_name")).to_have_value("Alice")
    expect(prompt.get_by_label("customer_name")).to_be_focused()
    expect(prompt.get_by_role("radio", name="Version 1")).to_be_checked()


def test_many_prompts_are_found_by_their_names(opened: Opened) -> None:
    page = opened("#langfuse")
    page.get_by_label("Name", exact=True).fill("MAIL/")
    expect(page.locator("details.prompt")).to_have_count(1)
    page.get_by_label("Name", exact=True).fill("nothing of it")
    expect(page.get_by_text("No prompt has a name like this.")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_be_focused()


def test_tables_show_what_else_is_held_and_how_much(page: Page, platform: Platform) -> None:
    tables = page.get_by_label("What else it holds")
    tables.get_by_text("Event definitions").click()
    expect(tables.get_by_role("cell", name="purchase_completed")).to_be_visible()
    tables.get_by_text("Traces").click()
    expect(tables.locator("details[open]").last).to_contain_text("None yet.")


def test_the_page_says_what_time_it_is_and_that_any_key_will_do(opened: Opened) -> None:
    expect(opened().locator("#clock")).to_be_empty()
    with Platform(any_key=True, now="fixed:2030-05-01T00:00:00Z", releases={"promptrails": "0.9.2"}) as other:
        page = opened("#promptrails", other)
        expect(page.locator("#clock")).to_have_text("Any key will do. Its clock says 2030-05-01 00:00:00 UTC.")
        expect(page.get_by_text("as its release 0.9.2")).to_be_visible()
        page.close()


def test_what_cannot_be_read_is_said_and_read_later(page: Page, platform: Platform, slips: list[str]) -> None:
    page.route("**/_local/prompts*", lambda route: route.fulfill(status=500, json={"error": "the disk is full"}))
    platform.publish("xr2", "welcome", SECOND)
    expect(page.get_by_role("alert")).to_contain_text("What is held can't be shown. the disk is full")
    page.unroute("**/_local/prompts*")
    platform.publish("xr2", "welcome", SECOND)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("details.prompt").first).to_contain_text("3 versions")
    assert {each.partition("status of ")[2][:3] for each in slips} == {"500"}
    slips.clear()


def test_what_is_held_is_shown_though_nobody_tells_of_changes(page: Page, slips: list[str]) -> None:
    """As many streams of events may be open already as there can be."""
    page.route("**/_local/events", lambda route: route.fulfill(status=503, json={"error": "no more streams"}))
    page.reload()
    expect(page.get_by_text("Connection lost, trying again")).to_be_visible()
    page.get_by_role("button", name="Outage for a minute").click()
    expect(page.get_by_role("region", name="Scripted answers that wait")).to_be_visible()
    page.unroute("**/_local/events")
    expect(page.get_by_text("Live", exact=True)).to_be_visible()
    slips.clear()
