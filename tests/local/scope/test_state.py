"""Proves that what is held is shown without secrets."""

from __future__ import annotations

import json

from promptport_local.scope.backend import Backend

from .conftest import issue


def test_no_secret_is_shown(scope: Backend) -> None:
    scope.add_application("a_key_that_is_long", "a_secret_that_is_long")
    tokens = [issue(scope), issue(scope, "my-org", "a_key_that_is_long", "a_secret_that_is_long")]
    shown = json.dumps(scope.state()) + repr(scope.tables())
    for secret in ("key_abc123", "secret_xyz", "a_key_that_is_long", "a_secret_that_is_long", *tokens):
        assert secret not in shown
    assert "eyJh…" in repr(scope.tables())
