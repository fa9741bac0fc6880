"""Proves the configuration that a whole process shares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from promptport import scope
from promptport.scope import (
    ApiKeyCredentials,
    Configuration,
    ConfigurationError,
    ScopeClient,
    configuration,
    configure,
    reset_configuration,
)

VARIABLES = (
    "SCOPE_ORG_ID", "SCOPE_API_KEY", "SCOPE_API_SECRET", "SCOPE_CLIENT_ID", "SCOPE_CLIENT_SECRET", "SCOPE_API_URL",
    "SCOPE_AUTH_API_URL", "SCOPE_ENVIRONMENT", "SCOPE_TOKEN_REFRESH_BUFFER",
)  # fmt: skip
DEFAULTS: dict[str, Any] = {
    "credentials": None, "base_url": "https://api.scope.io", "auth_api_url": "https://auth.scope.io", "api_version": "v1",
    "timeout": 30, "open_timeout": 10, "cache_enabled": True, "cache_ttl": 300, "max_retries": 3, "retry_base_delay": 0.5,
    "retry_max_delay": 30.0, "telemetry_enabled": True, "environment": "production", "token_refresh_buffer": 60,
}  # fmt: skip
WHO = ApiKeyCredentials("my-org", "key_abc123", "planted-secret")


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An environment and a process that say nothing."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    reset_configuration()
    yield
    reset_configuration()


def test_process_wide_configuration() -> None:
    """A second `configure` comes on top of the first; clients take what is set when they are built; `reset` forgets it."""
    assert configure(WHO, cache_ttl=600).cache_ttl == 600
    assert configure(timeout=5) == configuration() == Configuration(WHO, cache_ttl=600, timeout=5)
    client = scope.client()
    assert client.config == configuration()
    assert scope.client(timeout=7).config == configuration().merge(timeout=7)
    assert ScopeClient().config == scope.async_client().config == configuration()
    assert ScopeClient(config=Configuration(WHO)).config == Configuration(WHO)
    other = ApiKeyCredentials("other-org", "k", "s")
    assert scope.client(other, Configuration(WHO, timeout=9)).config == Configuration(other, timeout=9)
    reset_configuration()
    assert configuration() == Configuration()
    assert client.config.cache_ttl == 600
    with pytest.raises(ConfigurationError, match="no credentials"):
        scope.client()


def test_a_refused_change_changes_nothing() -> None:
    """An option that there is not leaves the configuration of the process as it was."""
    configure(WHO)
    with pytest.raises(TypeError):
        configure(timeuot=9)  # type: ignore[call-arg] # which is what is proven
    assert configuration() == Configuration(WHO)
