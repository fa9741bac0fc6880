"""What a Scope client can be told, and the process-wide configuration."""

from __future__ import annotations

import os
from threading import Lock
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

from attrs import asdict, evolve, field, fields_dict, frozen

from .. import errors
from ..http.options import Options
from ..settings import address, number
from .credentials import ApiKeyCredentials, CredentialsProtocol
from .errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..http.hooks import Hook
    from ..http.network import Verify

API = "https://api.scope.io"
AUTH = "https://auth.scope.io"


class ClientOptions(TypedDict, total=False):
    """The options of a `Configuration` that a client takes by name alone; what each means stands there."""

    auth_api_url: str | None
    api_version: str
    timeout: float
    open_timeout: float
    cache_enabled: bool
    cache_ttl: float
    max_retries: int
    retry_base_delay: float
    retry_max_delay: float
    telemetry_enabled: bool
    environment: str | None
    token_refresh_buffer: float | None


class ConfigurationOptions(ClientOptions, total=False):
    """The options of a `Configuration`, but for its credentials."""

    base_url: str | None


def _either(given: str | None, variable: str, default: str) -> str:
    """What was given, else the environment, where empty counts as nothing, else the default."""
    return (os.environ.get(variable) or default) if given is None else given


def _api(given: str | None) -> str:
    return _either(given, "SCOPE_API_URL", API)


def _auth(given: str | None) -> str:
    return _either(given, "SCOPE_AUTH_API_URL", AUTH)


def _environment(given: str | None) -> str:
    return _either(given, "SCOPE_ENVIRONMENT", "production")


def _seconds(given: float | None) -> float:
    if given is not None:
        return given
    found = os.environ.get("SCOPE_TOKEN_REFRESH_BUFFER") or "60"
    try:
        return int(found)
    except ValueError:
        raise ConfigurationError("SCOPE_TOKEN_REFRESH_BUFFER must be a whole number of seconds.") from None


