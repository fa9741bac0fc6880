"""Proves that everything can be added as data."""

from __future__ import annotations

from promptport_local.scope.backend import Backend

from .conftest import production, refused


def test_everything_can_be_seeded_as_data(scope: Backend, token: str) -> None:
    scope.seed(
        {
            "applications": [{"api_key": "key_abc123", "can_read": False}, {"api_key": "k", "api_secret": "s"}],
            "prompts": [{"name": "p", "versions": [{"content": "a"}]}],
            "versions": [{"prompt": "p", "content": "b"}],
            "promote": [{"prompt": "p", "version_id": "version-2"}],
            "revoke": "all",
            "expire": [token],
            "options": {"expires_in": None, "flat_errors": True, "spelling": "ruby"},
        }
    )
    assert production(scope, "p")["content"] == "b"
    assert refused(scope.authenticate, token) == (401, "token_revoked")
    assert vars(scope.options) == {"expires_in": None, "flat_errors": True, "spelling": "ruby"}
    assert scope.tokens[0]["expires_at"] == scope.tokens[0]["issued_at"]
    assert "expires_in" not in scope.exchange("my-org", "k", "s")
