"""Proves which request finds a version of Scope, and what can't name one."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.scope import Configuration, NoProductionVersionError, NotFoundError, ValidationError
from promptport.scope.requests import check, not_found, version_request

CONFIG = Configuration(environment="staging")


@pytest.mark.parametrize(
    ("version", "label", "operation"),
    [
        (None, None, "prompts_get_production"),
        (None, "production", "prompts_get_production"),
        (None, "latest", "prompts_get_latest"),
        ("version-1", "latest", "prompts_get_version"),
    ],
)
def test_which_operation(version: str | None, label: str | None, operation: str) -> None:
    """A version goes before a label; each request has an id of its own."""
    request, _ = version_request(CONFIG, "p", version, label)
    other, _ = version_request(CONFIG, "p", version, label)
    assert request.operation.id == operation
    assert "staging" in request.arguments.values()
    assert request.arguments["request_id"] != other.arguments["request_id"]


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ((None, None, None), "name"),
        ((b"p", None, None), "name"),
        ((True, None, None), "name"),
        (("p", 1.5, None), "version"),
        (("p", ["v"], None), "version"),
        (("p", None, ["latest"]), "label"),
        (("p", None, [10**5000]), "label"),
        (("p", None, "live"), "label"),
    ],
)
def test_what_names_no_version(arguments: tuple[Any, Any, Any], field: str) -> None:
    with pytest.raises(ValidationError, match=field) as caught:
        check(*arguments)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("version", "label", "code", "kind"),
    [
        (None, None, None, NoProductionVersionError),
        (None, "production", "no_production_version", NoProductionVersionError),
        (None, None, "prompt_not_found", NotFoundError),
        (None, "latest", None, NotFoundError),
        ("v", None, None, NotFoundError),
    ],
)
def test_what_a_404_means(version: str | None, label: str | None, code: str | None, kind: type[Exception]) -> None:
    error = NotFoundError("no")
    error.code = code
    assert type(not_found(error, "p", version, label)) is kind
