"""What an application shows Scope to be let in."""

from __future__ import annotations

import os
from inspect import getattr_static
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from attrs import frozen

from ..http.key import AskedKey, AsyncKey, key_of
from .errors import ConfigurationError, MissingApiKeyError


class CredentialsProtocol(Protocol):
    """What a client asks of credentials, for an application that brings its own. `Credentials` is a base for them."""

    @property
    def org_id(self) -> str | None:
        """The organisation's id."""

    @property
    def api_key(self) -> str | None:
        """The API key."""

    @property
    def api_secret(self) -> str | None:
        """The API secret."""


class ClientCredentialsProtocol(Protocol):
    """What a client asks of credentials of an application's own that have the newer names."""

    @property
    def org_id(self) -> str | None:
        """The organisation's id."""

    @property
    def client_id(self) -> str | None:
        """The API key."""

    @property
    def client_secret(self) -> str | None:
        """The API secret."""


AnyCredentials = CredentialsProtocol | ClientCredentialsProtocol
NAMES = (("api_key", "client_id"), ("api_secret", "client_secret"))


def names_of(credentials: object) -> tuple[str, str]:
    """By which of their names key and secret are asked for: that which the object, else its most derived class, says itself."""
    if isinstance(credentials, ClientCredentials):
        return "client_id", "client_secret"
    spaces = [getattr(credentials, "__dict__", {}), *map(vars, type(credentials).__mro__)]
    key, secret = (
        next((name for space in spaces for name in names if not isinstance(space.get(name, ABSENT), _Field)), names[0])
        for names in NAMES
    )
    return key, secret


def pair_of(credentials: object) -> tuple[Any, Any]:
    """Key and secret of credentials, as they are now: those of an application's own may change."""
    key, secret = names_of(credentials)
    return getattr(credentials, key, None), getattr(credentials, secret, None)


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


def asked_of(credentials: object) -> tuple[AskedKey, ...]:
    """The parts of credentials that a function answers."""
    return credentials.asked if isinstance(credentials, AskedCredentials) else ()


