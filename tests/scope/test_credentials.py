"""Proves what Scope's credentials take, from where, and that they show no secret: `docs/wire/scope.md` 1.2 and 1.3."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from promptport.scope import (
    ApiKeyCredentials,
    ClientCredentials,
    ConfigurationError,
    Credentials,
    InvalidCredentialsError,
    MissingApiKeyError,
    ScopeClient,
    reset_configuration,
)
from promptport.testing import Platform

WHO = ApiKeyCredentials("my-org", "key_abc123", "planted-secret")


VARIABLES = (
    "SCOPE_ORG_ID", "SCOPE_API_KEY", "SCOPE_API_SECRET", "SCOPE_CLIENT_ID", "SCOPE_CLIENT_SECRET", "SCOPE_API_URL",
    "SCOPE_AUTH_API_URL", "SCOPE_ENVIRONMENT", "SCOPE_TOKEN_REFRESH_BUFFER",
)  # fmt: skip


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An environment and a process that say nothing."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    reset_configuration()
    yield
    reset_configuration()


@pytest.mark.parametrize("kind", [ApiKeyCredentials, ClientCredentials])
def test_credentials_by_position(kind: type[ApiKeyCredentials] | type[ClientCredentials]) -> None:
    """Organisation, key, secret; readable under both names of each."""
    who = kind("o", "k", "s")
    assert (who.org_id, who.api_key, who.api_secret, who.client_id, who.client_secret) == ("o", "k", "s", "k", "s")
    assert who == kind("o", "k", "s") != kind("o", "k", "t")
    assert hash(who) == hash(kind("o", "k", "s"))
    assert pickle.loads(pickle.dumps(who)) == who
    with pytest.raises(AttributeError):
        who.api_key = "other"  # type: ignore[misc] # which is what is proven
    who.validate()


def test_credentials_by_name() -> None:
    """The documented names and the newer ones, without a warning; not both of one thing."""
    assert ApiKeyCredentials(org_id="o", api_key="k", api_secret="s").client_secret == "s"
    assert ClientCredentials(org_id="o", client_id="k", client_secret="s").api_secret == "s"
    assert ClientCredentials("o", api_key="k", api_secret="s") == ClientCredentials("o", "k", "s")
    with pytest.raises(TypeError, match="client_id"):
        ClientCredentials("o", "k", api_key="k")
    with pytest.raises(TypeError, match="client_secret"):
        ClientCredentials("o", client_secret="s", api_secret="s")
    assert ApiKeyCredentials("o", client_id="k", client_secret="s") == ApiKeyCredentials("o", "k", "s")
    with pytest.raises(TypeError, match="client_id"):
        ApiKeyCredentials("o", "k", client_id="k")
    with pytest.raises(TypeError, match="client_secret"):
        ApiKeyCredentials("o", api_secret="s", client_secret="s")
    assert (ApiKeyCredentials.auth_type, ClientCredentials.auth_type) == ("api_key", "client_credentials")


def test_credentials_show_no_secret() -> None:
    """S2: `repr` and `to_dict` replace the secret, under the names of the class; None stays None."""
    assert repr(WHO) == "ApiKeyCredentials(org_id='my-org', api_key='key_abc123', api_secret='[REDACTED]')"
    assert WHO.to_dict() == {"org_id": "my-org", "api_key": "key_abc123", "api_secret": "[REDACTED]"}
    newer = ClientCredentials("o", "k", "planted-secret")
    assert newer.to_dict() == {"org_id": "o", "client_id": "k", "client_secret": "[REDACTED]"}
    assert "planted" not in f"{newer!r} {newer} {WHO}"
    assert ApiKeyCredentials().to_dict() == {"org_id": None, "api_key": None, "api_secret": None}
    assert "None" in repr(ApiKeyCredentials())


def test_credentials_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The documented variables; the newer ones go before them; what is absent or empty is None."""
    assert ApiKeyCredentials.from_env() == ApiKeyCredentials()
    for name in ("ORG_ID", "API_KEY", "API_SECRET"):
        monkeypatch.setenv(f"SCOPE_{name}", name)
    assert ApiKeyCredentials.from_env() == ApiKeyCredentials("ORG_ID", "API_KEY", "API_SECRET")
    assert ClientCredentials.from_env() == ClientCredentials("ORG_ID", "API_KEY", "API_SECRET")
    monkeypatch.setenv("SCOPE_CLIENT_ID", "newer")
    monkeypatch.setenv("SCOPE_CLIENT_SECRET", "newest")
    assert ApiKeyCredentials.from_env() == ApiKeyCredentials("ORG_ID", "newer", "newest")
    monkeypatch.setenv("SCOPE_CLIENT_ID", "")
    monkeypatch.setenv("SCOPE_ORG_ID", "")
    assert ApiKeyCredentials.from_env() == ApiKeyCredentials(None, "API_KEY", "newest")


