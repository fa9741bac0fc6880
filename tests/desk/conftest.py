"""What the tests of the desk share: one browser, one local platform, and a page that tells of every slip."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from promptport import Client
from promptport.testing import Platform

Opened = Callable[..., Page]
Program = Callable[[str], Client]

KEY = "YOUR_PRODUCT_API_KEY"
SECOND = [
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": "Welcome {{customer_name}}, and offer help."},
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

expect.set_options(timeout=10_000)  # milliseconds: a machine may be busy


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", metavar="DIR", help="the folder that pictures of the desk are written to")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system's."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"These tests need a browser on the PATH: {', '.join(BROWSERS)}."
    # Chromium's own sandbox does not start where it runs as root, as in a container.
    sandbox = [] if os.name != "posix" or os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found, args=sandbox)
        yield made
        made.close()


@pytest.fixture(scope="session")
def one_platform() -> Iterator[Platform]:
    with Platform() as running:
        yield running


@pytest.fixture
def platform(one_platform: Platform) -> Iterator[Platform]:
    """The local platform as it begins. No answer of its own may break a contract."""
    one_platform.reset()
    one_platform.violations.clear()
    yield one_platform
    assert one_platform.violations == []


@pytest.fixture
def slips() -> list[str]:
    """What has gone wrong in a page: what its console says, and what it asks of other hosts. Tests take out what they expect."""
    return []


@pytest.fixture
def opened(browser: Browser, platform: Platform, slips: list[str]) -> Iterator[Opened]:
    """Opens the desk of a platform in a context of its own, with what `new_context` takes."""
    contexts = []

    def open_desk(path: str = "#xr2", server: Platform = platform, ready: bool = True, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 800}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: slips.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: slips.append(str(error)))
        own = server.url()
        page.on("request", lambda request: None if request.url.startswith(own) else slips.append(request.url))
        page.goto(own + path)
        if ready:
            expect(page.get_by_text("Live", exact=True)).to_be_visible()
            expect(page.get_by_role("heading", name="Connect", exact=True)).to_be_visible()
        return page

    yield open_desk
    for each in contexts:
        each.close()
    assert slips == []


@pytest.fixture
def page(opened: Opened) -> Page:
    """The desk, xR2 chosen."""
    return opened()


@pytest.fixture
def client(platform: Platform) -> Iterator[httpx.Client]:
    """A client of xR2's."""
    headers = {"Authorization": f"Bearer {KEY}"}
    with httpx.Client(base_url=platform.url("xr2") + "/api/v1", headers=headers, trust_env=False) as made:
        yield made


@pytest.fixture
def program(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """Opens a client with the settings that the desk offers to copy; it asks for every prompt anew."""
    made = []

    def open_client(name: str) -> Client:
        platforms = httpx.get(platform.url() + "_local/platforms", trust_env=False).json()["platforms"]
        for variable, value in next(each["settings"] for each in platforms if each["name"] == name).items():
            monkeypatch.setenv(variable, value)
        client = Client(name, ttl=0)
        made.append(client)
        return client

    yield open_client
    for each in made:
        each.close()


@pytest.fixture
def pictures(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder that pictures are written to."""
    folder = Path(request.config.getoption("--screenshots") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def get_prompt(client: httpx.Client, slug: str = "welcome") -> httpx.Response:
    """Fetch a prompt, as a program does."""
    return client.post("/get-prompt", json={"slug": slug, "source_name": "a program"})


def open_prompt(page: Page, name: str) -> Any:
    """A prompt of the chosen platform, opened."""
    prompt = page.locator("details.prompt").filter(has=page.locator("summary .name").get_by_text(name, exact=True))
    if prompt.get_attribute("open") is None:
        prompt.locator("summary").click()
    return prompt
