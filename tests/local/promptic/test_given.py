"""Proves that the local Promptic holds the prompts that a server is given."""

from __future__ import annotations

from typing import Any

from promptport_local import Server

from ..conftest import PROMPTIC_KEY
from .seeded import COMPONENT, deployed


def said(text: str, role: str = "user") -> dict[str, Any]:
    return {"role": role, "content": text}


def test_prompts_that_are_given() -> None:
    config = {"model": "m", "provider": "google"}
    given: list[dict[str, Any]] = [
        {"name": "welcome", "versions": [{"messages": [said("S", "developer"), said("U {{x}}")], "config": config}]},
        {"name": "greet", "versions": [{"messages": [said("a")]}, {"messages": [said("b")], "labels": ["draft"]}]},
        {"name": "draft", "versions": [{"messages": [said("a")], "labels": ["draft"]}]},
    ]
    with Server(prompts=given) as server:
        backend = server.backend("promptic")
        me = backend.caller(PROMPTIC_KEY)
        for _ in range(2):
            welcome = deployed(backend, me, "welcome")
            assert (welcome["componentId"], welcome["model"], welcome["provider"]) == (COMPONENT, "m", "google")
            assert [each["content"] for each in welcome["promptMessages"]] == ["S", "U {{x}}"]
            assert deployed(backend, me, "greet")["prompt"] == "a"
            assert {each["name"] for each in backend.list_components(me)["data"]} == {"welcome", "greet", "draft"}
            assert len(backend.list_experiments(me)["data"]) == 4
            server.reset()
        assert server.violations == []
