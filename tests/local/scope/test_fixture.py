"""Proves that Scope begins with what its documents speak of."""

from __future__ import annotations

import re

from promptport_local.scope.backend import Backend

from .conftest import caller, production, refused


def test_the_fixture(scope: Backend) -> None:
    greeting = production(scope, "greeting-template")
    assert (greeting["content"], greeting["variables"]) == ("Hello, {{name}}!", ["name", "time_of_day"])
    assert greeting["metadata"]["model"] == "gpt-4"
    held = {name: scope.get_latest(caller(scope), "my-greeting-prompt")[name] for name in ("status", "version")}
    assert held == {"status": "draft", "version": 3}
    assert production(scope, "my-greeting-prompt")["version"] == 2
    assert scope.get_version(caller(scope), "my-greeting-prompt", "version-123")["version"] == 1
    mine = production(scope, "my-prompt")
    assert mine["metadata"] == {"model": "gpt-4", "temperature": 0.7}
    assert re.findall(r"{{(\w+)}}", mine["content"]) == mine["variables"] == ["name"]
    assert refused(production, scope, "my-draft-prompt") == (404, "no_production_version")
    assert production(scope, "welcome")["variables"] == ["customer_name", "language"]


def test_the_same_greeting_as_on_the_other_platforms(scope: Backend) -> None:
    from promptport_local.xr2.fixture import FIXTURE

    other = FIXTURE["prompts"][0]["versions"][0]
    assert production(scope, "welcome")["content"] == f"{other['system_prompt']}\n\n{other['user_prompt']}"
