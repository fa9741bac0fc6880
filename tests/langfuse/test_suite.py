"""Langfuse passes the suite that every platform passes."""

from __future__ import annotations

import pytest

from promptport.testing import Example, Platform, PlatformSuite
from promptport_local.langfuse import settings

pytestmark = pytest.mark.one_python("every call of every platform is tried on more by `tests/testing/test_suite.py`")
TEXT = "You are a friendly assistant. Answer in en.\n\nWelcome Alice and offer your help."


class TestLangfuse(PlatformSuite):
    @pytest.fixture
    def example(self, platform: Platform) -> Example:
        given, backend = settings(platform.url("langfuse")), platform.backend("langfuse")

        def publish(text: str) -> None:
            backend.add_prompt("welcome", versions=[{"prompt": text, "labels": ["production"]}])

        return Example(
            "langfuse", given, "welcome", {"customer_name": "Alice", "language": "en"}, TEXT, 1, "production",
            [each["name"] for each in backend.prompts],
            addresses=("base_url",), secrets=(given["secret_key"],), publish=publish, scratch="folder/scratch",
        )  # fmt: skip
