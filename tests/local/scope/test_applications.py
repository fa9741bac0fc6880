"""Proves which applications get a token, and which may read."""

from __future__ import annotations

import pytest

from promptport_local.scope.backend import Backend

from .conftest import APPLICATION, issue, refused


@pytest.mark.parametrize(
    "credentials",
    [
        ("my-org", "key_abc123", "wrong"),
        ("my-org", "key_abc123", ""),
        ("my-org", "unknown", "secret_xyz"),
        ("another", "key_abc123", "secret_xyz"),
    ],
)
def test_credentials_that_do_not_belong_together(scope: Backend, credentials: tuple[str, ...]) -> None:
    assert refused(scope.exchange, *credentials) == (401, "invalid_credentials")
    assert scope.counts == {"issued": 0, "invalid_credentials": 1, "application_disabled": 0, "calls": 0}


def test_a_disabled_application_is_told_only_with_its_secret(scope: Backend, token: str) -> None:
    scope.add_application("key_abc123", enabled=False)
    assert refused(scope.exchange, *APPLICATION) == (403, "application_disabled")
    assert refused(scope.exchange, "my-org", "key_abc123", "wrong") == (401, "invalid_credentials")
    assert refused(scope.authenticate, token) == (403, "application_disabled")
    assert scope.counts == {"issued": 1, "invalid_credentials": 1, "application_disabled": 1, "calls": 0}
    scope.add_application("key_abc123", enabled=True)
    assert scope.authenticate(token)["api_key"] == "key_abc123"


def test_an_application_that_may_not_read(scope: Backend) -> None:
    scope.add_application("key_abc123", can_read=False)
    assert refused(scope.authenticate, issue(scope)) == (403, "forbidden")


def test_an_application_is_changed_and_added(scope: Backend, token: str) -> None:
    scope.add_application("key_abc123", "rotated")
    assert refused(scope.exchange, *APPLICATION) == (401, "invalid_credentials")
    assert issue(scope, "my-org", "key_abc123", "rotated") != token
    assert scope.authenticate(token)
    scope.add_application("other", "s", org_id="their-org")
    assert scope.authenticate(issue(scope, "their-org", "other", "s"))["org_id"] == "their-org"
    with pytest.raises(ValueError, match="needs an api_secret"):
        scope.add_application("third")
