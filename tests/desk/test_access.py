"""Proves that the desk is used by keyboard alone, read by a screen reader, and seen in the dark and on 400 pixels."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from promptport.testing import Platform

from .conftest import SECOND, Opened, get_prompt, open_prompt

AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")
CONTROLS = {
    "button",
    "link",
    "textbox",
    "searchbox",
    "combobox",
    "radio",
    "spinbutton",
    "checkbox",
    "DisclosureTriangle",
    "dialog",
}
# The names of colours alone tell nothing: how the page looks in each is a picture, too.
LOOKS = [(width, scheme) for width in (1200, 400) for scheme in ("light", "dark")]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_it_is_legible_and_fits(
    opened: Opened, platform: Platform, client: httpx.Client, pictures: Path, width: int, scheme: str
) -> None:
    platform.publish("xr2", "welcome", SECOND)
    platform.publish("xr2", "a-name-that-is-rather-long-" + "and-has-no-blanks-in-it-" * 3, SECOND)
    get_prompt(client)
    get_prompt(client, "nowhere")
    client.get("/a/path/that/is/longer/than/the/page/is/wide/" + "x" * 200)
    platform.script("xr2", {"status": 503})
    get_prompt(client)
    page = opened(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    prompt = open_prompt(page, "welcome")
    page.locator("#requests summary").nth(2).click()

    def look(name: str) -> None:
        page.screenshot(path=pictures / f"{name}-{width}-{scheme}.png", full_page=width == 400)
        assert page.evaluate(AUDIT) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than the page"
        assert unnamed(page) == []

    look("messages")
    prompt.get_by_role("button", name="Compare").click()
    page.get_by_role("button", name="Outage for a minute").click()
    page.get_by_text("Event definitions").click()
    expect(page.get_by_role("region", name="Scripted answers that wait")).to_be_visible()
    look("compare")
    prompt.get_by_role("button", name="Try").click()
    prompt.get_by_role("button", name="Publish…").click()
    look("publish")
    page.keyboard.press("Escape")
    for opener in ("Move label…", "A/B test…"):
        prompt.get_by_role("button", name=opener).click()
        look(opener.split("…")[0].replace("/", "").replace(" ", "-").lower())
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Reset…").click()
    look("reset")


def unnamed(page: Page) -> list[str]:
    """The controls that a screen reader has no name for, as the browser computes it."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    controls = [each for each in nodes if not each["ignored"] and each["role"]["value"] in CONTROLS]
    assert len(controls) > 1
    return [each["role"]["value"] for each in controls if not each.get("name", {}).get("value", "").strip()]


def test_broken_contracts_are_legible(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    with Platform() as broken:
        monkeypatch.setattr(broken.backend("xr2"), "get_prompt", None)
        page = opened("#xr2", broken)
        page.wait_for_timeout(1500)  # so that nothing else, such as its opening, lets the page look at what is held
        with httpx.Client(base_url=broken.url("xr2") + "/api/v1", trust_env=False) as client:
            client.headers["Authorization"] = "Bearer YOUR_PRODUCT_API_KEY"
            assert get_prompt(client).status_code == 500
        expect(page.get_by_role("heading", name="Broken contracts: 1")).to_be_visible()
        expect(page.locator(".violations")).to_contain_text("xr2 get_prompt")
        assert page.evaluate(AUDIT) == []
        page.close()


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Go on with the Tab key until the control of this name has the focus, and shows it."""
    seen = []
    for _ in range(80):
        page.keyboard.press(key)
        found = page.evaluate(
            """() => {
              const focused = document.activeElement;
              const label = focused.labels?.[0]?.firstElementChild ?? focused.labels?.[0] ?? focused;
              return [focused.getAttribute("aria-label") ?? label.textContent.trim(), getComputedStyle(focused).outlineStyle];
            }"""
        )
        seen.append(found[0])
        if found[0].startswith(name):
            assert found[1] != "none", f"nobody sees that {name} has the focus"
            return
    raise AssertionError(f"{name} is not reached; seen: {seen}")


def test_everything_is_done_by_keyboard_alone(opened: Opened, platform: Platform, client: httpx.Client) -> None:
    page = opened("#promptrails")
    tab_to(page, "Skip to the requests")
    tab_to(page, "xr2")
    page.keyboard.press("Enter")
    expect(page.locator(".settings")).to_contain_text("XR2_API_KEY")
    tab_to(page, "welcome")
    page.keyboard.press("Enter")
    tab_to(page, "Publish…")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("Be brief.")
    tab_to(page, "Publish")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("Version 2 of welcome is published.")
    expect(page.get_by_role("button", name="Publish…")).to_be_focused()
    assert get_prompt(client).json()["system_prompt"] == "Be brief."
    expect(page.get_by_role("radio")).to_have_count(2)  # the page has heard of it, so that the label has another place
    tab_to(page, "Move label…")
    page.keyboard.press("Enter")
    tab_to(page, "To version")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Move")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("from version 2 to 1")
    assert get_prompt(client).json()["version_number"] == 1
    page.keyboard.press("F6")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("is at version 2 again")
    expect(page.get_by_role("button", name="Move label…")).to_be_focused()
    assert get_prompt(client).json()["version_number"] == 2
    tab_to(page, "Outage for a minute", "Shift+Tab")
    page.keyboard.press("Space")
    tab_to(page, "End it")
    expect(page.get_by_role("region", name="Scripted answers that wait")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("region", name="Scripted answers that wait")).to_have_count(0)
    assert platform.unused == {}


def test_the_version_is_chosen_with_arrows_and_a_request_opened_with_enter(
    page: Page, platform: Platform, client: httpx.Client
) -> None:
    platform.publish("xr2", "welcome", SECOND)
    get_prompt(client)
    prompt = open_prompt(page, "welcome")
    expect(prompt.get_by_role("radio")).to_have_count(2)
    prompt.get_by_role("radio", name="Version 2").focus()
    page.keyboard.press("ArrowDown")
    expect(prompt.get_by_role("radio", name="Version 1")).to_be_checked()
    page.locator("#requests summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Body of the request")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Body of the request")).to_have_count(0)


def test_nothing_moves_for_those_who_want_it_so(opened: Opened) -> None:
    durations = []
    for motion in ("reduce", "no-preference"):
        page = opened(reduced_motion=motion)
        page.get_by_role("button", name="Outage for a minute").click()
        expect(page.locator(".notice")).to_be_visible()
        durations.append(page.evaluate("getComputedStyle(document.querySelector('.notice')).animationName"))
    assert durations == ["none", "rise"]
