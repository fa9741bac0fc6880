"""Our own platforms pass the suite that every platform passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from promptport.testing import Example, Platform, PlatformSuite
from promptport_local.promptic import settings as promptic_settings
from promptport_local.promptrails import settings as promptrails_settings
from promptport_local.prompts import read_prompts
from promptport_local.scope import settings as scope_settings
from promptport_local.xr2 import settings as xr2_settings


def publisher(platform: Platform, name: str) -> Callable[[str], object]:
    """Publishes a version of the prompt that says a text."""

    def publish(text: str) -> None:
        versions = [{"messages": [{"role": "user", "content": text}], "labels": ["production"]}]
        platform.backend(name).load(read_prompts([{"name": "welcome", "versions": versions}]))

    return publish


pytestmark = pytest.mark.oldest_and_newest("every call of every platform")

VALUES = {"customer_name": "Alice", "language": "en"}
TEXT = "You are a friendly assistant. Answer in en.\n\nWelcome Alice and offer your help."


def promptrails_example(platform: Platform) -> Example:
    """The prompt of PromptRails that the suite asks for."""
    settings = promptrails_settings(platform.url("promptrails"))
    backend = platform.backend("promptrails")
    (welcome,) = backend.records.all("prompts", name="welcome")
    version = backend.records.get("prompts", welcome["id"])["current_version"]["version"]
    names = [each["name"] for each in backend.records.all("prompts")]
    return Example(
        "promptrails", settings, "welcome", VALUES, TEXT, version, "production", names,
        addresses=("base_url",), secrets=(settings["api_key"],), publish=publisher(platform, "promptrails"), scratch="scratch",
    )  # fmt: skip


def promptic_example(platform: Platform) -> Example:
    """The deployed prompt of Promptic that the suite asks for."""
    settings = promptic_settings(platform.url("promptic"))
    return Example(
        "promptic", settings, "welcome", VALUES, TEXT, names=["welcome"],
        addresses=("endpoint",), secrets=(settings["api_key"],), publish=publisher(platform, "promptic"),
    )  # fmt: skip


class TestXr2(PlatformSuite):
    @pytest.fixture
    def example(self, platform: Platform) -> Example:
        settings = xr2_settings(platform.url("xr2"))
        return Example(
            "xr2",
            settings,
            "welcome",
            VALUES,
            TEXT,
            1,
            "production",
            addresses=("base_url",),
            secrets=(settings["api_key"],),
            publish=publisher(platform, "xr2"),
            event="sign_up",
        )


@pytest.mark.one_python(
    "the suite is tried on all with xR2 and with files; what is a platform's own has tests of its own"
)
class TestScope(PlatformSuite):
    @pytest.fixture
    def example(self, platform: Platform) -> Example:
        settings = scope_settings(platform.url("scope"))
        addresses = ("base_url", "auth_api_url")
        return Example(
            "scope", settings, "welcome", VALUES, TEXT, "version-1", "latest",
            addresses=addresses, secrets=(settings["api_secret"],), publish=publisher(platform, "scope"),
        )  # fmt: skip


@pytest.mark.one_python(
    "the suite is tried on all with xR2 and with files; what is a platform's own has tests of its own"
)
class TestPromptRails(PlatformSuite):
    @pytest.fixture
    def example(self, platform: Platform) -> Example:
        return promptrails_example(platform)


@pytest.mark.one_python(
    "the suite is tried on all with xR2 and with files; what is a platform's own has tests of its own"
)
class TestPromptic(PlatformSuite):
    @pytest.fixture
    def example(self, platform: Platform) -> Example:
        return promptic_example(platform)


class TestFiles(PlatformSuite):
    @pytest.fixture
    def example(self, tmp_path: Path) -> Example:
        file = tmp_path / "welcome.md"
        file.write_text(
            "--- system\nYou are a friendly assistant. Answer in {{language}}.\n"
            "--- user\nWelcome {{customer_name}} and offer your help.\n"
        )
        return Example(
            f"files:{tmp_path}", {}, "welcome", VALUES, TEXT, 1, "production", names=["welcome"], scratch="scratch",
            publish=lambda text: file.write_text(f"--- user\n{text}\n"),
        )  # fmt: skip
