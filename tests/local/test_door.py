"""Proves that the door shows the same of all platforms, in one form, and lets people do what each platform has."""

from __future__ import annotations

from importlib import import_module

import httpx
import pytest

from promptport.platform import find
from promptport_local import Server
from promptport_local.contract import Contract
from promptport_local.strict_json import read_json

PLATFORMS = Contract.names()


@pytest.mark.parametrize("path", ["platforms", "prompts", "tables", "requests", "script", "state", "violations"])
def test_all_that_it_tells_is_json(control: httpx.Client, client: httpx.Client, path: str) -> None:
    client.get("/check-api-key")
    assert isinstance(read_json(control.get(f"/_local/{path}").content), dict)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_settings_are_what_a_client_reads(server: Server, control: httpx.Client, platform: str) -> None:
    """Each variable is one that promptport's own client takes, under the setting of the same name."""
    (shown,) = [each for each in control.get("/_local/platforms").json()["platforms"] if each["name"] == platform]
    module = import_module(f"promptport_local.{platform}")
    known = find(platform).variables
    assert {known[name]: value for name, value in module.settings(server.url(platform)).items()} == shown["settings"]
    assert shown["base_url"] == server.url(platform)


def test_what_platforms_can(control: httpx.Client) -> None:
    """What one has nothing for is said beforehand, in words."""
    shown = {each["name"]: each for each in control.get("/_local/platforms").json()["platforms"]}
    acts = ("publish", "labels", "ab_tests", "tokens")
    assert {name: [each[act] for act in acts] for name, each in shown.items()} == {
        "langfuse": [True, True, False, False],
        "promptic": [True, True, False, True],
        "promptrails": [True, True, False, False],
        "scope": [True, True, False, True],
        "xr2": [True, True, True, False],
    }
    for each in shown.values():
        assert set(each["lacks"]) == {act for act in acts if not each[act]}
    assert shown["scope"]["release"] is None
    assert "0.9.2" in shown["promptrails"]["releases"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_prompts_are_shown_in_one_form(control: httpx.Client, platform: str) -> None:
    prompts = control.get("/_local/prompts", params={"platform": platform}).json()["prompts"]
    (welcome,) = [each for each in prompts if each["name"] == "welcome"]
    (version,) = welcome["versions"]
    assert {each["platform"] for each in prompts} == {platform}
    assert "production" in version["labels"]
    assert set(version["variables"]) == {"customer_name", "language"}
    assert all(isinstance(each[name], str) for each in version["messages"] for name in ("role", "content"))
    assert control.get("/_local/prompts", params={"platform": "xr3"}).status_code == 400


def test_prompts_that_were_given() -> None:
    """Newest first, on every platform."""
    given = [{"name": "p", "versions": [{"messages": [{"role": "user", "content": each}]} for each in ("a", "b")]}]
    with Server(prompts=given) as server:
        prompts = httpx.get(f"{server.url()}_local/prompts", trust_env=False).json()["prompts"]
    shown = {each["platform"]: each["versions"] for each in prompts if each["name"] == "p"}
    assert set(shown) == set(PLATFORMS)
    for versions in shown.values():
        assert [each["messages"] for each in versions] == [[{"role": "user", "content": each}] for each in ("b", "a")]
        assert ["production" in each["labels"] for each in versions] == [True, False]