@pytest.mark.parametrize(
    ("given", "kind", "words"),
    [
        ((None, None, None), ConfigurationError, "no `org_id`.*SCOPE_ORG_ID"),
        (("", "k", "s"), ConfigurationError, "no `org_id`"),
        (("o", None, "s"), MissingApiKeyError, "no `api_key`.*SCOPE_API_KEY"),
        (("o", "", "s"), MissingApiKeyError, "no `api_key`"),
        (("o", "k", None), MissingApiKeyError, "no `api_secret`.*SCOPE_API_SECRET"),
        (("o", 5, "s"), ConfigurationError, "`api_key` must be a string, not int"),
        (("o", "k", b"s"), ConfigurationError, "`api_secret` must be a string, not bytes"),
        (("o\n", "k", "s"), ConfigurationError, "`org_id` has white space"),
        (("o", " k", "s"), ConfigurationError, "`api_key` has white space"),
        (("o", "k", "planted-secret\n"), ConfigurationError, "`api_secret` has white space"),
        (("o", "k", "planted-\ud800"), ConfigurationError, "`api_secret` holds half of a surrogate"),
    ],
)
def test_bad_credentials(given: tuple[Any, Any, Any], kind: type[ConfigurationError], words: str) -> None:
    """What is missing or malformed is named, the first first, when a client is built as well; the secret is not shown."""
    for act in (ApiKeyCredentials(*given).validate, lambda: ScopeClient(ApiKeyCredentials(*given))):
        with pytest.raises(ConfigurationError, match=words) as caught:
            act()
        assert type(caught.value) is kind
        assert "planted" not in str(caught.value)
    ApiKeyCredentials("Ö 1", 'k"', "s\\t").validate()
    with pytest.raises(MissingApiKeyError, match="no `client_id`"):
        ClientCredentials("o").validate()


class Vault:
    """Credentials of an application's own, whose `repr` says too much."""

    org_id, api_key = "my-org", "key_abc123"
    api_secret: Any = "planted-secret"

    def validate(self) -> None:
        """All is well."""

    def to_dict(self) -> dict[str, str | None]:
        """Without the secret."""
        return {"org_id": self.org_id}

    def __repr__(self) -> str:
        return f"Vault({self.api_secret})"


def test_credentials_of_an_application() -> None:
    """Anything with three fields and two methods; its secret is not shown through ours, and is checked like ours."""
    config = ScopeClient(Vault()).config
    assert "planted" not in f"{config!r} {config.to_dict()}"
    assert "<Vault>" in repr(config)
    bad = Vault()
    bad.api_secret = None
    with pytest.raises(MissingApiKeyError):
        ScopeClient(bad)


class Derived(Credentials):
    """Of the base class, with attributes of the newer names."""

    def __init__(self) -> None:
        self.org_id, self.client_id, self.client_secret = "o", "k", "planted-secret"  # type: ignore[misc]


class Asked(Credentials):
    """Of the base class, with properties of the older names."""

    @property
    def org_id(self) -> str:
        """The organisation."""
        return "o"

    @property
    def api_key(self) -> str:
        """The key."""
        return "k"

    @property
    def api_secret(self) -> str:
        """The secret."""
        return "planted-secret"


@dataclass
class Written(Credentials):
    """A dataclass: its fields have no defaults."""

    org_id: str
    client_id: str
    client_secret: str


class Mixed(ApiKeyCredentials):
    """Of the documented class, with what is newer in a vault."""

    @property
    def client_secret(self) -> str:
        """The secret."""
        return "planted-secret"


class Older(ClientCredentials):
    """Of the newer class, with what is older in a vault."""

    @property
    def api_secret(self) -> str:
        """The secret."""
        return "planted-secret"


class Newer:
    """Of no class of ours, without more than what is asked for."""

    org_id, client_id, client_secret = "o", "k", "planted-secret"


OWN = [Derived(), Asked(), Written("o", "k", "planted-secret"), Mixed("o", "k"), Older("o", "k"), Newer()]


@pytest.mark.parametrize("who", OWN, ids=lambda each: type(each).__name__)
def test_credentials_of_either_form(who: Any) -> None:
    """Attributes or properties, under the names of either generation: they are exchanged, and shown without the secret."""
    with Platform() as platform:
        platform.script("scope", {"operation": "auth_login", "status": 401})
        url = platform.url("scope")
        with ScopeClient(who, base_url=url, auth_api_url=url, max_retries=0) as client:
            assert client.credentials is who
            with pytest.raises(InvalidCredentialsError):
                client.get_prompt_version("my-prompt")
            assert "planted" not in f"{client.config!r} {client.config.to_dict()}"
        sent = json.loads(platform.requests[0].body)
    assert sent == {"account_id": "o", "client_id": "k", "client_secret": "planted-secret"}
    if isinstance(who, Credentials):
        who.validate()
        assert "[REDACTED]" in who.to_dict().values()


@pytest.mark.parametrize(
    ("kind", "name"), [(Derived, "client_secret"), (Asked, "api_secret"), (Newer, "client_secret")], ids=str
)
def test_what_own_credentials_lack_is_named_as_they_name_it(kind: Any, name: str) -> None:
    """Under the name by which it was looked for."""
    lacking = type(kind.__name__, (kind,), {name: ""})
    who = lacking()
    vars(who).pop(name, None)
    with pytest.raises(MissingApiKeyError, match=f"no `{name}`"):
        ScopeClient(who)


def test_a_base_without_any_field() -> None:
    """Has none of them under any name, and says which is missing first."""
    who = Credentials()
    assert [getattr(who, name) for name in ("org_id", "api_key", "api_secret", "client_id", "client_secret")] == [
        None
    ] * 5
    assert not hasattr(Credentials, "api_key")
    with pytest.raises(ConfigurationError, match="no `org_id`"):
        who.validate()