def check(credentials: object) -> None:
    """Check what a client asks of credentials, ours or an application's own.

    Raises:
        MissingApiKeyError: The key or the secret is missing.
        ConfigurationError: The organisation is missing, or one of the three is malformed.
    """
    for name, value, variable, kind in zip(
        ("org_id", *names_of(credentials)),
        (getattr(credentials, "org_id", None), *pair_of(credentials)),
        ("SCOPE_ORG_ID", "SCOPE_API_KEY", "SCOPE_API_SECRET"),
        (ConfigurationError, MissingApiKeyError, MissingApiKeyError),
        strict=True,
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


def shown(credentials: object) -> dict[str, str | None]:
    """The fields of credentials by their names, the secret replaced."""
    (key, secret), (known, hidden) = names_of(credentials), pair_of(credentials)
    return {"org_id": getattr(credentials, "org_id", None), key: known, secret: hidden and "[REDACTED]"}


class _Field:
    """A field of credentials of an application's own, as long as neither they nor their class have it.

    It is no data descriptor, so that they may set it, and absent from the class, where a dataclass would find a default.

    Args:
        other: The field's other name, which answers it; empty where there is none.
    """

    def __init__(self, other: str = "") -> None:
        self._other = other

    def __get__(self, credentials: object | None, owner: type) -> Any:
        if credentials is None:
            raise AttributeError(f"{owner.__name__} says it in each object alone")
        if not self._other:
            return None
        declared = getattr_static(credentials, self._other, None)
        return None if isinstance(declared, _Field) else getattr(credentials, self._other)


ABSENT = _Field()


class Credentials:
    """The base of credentials; an application derives its own from it.

    Those have `org_id`, and `api_key` and `api_secret`, or `client_id` and `client_secret`: as attributes, or as properties,
    which are asked before every token, so that they may come from a vault. Both pairs of names can be read of all credentials.
    """

    __slots__ = ()
    auth_type: ClassVar[str] = "api_key"

    if TYPE_CHECKING:

        @property
        def org_id(self) -> str | None:
            """The organisation's id."""

        @property
        def api_key(self) -> str | None:
            """The API key."""

        @property
        def api_secret(self) -> str | None:
            """The API secret."""

        @property
        def client_id(self) -> str | None:
            """The API key, by its newer name."""

        @property
        def client_secret(self) -> str | None:
            """The API secret, by its newer name."""

    else:
        org_id = _Field()
        api_key, api_secret = _Field("client_id"), _Field("client_secret")
        client_id, client_secret = _Field("api_key"), _Field("api_secret")

    def validate(self) -> None:
        """Check that nothing is missing.

        Raises:
            MissingApiKeyError: The key or the secret is missing.
            ConfigurationError: The organisation is missing, or one of the three is malformed.
        """
        check(self)

    def to_dict(self) -> dict[str, str | None]:
        """The fields by their names, the secret replaced."""
        return shown(self)


@frozen(init=False, repr=False)
class _Given(Credentials):
    """Credentials that an application gives. Their names are properties, so that a subclass may have others in their places."""

    _org_id: str | None = None
    _key: str | None = None
    _secret: str | None = None

    @property
    def org_id(self) -> str | None:
        """The organisation's id."""
        return self._org_id

    @property
    def api_key(self) -> str | None:
        """The API key."""
        return self._key

    @property
    def api_secret(self) -> str | None:
        """The API secret."""
        return self._secret

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown(self).items())})"

    @classmethod
    def from_env(cls) -> Self:
        """The credentials of the environment. What is absent is None, and reported when a client is built.

        SCOPE_ORG_ID; SCOPE_CLIENT_ID, else SCOPE_API_KEY; SCOPE_CLIENT_SECRET, else SCOPE_API_SECRET.
        """
        key = os.environ.get("SCOPE_CLIENT_ID") or os.environ.get("SCOPE_API_KEY")
        secret = os.environ.get("SCOPE_CLIENT_SECRET") or os.environ.get("SCOPE_API_SECRET")
        return cls(os.environ.get("SCOPE_ORG_ID") or None, key or None, secret or None)  # type: ignore[call-arg] # of each kind

    def _take(
        self, org_id: str | None, key: tuple[str | None, str | None], secret: tuple[str | None, str | None]
    ) -> None:
        """Set the fields; key and secret come under both names."""
        for names, (one, other) in (("`client_id` and `api_key`", key), ("`client_secret` and `api_secret`", secret)):
            if one is not None and other is not None:
                raise TypeError(f"{names} are two names of one thing: pass one of them.")
        self.__attrs_init__(org_id, *(one if other is None else other for one, other in (key, secret)))


class ApiKeyCredentials(_Given):
    """An organisation, an API key and its secret. They can't be changed, can be compared, and never show the secret.

    Args:
        org_id: The organisation's id.
        api_key: The API key.
        api_secret: The API secret.
        client_id: The API key, by its newer name.
        client_secret: The API secret, by its newer name.

    Raises:
        TypeError: Both names of one thing are given.
    """

    __slots__ = ()

    def __init__(
        self,
        org_id: str | None = None,
        api_key: str | None = None,
        api_secret: str | None = None,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
    ) -> None:
        self._take(org_id, (api_key, client_id), (api_secret, client_secret))


class ClientCredentials(_Given):
    """An organisation, an API key and its secret, under the newer names: `ClientCredentials(org_id, client_id, client_secret)`.

    Args:
        org_id: The organisation's id.
        client_id: The API key.
        client_secret: The API secret.
        api_key: The API key, by its documented name.
        api_secret: The API secret, by its documented name.

    Raises:
        TypeError: Both names of one thing are given.
    """

    __slots__ = ()
    auth_type: ClassVar[str] = "client_credentials"

    def __init__(
        self,
        org_id: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
    ) -> None:
        self._take(org_id, (client_id, api_key), (client_secret, api_secret))


def credentials_of(org_id: str | None, api_key: AsyncKey | None, api_secret: AsyncKey | None) -> AnyCredentials:
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
