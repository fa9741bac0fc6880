"""Proves that prompts given as data are held by each platform in its own shape or, with a text that names the reason, by none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from promptport_local import PromptError, Server
from promptport_local.prompts import Prompt, read_prompts

WELCOME: dict[str, Any] = {
    "name": "welcome",
    "versions": [
        {"messages": [{"role": "user", "content": "Hi."}]},
        {
            "number": 4,
            "messages": [
                {"role": "system", "content": "Answer in {{language}}."},
                {"role": "developer", "content": "Be brief."},
                {"slot": "history"},
                {"role": "user", "content": "Welcome {{name}}.\n"},
            ],
            "variables": [{"name": "name", "type": "string"}, {"name": "language", "required": False, "default": "en"}],
            "config": {"model": "m"},
        },
        {"labels": ["draft"], "messages": [{"role": "user", "content": "Hello."}]},
    ],
}
GREETING: dict[str, Any] = {
    "name": "greet/all",
    "versions": [
        {"labels": ["deprecated"], "messages": [{"role": "user", "content": "a"}]},
        {"labels": ["new", "production"], "messages": [{"role": "assistant", "content": "b"}]},
        {"messages": [{"role": "user", "content": "c"}]},
        {"labels": ["testing"], "messages": [{"role": "user", "content": "d"}]},
    ],
}


def fetch(server: Server, slug: str, **choice: Any) -> dict[str, Any]:
    """What xR2 answers."""
    answer = httpx.post(
        server.url("xr2") + "/api/v1/get-prompt",
        json={"slug": slug, "source_name": "x", **choice},
        headers={"Authorization": "Bearer YOUR_PRODUCT_API_KEY"},
        trust_env=False,
    )
    found: dict[str, Any] = answer.json()
    return found


def test_they_are_served_in_place_of_the_fixtures() -> None:
    with Server(prompts=[WELCOME, GREETING]) as server:
        for _ in range(2):
            assert {each["slug"] for each in server.backend("xr2").prompts} == {"welcome", "greet/all"}
            live = fetch(server, "welcome")
            assert (live["version_number"], live["status"]) == (4, "production")
            assert live["system_prompt"] == "Answer in {{language}}.\n\nBe brief."
            assert (live["user_prompt"], live["assistant_prompt"]) == ("Welcome {{name}}.\n", None)
            assert live["variables"] == [
                {"name": "name", "type": "string", "required": True},
                {"name": "language", "required": False, "default": "en"},
            ]
            assert fetch(server, "welcome", version_number=1)["status"] == "inactive"
            assert fetch(server, "welcome", status="draft")["version_number"] == 5
            assert fetch(server, "greet/all")["assistant_prompt"] == "b"
            assert fetch(server, "greet/all", status="deprecated")["user_prompt"] == "a"
            assert fetch(server, "greet/all", status="inactive")["user_prompt"] == "c"
            server.reset()
        assert server.violations == []


def test_scope_holds_a_text_or_a_chat() -> None:
    with Server(prompts=[WELCOME, GREETING]) as server:
        held = {each["name"]: each["versions"] for each in server.backend("scope").prompts}
        first, live, draft = held["welcome"]
        assert (first["content"], first["prompt_type"], first["status"]) == ("Hi.", "text", "published")
        assert [each["role"] for each in live["content"]] == ["system", "developer", "user"]
        assert (live["id"], live["version_number"], live["is_production"]) == ("version-4", 4, True)
        assert (live["prompt_type"], live["variables"], live["metadata"]) == (
            "chat",
            ["name", "language"],
            {"model": "m"},
        )
        assert (draft["status"], draft["version_number"]) == ("draft", 5)
        states = [(each["status"], each["is_production"], each["tags"]) for each in held["greet/all"]]
        assert states == [
            ("archived", False, ["deprecated"]),
            ("published", True, ["new", "production"]),
            ("published", False, []),
            ("draft", False, ["testing"]),
        ]


@pytest.mark.parametrize(
    ("labels", "live"),
    [
        ([[], [], ["draft"]], 2),
        ([["production"], [], []], 1),
        ([["production"], ["production", "draft"], []], 2),
        ([["draft"], ["draft"]], None),
    ],
)
def test_which_version_is_in_production(labels: list[list[str]], live: int | None) -> None:
    versions = [{"labels": each, "messages": [{"slot": "history"}]} for each in labels]
    (prompt,) = read_prompts([{"name": "p", "versions": versions}])
    assert (prompt.live.number if prompt.live else None) == live


def test_a_prompt_of_drafts_is_in_production_nowhere() -> None:
    drafts = {"name": "p", "versions": [{"labels": ["draft"], "messages": [{"role": "user", "content": "x"}]}]}
    with Server(prompts=[drafts]) as server:
        assert fetch(server, "p")["detail"]["error"] == "No deployed version found"
        assert [each["is_production"] for each in server.backend("scope").prompts[-1]["versions"]] == [False]


def test_prompts_of_an_earlier_server_stay_in_its_file(tmp_path: Path) -> None:
    """At a restart the given prompts take the place of those of their names; others stay, until all is reset."""
    data = tmp_path / "state.db"
    with Server(data=data, prompts=[WELCOME, GREETING]) as server:
        server.backend("xr2").add_version("greet/all", user_prompt="mine")
    with Server(data=data, prompts=[{**GREETING, "versions": GREETING["versions"][:1]}]) as server:
        held = {each["slug"]: len(each["versions"]) for each in server.backend("xr2").prompts}
        assert held == {"welcome": 3, "greet/all": 1}
        server.reset()
        held = {each["slug"]: len(each["versions"]) for each in server.backend("xr2").prompts}
        assert held == {"welcome": 1, "greet/all": 1}


USER = [{"role": "user", "content": "x"}]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (["x"], r"prompts\.0 must be object"),
        ([{"name": "", "versions": [{"messages": USER}]}], r"prompts\.0\.name"),
        ([{"name": "p", "versions": []}], r"prompts\.0\.versions"),
        ([{"name": "p", "versions": [{}]}], r"prompts\.0\.versions\.0\.messages is required"),
        ([{"name": "p", "versions": [{"messages": []}]}], r"versions\.0\.messages"),
        ([{"name": "p", "versions": [{"messages": [{"role": "sytem", "content": "x"}]}]}], r"messages\.0 is of none"),
        (
            [{"name": "p", "versions": [{"messages": USER, "lables": []}]}],
            r"versions\.0 holds a field that is not known",
        ),
        ([{"name": "p", "versions": [{"messages": USER, "variables": [{}]}]}], r"variables\.0\.name is required"),
        ([{"name": "p", "versions": [{"messages": USER, "number": 0}]}], r"versions\.0\.number"),
        (
            [{"name": "p", "versions": [{"messages": USER, "number": n} for n in (2, 2)]}],
            "version 2 stands behind version 2",
        ),
        ([{"name": "p", "versions": [{"messages": USER, "config": {"t": float("nan")}}]}], "infinite or not a number"),
        ([{"name": "p", "versions": [{"messages": USER}]}] * 2, "two prompts are named 'p'"),
        ("./prompts", r"promptport\.testing\.Platform\(prompts='\./prompts'\) reads a folder"),
    ],
)
def test_what_is_wrong_is_named(data: Any, reason: str) -> None:
    with pytest.raises(PromptError, match=reason):
        Server(prompts=data).start()


def test_numbers_rise_in_what_is_added_too() -> None:
    with Server() as server:
        xr2, scope = server.backend("xr2"), server.backend("scope")
        xr2.add_prompt("p", [{"version_number": 3}, {}])
        assert xr2.add_version("p") == 5
        assert xr2.add_version("p", version_number=9) == 9
        with pytest.raises(ValueError, match="version 2 stands behind version 9"):
            xr2.add_version("p", version_number=2)
        scope.add_prompt("p", [{"version_number": 3}])
        assert scope.add_version("p") == "version-4"
        with pytest.raises(ValueError, match="version 4 stands behind version 4"):
            scope.add_version("p", version_number=4)


def test_texts_of_roles() -> None:
    (prompt,) = read_prompts([WELCOME])
    assert isinstance(prompt, Prompt)
    assert prompt.versions[1].text("tool") is None
    assert [each.number for each in prompt.versions] == [1, 4, 5]