@frozen
class Configuration:
    """How a client finds Scope and behaves. It can't be changed; `merge` makes another.

    Args:
        credentials: Who asks. A client needs them: without, it takes those of the environment
            (`ApiKeyCredentials.from_env()`).
        base_url: Where the prompts are; else SCOPE_API_URL, else https://api.scope.io.
        auth_api_url: Where credentials are exchanged for a token; else SCOPE_AUTH_API_URL, else https://auth.scope.io.
        api_version: The version of the interface.
        timeout: Seconds that one attempt takes at the most, its whole answer included.
        open_timeout: Seconds of these that the connection may take.
        cache_enabled: Whether fetched versions are kept in memory.
        cache_ttl: Seconds that they are kept.
        max_retries: How often a failed request is sent again at the most.
        retry_base_delay: Seconds; the n-th retry waits a random part of `retry_base_delay * 2**(n - 1)`.
        retry_max_delay: Seconds that this grows to at the most.
        telemetry_enabled: Whether the callbacks of `Telemetry` are called.
        environment: The application's environment, which the platform is told; else SCOPE_ENVIRONMENT, else `production`.
        token_refresh_buffer: Seconds before its expiry that the token is renewed, at most half of its life; else
            SCOPE_TOKEN_REFRESH_BUFFER, else 60.
    """

    credentials: CredentialsProtocol | None = None
    base_url: str = field(default=None, converter=_api)
    auth_api_url: str = field(default=None, converter=_auth)
    api_version: str = "v1"
    timeout: float = 30
    open_timeout: float = 10
    cache_enabled: bool = True
    cache_ttl: float = 300
    max_retries: int = 3
    retry_base_delay: float = 0.5
    retry_max_delay: float = 30.0
    telemetry_enabled: bool = True
    environment: str = field(default=None, converter=_environment)
    token_refresh_buffer: float = field(default=None, converter=_seconds)

    @property
    def api_url(self) -> str:
        """Where the prompts are, with the version of the interface."""
        return f"{self.base_url.rstrip('/')}/api/{self.api_version}"

    def merge(self, credentials: CredentialsProtocol | None = None, **options: Unpack[ConfigurationOptions]) -> Self:
        """The same but for what is given.

        Raises:
            TypeError: There is no such option.
        """
        known = fields_dict(type(self))
        for name in options:
            if name not in known:
                from difflib import get_close_matches  # 5 ms, and needed for errors only

                close = get_close_matches(name, known, 1)
                guess = f" Did you mean `{close[0]}`?" if close else f" There are {', '.join(known)}."
                raise TypeError(f"Scope's configuration has no option `{name}`.{guess}")
        given: dict[str, Any] = dict(options) if credentials is None else {"credentials": credentials, **options}
        return evolve(self, **given)

    def complete(self) -> Self:
        """The same with the credentials of the environment, where it has none."""
        found = ApiKeyCredentials.from_env()
        return self if self.credentials or found == ApiKeyCredentials() else self.merge(found)

    def validate(self) -> None:
        """Check what a client needs.

        Raises:
            MissingApiKeyError: The API key or its secret is missing.
            ConfigurationError: Something else is missing, malformed or out of bounds; the text names it.
        """
        if self.credentials is None:
            raise ConfigurationError(
                "There are no credentials: pass `credentials=ApiKeyCredentials(...)`, or set SCOPE_ORG_ID, SCOPE_API_KEY and "
                "SCOPE_API_SECRET."
            )
        self.options()
        self.credentials.validate()

    def options(self, proxy: str | None = None, verify: Verify = True, hooks: Sequence[Hook] = ()) -> Options:
        """What the road to the wire is told.

        Raises:
            ConfigurationError: An option is malformed or out of bounds.
        """
        try:
            hosts = {
                API: address(self.base_url, argument="base_url", variable="SCOPE_API_URL", default=API),
                AUTH: address(self.auth_api_url, argument="auth_api_url", variable="SCOPE_AUTH_API_URL", default=AUTH),
            }
            for name in ("cache_ttl", "token_refresh_buffer"):
                number(getattr(self, name), argument=name, most=1e9)
            if not isinstance(self.environment, str) or not self.environment.isprintable():
                raise ConfigurationError("`environment` must be a text without line breaks.")
            options = Options.checked(
                timeout=self.timeout,
                retries=self.max_retries,
                factor=number(self.retry_base_delay, argument="retry_base_delay"),
                hosts=hosts,
                proxy=proxy,
                verify=verify,
                hooks=hooks,
                named="max_retries",
            )
            return options._replace(
                connect=number(self.open_timeout, argument="open_timeout", least=0.001),
                policy=options.policy._replace(most=number(self.retry_max_delay, argument="retry_max_delay")),
            )
        except errors.ConfigurationError as error:
            raise ConfigurationError(error.message) from None

    def to_dict(self) -> dict[str, Any]:
        """The options by their names, the secret replaced."""
        found = asdict(self, recurse=False)
        return found | {"credentials": self.credentials and self.credentials.to_dict()}


_lock = Lock()
_current: Configuration | None = None


def configure(credentials: CredentialsProtocol | None = None, **options: Unpack[ConfigurationOptions]) -> Configuration:
    """Set the configuration of the whole process, on top of what was set before. Answers it.

    Args:
        credentials: Who asks.
        options: The options of `Configuration`.

    Raises:
        TypeError: There is no such option.
    """
    global _current  # noqa: PLW0603 # process-wide is what it is for
    with _lock:
        _current = (_current or Configuration()).merge(credentials, **options)
        return _current


def configuration() -> Configuration:
    """The configuration of the process; the defaults where none was set."""
    return _current or Configuration()


def reset_configuration() -> None:
    """Forget the configuration of the process."""
    global _current  # noqa: PLW0603 # likewise
    with _lock:
        _current = None
