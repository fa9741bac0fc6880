"""What an application shows Scope to be let in."""

from __future__ import annotations

import os
from typing import ClassVar, Protocol, Self

from attrs import field, frozen

from ..http.key import AskedKey, AsyncKey, key_of
from .errors import ConfigurationError, MissingApiKeyError


class CredentialsProtocol(Protocol):
    """What a client asks of credentials, for an application that brings its own."""

    @property
    def org_id(self) -> str | None:
        """The organisation's id."""

    @property
    def api_key(self) -> str | None:
        """The API key."""

    @property
    def api_secret(self) -> str | None:
        """The API secret."""

    def validate(self) -> None:
        """Raise ConfigurationError where something is missing."""

    def to_dict(self) -> dict[str, str | None]:
        """The fields, the secret replaced."""


class AskedCredentials:
    """Credentials of which functions answer the key, the secret, or both.

    Args:
        org_id: The organisation's id.
        api_key: The API key, or the function that answers it.
        api_secret: The API secret, or the function that answers it.
    """

    def __init__(self, org_id: str | None, api_key: str | AskedKey | None, api_secret: str | AskedKey | None) -> None:
        self.org_id, self._key, self._secret = org_id, api_key, api_secret

    @property
    def asked(self) -> tuple[AskedKey, ...]:
        """Those that a function answers."""
        return tuple(each for each in (self._key, self._secret) if isinstance(each, AskedKey))

    @property
    def api_key(self) -> str | None:
        """The API key; None while nobody knows."""
        return self._key.value if isinstance(self._key, AskedKey) else self._key

    @property
    def api_secret(self) -> str | None:
        """The API secret; None while nobody knows."""
        return self._secret.value if isinstance(self._secret, AskedKey) else self._secret

    def validate(self) -> None:
        """Check what is known; the rest is checked when a function answers it.

        Raises:
            MissingApiKeyError: The key or the secret is missing, and no function answers it.
            ConfigurationError: The organisation is missing, or one of the three is malformed.
        """
        known = [each if isinstance(each, str | None) else "asked" for each in (self._key, self._secret)]
        check(ApiKeyCredentials(self.org_id, *known))

    def to_dict(self) -> dict[str, str | None]:
        """The fields by their names, key and secret replaced."""
        return {"org_id": self.org_id, "api_key": "[REDACTED]", "api_secret": "[REDACTED]"}

    def __repr__(self) -> str:
        return f"AskedCredentials(org_id={self.org_id!r})"


def asked_of(credentials: CredentialsProtocol) -> tuple[AskedKey, ...]:
    """The parts of credentials that a function answers."""
    return credentials.asked if isinstance(credentials, AskedCredentials) else ()


def check(credentials: CredentialsProtocol, key: str = "api_key", secret: str = "api_secret") -> None:
    """Check what a client asks of credentials.

    Args:
        credentials: Ours, or an application's own.
        key: What its API key is called.
        secret: What its API secret is called.

    Raises:
        MissingApiKeyError: The key or the secret is missing.
        ConfigurationError: The organisation is missing, or one of the three is malformed.
    """
    for name, value, variable, kind in (
        ("org_id", credentials.org_id, "SCOPE_ORG_ID", ConfigurationError),
        (key, credentials.api_key, "SCOPE_API_KEY", MissingApiKeyError),
        (secret, credentials.api_secret, "SCOPE_API_SECRET", MissingApiKeyError),
    ):
        if value is None or value == "":
            error = kind(f"The credentials have no `{name}`: pass it, or set {variable} and use `from_env()`.")
            error.missing = True
            raise error
        if not isinstance(value, str):
            raise ConfigurationError(f"`{name}` must be a string, not {type(value).__name__}.")
        if value != value.strip():
            raise ConfigurationError(f"`{name}` has white space or a line break around it: strip it.")
        if any("\ud800" <= each <= "\udfff" for each in value):
            raise ConfigurationError(f"`{name}` holds half of a surrogate pair, which UTF-8 can't express.")


@frozen
class Credentials:
    """An organisation, an API key and its secret. They can't be changed, can be compared, and never show the secret.

    Args:
        org_id: The organisation's id.
        api_key: The API key.
        api_secret: The API secret.
    """

    org_id: str | None = None
    api_key: str | None = None
    api_secret: str | None = field(default=None, repr=lambda secret: repr(secret and "[REDACTED]"))

    auth_type: ClassVar[str] = "api_key"
    _names: ClassVar[tuple[str, str]] = ("api_key", "api_secret")

    @property
    def client_id(self) -> str | None:
        """The API key, by its newer name."""
        return self.api_key

    @property
    def client_secret(self) -> str | None:
        """The API secret, by its newer name."""
        return self.api_secret

    @classmethod
    def from_env(cls) -> Self:
        """The credentials of the environment. What is absent is None, and reported when a client is built.

        SCOPE_ORG_ID; SCOPE_CLIENT_ID, else SCOPE_API_KEY; SCOPE_CLIENT_SECRET, else SCOPE_API_SECRET.
        """
        key = os.environ.get("SCOPE_CLIENT_ID") or os.environ.get("SCOPE_API_KEY")
        secret = os.environ.get("SCOPE_CLIENT_SECRET") or os.environ.get("SCOPE_API_SECRET")
        return cls(os.environ.get("SCOPE_ORG_ID") or None, key or None, secret or None)

    def validate(self) -> None:
        """Check that nothing is missing.

        Raises:
            MissingApiKeyError: The key or the secret is missing.
            ConfigurationError: The organisation is missing, or one of the three is malformed.
        """
        check(self, *self._names)

    def to_dict(self) -> dict[str, str | None]:
        """The fields by their names, the secret replaced."""
        key, secret = self._names
        return {"org_id": self.org_id, key: self.api_key, secret: self.api_secret and "[REDACTED]"}


class ApiKeyCredentials(Credentials):
    """Credentials under their documented names: `ApiKeyCredentials(org_id, api_key, api_secret)`."""


class ClientCredentials(Credentials):
    """Credentials under their newer names: `ClientCredentials(org_id, client_id, client_secret)`.

    Args:
        org_id: The organisation's id.
        client_id: The API key.
        client_secret: The API secret.
        api_key: The API key, by its documented name.
        api_secret: The API secret, by its documented name.

    Raises:
        TypeError: Both names of one thing are given.
    """

    auth_type: ClassVar[str] = "client_credentials"
    _names: ClassVar[tuple[str, str]] = ("client_id", "client_secret")

    def __init__(
        self,
        org_id: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
    ) -> None:
        if client_id is not None and api_key is not None:
            raise TypeError("`client_id` and `api_key` are two names of one thing: pass one of them.")
        if client_secret is not None and api_secret is not None:
            raise TypeError("`client_secret` and `api_secret` are two names of one thing: pass one of them.")
        super().__init__(
            org_id, client_id if api_key is None else api_key, client_secret if api_secret is None else api_secret
        )


def credentials_of(org_id: str | None, api_key: AsyncKey | None, api_secret: AsyncKey | None) -> CredentialsProtocol:
    """Credentials of texts, functions, and, where both are missing, of the environment."""
    env = ApiKeyCredentials.from_env()
    org_id, key, secret = org_id or env.org_id, api_key or env.api_key, api_secret or env.api_secret
    if not callable(key) and not callable(secret):
        return ApiKeyCredentials(org_id, key, secret)
    asked = (
        key_of(each, argument=name, variable="") if callable(each) else each
        for name, each in (("api_key", key), ("api_secret", secret))
    )
    return AskedCredentials(org_id, *asked)
