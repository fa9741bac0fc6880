"""Proves that the local platform of tests takes prompts as a folder or as data, and can be used as a fixture."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.errors import ConfigurationError
from promptport.testing import Platform
from promptport.xr2 import xR2Client
from promptport_local import PlatformError

KEY = "YOUR_PRODUCT_API_KEY"


def test_a_folder_of_prompts(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("Hi {{name}}.")
    with Platform(prompts=tmp_path) as platform, xR2Client(KEY, base_url=platform.url("xr2")) as client:
        assert client.get_prompt(slug="hello").unwrap().user_prompt == "Hi {{name}}."


def test_prompts_as_data() -> None:
    given = [{"name": "hello", "versions": [{"messages": [{"role": "user", "content": "Hi."}]}]}]
    with Platform(prompts=given) as platform, xR2Client(KEY, base_url=platform.url("xr2")) as client:
        assert client.get_prompt(slug="hello").unwrap().user_prompt == "Hi."
        platform.reset()
        assert client.get_prompt(slug="hello").ok


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no folder"):
        Platform(prompts=tmp_path / "nowhere")


def test_the_releases_are_given_on() -> None:
    with pytest.raises(PlatformError, match="there is no platform 'xr3'"), Platform(releases={"xr3": "1.0.0"}):
        pass


def test_the_fixture(promptport_local: Platform) -> None:
    """`promptport_local` is there without an import, and ends with the test."""
    with xR2Client(KEY, base_url=promptport_local.url("xr2")) as client:
        assert client.check_api_key().ok
    assert [each.path for each in promptport_local.requests] == ["/api/v1/check-api-key"]
