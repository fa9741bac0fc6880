"""Proves what Scope's credentials and settings take, from where, in which order: `docs/wire/scope.md` 1.2, 1.3, 3.2 and 3.3."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from promptport import scope
from promptport.scope import (
    ApiKeyCredentials,
    Configuration,
    ConfigurationError,
    MissingApiKeyError,
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


# Configuration


def test_defaults() -> None:
    """`docs/wire/scope.md` 1.3: the options with their documented defaults, the credentials first."""
    assert Configuration().to_dict() == DEFAULTS
    assert configuration() == Configuration()
    assert Configuration(WHO).credentials == WHO
    assert Configuration().api_url == "https://api.scope.io/api/v1"
    assert Configuration(base_url="http://h/", api_version="v2").api_url == "http://h/api/v2"


ENVIRONMENT: dict[str, tuple[str, str, Any]] = {
    "base_url": ("SCOPE_API_URL", "http://a.example/x", "http://a.example/x"),
    "auth_api_url": ("SCOPE_AUTH_API_URL", "http://b.example", "http://b.example"),
    "environment": ("SCOPE_ENVIRONMENT", "staging", "staging"),
    "token_refresh_buffer": ("SCOPE_TOKEN_REFRESH_BUFFER", "15", 15),
}


@pytest.mark.parametrize("option", ENVIRONMENT)
def test_precedence(option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Argument, then environment, then default; an argument that equals the default counts; an empty variable does not."""
    variable, text, value = ENVIRONMENT[option]
    monkeypatch.setenv(variable, "")
    assert getattr(Configuration(), option) == DEFAULTS[option]
    monkeypatch.setenv(variable, text)
    assert getattr(Configuration(), option) == value
    absent: dict[str, Any] = {option: None}
    given: dict[str, Any] = {option: DEFAULTS[option]}
    assert getattr(Configuration(**absent), option) == value
    for config in (
        Configuration(**given),
        Configuration().merge(**given),
        configure(**given),
        ScopeClient(WHO, **given).config,
        ScopeClient(WHO, Configuration(**given)).config,
        ScopeClient(WHO, Configuration(**given), **absent).config,
    ):
        assert getattr(config, option) == DEFAULTS[option], config


def test_environment_is_read_when_a_configuration_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was built keeps what it read, through `merge` too."""
    monkeypatch.setenv("SCOPE_API_URL", "http://first.example")
    first = Configuration()
    monkeypatch.setenv("SCOPE_API_URL", "http://second.example")
    assert first.merge(timeout=5).base_url == "http://first.example"
    assert Configuration().base_url == "http://second.example"


@pytest.mark.parametrize("text", ["soon", "1.5", "1e3", "-"])
def test_buffer_that_is_no_number(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that makes no sense is named."""
    monkeypatch.setenv("SCOPE_TOKEN_REFRESH_BUFFER", text)
    with pytest.raises(ConfigurationError, match="SCOPE_TOKEN_REFRESH_BUFFER"):
        Configuration()
    assert Configuration(token_refresh_buffer=5).token_refresh_buffer == 5


def test_slashes_at_the_end() -> None:
    """They are stripped where requests are sent."""
    client = ScopeClient(WHO, base_url="http://h/x//", auth_api_url="http://a/")
    assert list(client._pipeline.options.hosts.values()) == ["http://h/x", "http://a"]
    assert client.config.api_url == "http://h/x/api/v1"


def test_configurations_do_not_change() -> None:
    """`merge` makes another; None leaves all options but times as they are; one that there is not is a TypeError with a guess."""
    first = Configuration(WHO, timeout=5)
    second = first.merge(cache_ttl=10, environment=None, base_url=None)
    assert (first.cache_ttl, second.cache_ttl, second.timeout, second.credentials) == (300, 10, 5, WHO)
    assert first.merge(timeout=None).timeout is None
    assert first.merge(ApiKeyCredentials("other")).credentials == ApiKeyCredentials("other")
    assert (first == first.merge(), first == second, hash(first) == hash(first.merge())) == (True, False, True)
    assert pickle.loads(pickle.dumps(second)) == second
    with pytest.raises(AttributeError):
        first.timeout = 9  # type: ignore[misc] # which is what is proven
    with pytest.raises(TypeError, match="Did you mean `timeout`"):
        first.merge(timeuot=9)  # type: ignore[call-arg] # likewise
    with pytest.raises(TypeError, match="There are credentials, base_url"):
        configure(zzz=9)  # type: ignore[call-arg] # likewise
    with pytest.raises(TypeError):
        Configuration(timeuot=9)  # type: ignore[call-arg] # likewise


def test_configuration_shows_no_secret() -> None:
    """S2: neither as a text nor as a dict."""
    config = Configuration(WHO)
    assert "planted" not in f"{config!r} {config} {config.to_dict()}"
    assert config.to_dict()["credentials"]["api_secret"] == "[REDACTED]"


def test_validate_names_the_first() -> None:
    """`docs/wire/scope.md` 3.3: credentials, base URL, auth URL, then the fields of the credentials."""
    bad = Configuration(base_url="h", auth_api_url="a")
    with pytest.raises(ConfigurationError, match="no credentials"):
        bad.validate()
    bad = bad.merge(ApiKeyCredentials())
    with pytest.raises(ConfigurationError, match="`base_url`"):
        bad.validate()
    bad = bad.merge(base_url="http://h")
    with pytest.raises(ConfigurationError, match="`auth_api_url`"):
        bad.validate()
    bad = bad.merge(auth_api_url="http://a")
    with pytest.raises(ConfigurationError, match="`org_id`"):
        bad.validate()
    bad.merge(WHO).validate()


# The process


def test_clients_take_the_credentials_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none are given; those that are given go before them."""
    for name in ("ORG_ID", "API_KEY", "API_SECRET"):
        monkeypatch.setenv(f"SCOPE_{name}", name)
    assert ScopeClient().config.credentials == ApiKeyCredentials.from_env()
    assert ScopeClient(WHO).config.credentials == WHO
    monkeypatch.delenv("SCOPE_API_SECRET")
    with pytest.raises(MissingApiKeyError, match="SCOPE_API_SECRET"):
        ScopeClient()


def test_deadline_and_waits() -> None:
    """The options reach the road to the wire under its own names."""
    client = ScopeClient(WHO, timeout=4, open_timeout=2, max_retries=2, retry_base_delay=0.1, retry_max_delay=3)
    options = client._pipeline.options
    assert (options.timeout, options.deadline, options.connect) == (4, 12, 2)
    assert [*options.policy] == [2, 0.1, 3]
    assert ScopeClient(WHO)._pipeline.options.deadline == 60


def test_names_of_the_vendor() -> None:
    """`docs/wire/scope.md` 3.1: every name that Scope's package exports is here, and the version that it matches."""
    names = {
        "__version__", "VERSION", "ClientCredentials", "Credentials", "CredentialsProtocol", "Resource", "PromptVersion",
        "configuration", "reset_configuration", "configure", "client", "OnRequestCallback", "OnResponseCallback",
        "OnErrorCallback", "ScopeClient", "ApiKeyCredentials", "Configuration", "Telemetry", "RequestInfo", "ResponseInfo",
        "ErrorInfo",
    }  # fmt: skip
    assert names <= set(vars(scope)["__all__"])
    assert scope.VERSION == scope.__version__ == "0.2.0"
