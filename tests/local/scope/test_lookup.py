"""Proves which version of a prompt is answered, and each way to find nothing."""

from __future__ import annotations

from promptport_local.scope.backend import Backend

from .conftest import caller, refused

ULID = "01JH8X5G8T3V9QYB2M4N6P7R0S"


def test_each_way_to_find_nothing(scope: Backend) -> None:
    scope.add_prompt("empty")
    who = caller(scope)
    assert refused(scope.get_production, who, "nothing") == (404, "prompt_not_found")
    assert refused(scope.get_latest, who, "nothing") == (404, "prompt_not_found")
    assert refused(scope.get_version, who, "nothing", "version-1") == (404, "prompt_not_found")
    assert refused(scope.get_production, who, "empty") == (404, "no_production_version")
    assert refused(scope.get_latest, who, "empty") == (404, "version_not_found")
    assert refused(scope.get_version, who, "empty", "version-1") == (404, "version_not_found")


def test_a_version_is_sought_within_its_prompt_alone(scope: Backend) -> None:
    who = caller(scope)
    assert refused(scope.get_version, who, "my-prompt", "version-123") == (404, "version_not_found")
    for ident in ("1", "VERSION-1", "version-1 ", "production", "latest"):
        assert refused(scope.get_version, who, "my-prompt", ident) == (404, "version_not_found")
    one, other = (scope.get_version(who, name, "version-1") for name in ("my-prompt", "welcome"))
    assert one["content"] != other["content"]
