"""Our own platforms pass the suite that every platform passes."""

from __future__ import annotations

import pytest

from promptport.local.scope import settings as scope_settings
from promptport.local.xr2 import settings as xr2_settings
from promptport.testing import Example, Platform, PlatformSuite

VALUES = {"customer_name": "Alice", "language": "en"}
TEXT = "You are a friendly assistant. Answer in en.\n\nWelcome Alice and offer your help."


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
        )


class TestScope(PlatformSuite):
    @pytest.fixture
    def example(self, platform: Platform) -> Example:
        settings = scope_settings(platform.url("scope"))
        addresses = ("base_url", "auth_api_url")
        return Example(
            "scope", settings, "welcome", VALUES, TEXT, "version-1", "latest",
            addresses=addresses, secrets=(settings["api_secret"],),
        )  # fmt: skip
