"""Proves how prompts and versions get there, and how they are found."""

from __future__ import annotations

import pytest

from promptport_local.scope.backend import Backend
from promptport_local.scope.ids import prompt_id

from ..conftest import Clock
from .conftest import caller, named, production, refused

ULID = "01JH8X5G8T3V9QYB2M4N6P7R0S"


def test_a_prompt_is_found_by_its_id_and_its_name(scope: Backend) -> None:
    one = production(scope, f"prompt_{ULID}")
    assert one == production(scope, "greeting-template") == production(scope, f"prompt_{ULID.lower()}")
    made = scope.add_prompt("mine", [{"content": "x"}])
    assert prompt_id(made) == made
    assert production(scope, made)["name"] == "mine"


def test_what_has_the_form_of_an_id_is_no_name(scope: Backend) -> None:
    name = "prompt_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"
    made = scope.add_prompt(name, [{"content": "x"}])
    assert refused(production, scope, name) == (404, "prompt_not_found")
    assert production(scope, made)["name"] == name


def test_what_only_looks_like_an_id_is_a_name(scope: Backend) -> None:
    scope.add_prompt("prompt_01HXYZ", [{"content": "x"}])
    assert production(scope, "prompt_01HXYZ")["content"] == "x"


def test_prompts_are_their_organisations_own(scope: Backend) -> None:
    ident = scope.add_prompt("theirs", [{"content": "x"}], org_id="their-org")
    scope.add_prompt("my-prompt", [{"content": "theirs too"}], org_id="their-org")
    for name in ("theirs", ident):
        assert refused(production, scope, name) == (404, "prompt_not_found")
    assert production(scope, "my-prompt")["content"] != "theirs too"


def test_a_prompt_that_is_added_again_keeps_its_id(scope: Backend) -> None:
    assert scope.add_prompt("greeting-template", [{"content": "Good {{time_of_day}}"}]) == f"prompt_{ULID}"
    assert production(scope, f"prompt_{ULID}")["content"] == "Good {{time_of_day}}"
    other = f"prompt_{ULID[:-1]}0"
    assert scope.add_prompt("greeting-template", [{"content": "x"}], id=other) == other
    assert refused(production, scope, f"prompt_{ULID}") == (404, "prompt_not_found")
    assert [each["name"] for each in scope.prompts].count("greeting-template") == 1


def test_promoting_moves_production(scope: Backend, clock: Clock) -> None:
    clock.forward(hours=1)
    scope.promote("my-greeting-prompt", "version-125", by="bob")
    found = production(scope, "my-greeting-prompt")
    assert (found["id"], found["status"], found["promoted_at"], found["promoted_by"]) == (
        "version-125",
        "published",
        "2026-01-15T10:30:00.123456Z",
        "bob",
    )
    before = scope.get_version(caller(scope), "my-greeting-prompt", "version-124")
    assert (before["is_production"], before["status"]) == (False, "published")
    with pytest.raises(ValueError, match="no version 'version-9'"):
        scope.promote("my-greeting-prompt", "version-9")
    with pytest.raises(ValueError, match="my-org has no prompt 'nothing'"):
        scope.promote("nothing", "version-1")


def test_adding_versions(scope: Backend) -> None:
    assert scope.add_version("my-prompt", content="draft") == "version-2"
    latest = scope.get_latest(caller(scope), "my-prompt")
    assert (latest["content"], latest["version_number"], latest["status"]) == ("draft", 2, "draft")
    assert production(scope, "my-prompt")["version_number"] == 1
    assert scope.add_version("my-prompt", id="live", content="live", is_production=True) == "live"
    assert production(scope, "my-prompt")["content"] == "live"
    assert sum(each["is_production"] for each in named(scope, "my-prompt")["versions"]) == 1
    assert scope.add_version(f"prompt_{ULID}", id="version-3") == "version-3"
    assert scope.add_version("greeting-template") == "version-4"
