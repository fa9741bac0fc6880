"""Proves what a version is on the wire, and which one is in production."""

from __future__ import annotations

from typing import Any

from promptport_local.scope.backend import Backend

from .conftest import production, refused


def test_the_last_published_one_is_in_production_where_none_says_it(scope: Backend) -> None:
    scope.add_prompt("p", [{"content": "a"}, {"content": "b"}, {"content": "c", "status": "draft"}])
    assert production(scope, "p")["content"] == "b"
    assert [each["is_production"] for each in scope.prompts[-1]["versions"]] == [False, True, False]
    assert [each["promoted_at"] is None for each in scope.prompts[-1]["versions"]] == [True, False, True]
    scope.add_prompt("p", [{"content": "a", "is_production": True}, {"content": "b"}])
    assert production(scope, "p")["content"] == "a"
    scope.add_prompt("p", [{"content": "a", "is_production": False}])
    assert refused(production, scope, "p") == (404, "no_production_version")


def test_content_of_every_kind(scope: Backend) -> None:
    messages = [{"role": "user", "content": "{{a}}"}]
    kinds: dict[str, dict[str, Any]] = {
        "chat": {"content": messages},
        "text": {"content": "x"},
        "nothing": {},
        "nulls": dict.fromkeys(("content", "variables", "prompt_type", "metadata", "tags")),
    }
    for name, fields in kinds.items():
        scope.add_prompt(name, [fields])
    found = {name: production(scope, name) for name in kinds}
    assert (found["chat"]["content"], found["chat"]["prompt_type"]) == (messages, "chat")
    assert found["text"]["prompt_type"] == "text"
    assert {name: found["nothing"][name] for name in kinds["nulls"]} == {
        "content": "",
        "variables": [],
        "prompt_type": "text",
        "metadata": {},
        "tags": [],
    }
    assert {name: found["nulls"][name] for name in kinds["nulls"]} == kinds["nulls"]


def test_the_spellings_of_a_version(scope: Backend) -> None:
    both = production(scope, "greeting-template")
    scope.options.spelling = "python"
    python = production(scope, "greeting-template")
    scope.options.spelling = "ruby"
    ruby = production(scope, "greeting-template")
    shared = {"prompt_id", "content", "variables", "status", "prompt_type", "metadata", "created_at"}
    assert set(python) == shared | {"id", "version_number", "is_production", "updated_at"}
    assert set(ruby) == shared | {
        *("version_id", "name", "version", "tags"),
        *("created_by", "promoted_at", "promoted_by"),
    }
    assert both == {**python, **ruby}
    assert (ruby["version_id"], ruby["version"]) == (python["id"], python["version_number"])
