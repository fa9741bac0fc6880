"""Proves that a platform is served for one client: with its address, a key that it knows, and what else was given."""

from __future__ import annotations

import httpx
import pytest

from promptport import Client
from promptport.errors import ConfigurationError
from promptport.testing.entry import start
from promptport.xr2 import xR2Client


def test_a_platform_for_one_client() -> None:
    served = start(
        "xr2",
        {"timeout": 3, "prompts": [{"name": "p", "versions": [{"messages": [{"role": "user", "content": "x"}]}]}]},
    )
    try:
        assert served.platform == "xr2"
        assert served.settings["timeout"] == 3
        assert "prompts" not in served.settings
        with xR2Client(**served.settings) as client:
            assert client.get_prompt(slug="p").ok
    finally:
        served.close()


def test_what_is_given_goes_before() -> None:
    served = start("xr2", {"api_key": "another"})
    try:
        assert served.settings["api_key"] == "another"
        assert served.settings["base_url"].startswith("http://127.0.0.1:")
    finally:
        served.close()


def test_a_platform_that_there_is_not() -> None:
    with pytest.raises(ConfigurationError, match="There is no local platform 'xr3': there are langfuse,"):
        start("xr3", {})


def test_a_platform_as_of_a_release() -> None:
    """The server and the client are told alike."""
    served = start("promptrails", {"release": "0.9.2"})
    try:
        assert served.settings["release"] == "0.9.2"
        answer = httpx.get(served.settings["base_url"] + "/api/v1/scores", trust_env=False)
        assert (answer.status_code, answer.json()) == (404, {"message": "Not Found"})
    finally:
        served.close()
    with pytest.raises(ConfigurationError, match=r"promptrails has no release '0\.9'; there are 0\.3\.0, "):
        start("promptrails", {"release": "0.9"})


def test_a_client_of_a_platform_as_of_a_release() -> None:
    for release in ("0.3.0", "0.9.2"):
        with Client("local:promptrails", release=release) as client:
            assert client.get("welcome").render(customer_name="Alice", language="en").text
