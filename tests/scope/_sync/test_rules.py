# Made from tests/scope/_async/test_rules.py by `python tools/unasync.py`: change that file, never this one.
"""Proves which error is made of a refusal of Scope's, in both of its shapes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from promptport.scope import (
    ApiKeyCredentials,
    ScopeClient,
    NoProductionVersionError,
    NotFoundError,
    ScopeError,
)
from promptport.testing import Platform

WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")


def options(platform: Platform) -> dict[str, Any]:
    """What a client of the local Scope is built with."""
    url = platform.url("scope")
    return {"credentials": WHO, "base_url": url, "auth_api_url": url}


@pytest.fixture
def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    with ScopeClient(**options(platform)) as made:
        yield made


@pytest.mark.parametrize(
    ("name", "arguments", "kind", "code"),
    [
        ("nope", {}, NotFoundError, "prompt_not_found"),
        ("nope", {"label": "latest"}, NotFoundError, "prompt_not_found"),
        ("nope", {"version": "v"}, NotFoundError, "prompt_not_found"),
        ("my-prompt", {"version": "v"}, NotFoundError, "version_not_found"),
        ("my-prompt", {"version": "v", "label": "latest"}, NotFoundError, "version_not_found"),
        ("empty", {"label": "latest"}, NotFoundError, "version_not_found"),
        ("my-draft-prompt", {}, NoProductionVersionError, "no_production_version"),
        ("my-draft-prompt", {"label": "production"}, NoProductionVersionError, "no_production_version"),
    ],
)
def test_which_404_it_is(
    client: ScopeClient,
    platform: Platform,
    name: str,
    arguments: dict[str, Any],
    kind: type[ScopeError],
    code: str,
) -> None:
    """`docs/wire/scope.md` 5.3: no version in production is an error of its own; a missing prompt or version is not."""
    platform.backend("scope").add_prompt("empty")
    with pytest.raises(ScopeError) as caught:
        client.get_prompt_version(name, **arguments)

    error = caught.value
    assert type(error) is kind
    assert (error.http_status, error.error_code) == (404, code)
    assert error.request_id == platform.requests[-1].header("x-request-id")
    assert json.loads(error.http_body or "")["error"]["code"] == code
    assert len(platform.requests) == 2
    if isinstance(error, NoProductionVersionError):
        assert error.prompt_id == name


@pytest.mark.parametrize("flat", [{"message": "gone"}, {"error": "gone"}, {"error": {"code": "other"}}, {}, []])
def test_404_that_says_nothing_of_the_prompt(client: ScopeClient, platform: Platform, flat: Any) -> None:
    """A platform that does not say which is taken as Scope's own client takes it: none in production."""
    for arguments, kind in (({}, NoProductionVersionError), ({"label": "latest"}, NotFoundError)):
        platform.script("scope", {"status": 404, "json": flat, "path": None, "operation": None} | _prompts(arguments))
        with pytest.raises(ScopeError) as caught:
            client.get_prompt_version("p", **arguments)  # type: ignore[arg-type]
        assert type(caught.value) is kind


def _prompts(arguments: dict[str, str]) -> dict[str, str]:
    return {"operation": f"prompts_get_{arguments.get('label', 'production')}"}


@pytest.mark.parametrize("flat", [True, False])
def test_both_shapes_of_errors(client: ScopeClient, platform: Platform, flat: bool) -> None:
    """Nested as the client for Python reads them, flat as the one for Ruby does."""
    platform.backend("scope").options.flat_errors = flat
    with pytest.raises(NotFoundError) as caught:
        client.get_prompt_version("nope", version="v")

    assert caught.value.message == "There is no prompt 'nope'."
    assert caught.value.error_code == (None if flat else "prompt_not_found")
    assert caught.value.hint == (None if flat else "Check the name, or the id: an organisation sees its own prompts.")
