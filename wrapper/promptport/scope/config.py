"""The configuration of a Scope client, and that of the process."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

from attrs import asdict, evolve, field, fields_dict, frozen

from .. import errors
from ..concurrency.fork import register_at_fork
from ..http.bounds import ANSWER
from ..http.options import Options
from ..http.timeouts import Timeout, limits
from ..settings import address, number
from ..spelling import closest
from .credentials import AnyCredentials, ApiKeyCredentials, ClientCredentials, asked_of, check, shown
from .errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..http.hooks import Hook
    from ..http.network import Verify

API = "https://api.scope.io"
AUTH = "https://auth.scope.io"
ENDLESS = ("timeout", "open_timeout")  # options of which None says something
FORMS = {"api_version": r"(?!\.{1,2}$)[A-Za-z0-9._~-]+", "environment": "[ -~]*"}  # a segment of the path, and a header


class ClientOptions(TypedDict, total=False):
    """The options of a `Configuration` that a client takes by name alone; what each means stands there."""

    auth_api_url: str | None
    api_version: str
    timeout: Timeout
    open_timeout: float | None
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


def _api(given: str | None) -> str:
    return given or os.environ.get("SCOPE_API_URL") or API


def _auth(given: str | None) -> str:
    return given or os.environ.get("SCOPE_AUTH_API_URL") or AUTH


def _environment(given: str | None) -> str:
    # An empty one that was given is one: it is not sent to the platform. An empty variable is none.
    return (os.environ.get("SCOPE_ENVIRONMENT") or "production") if given is None else given


def _seconds(given: float | None) -> float:
    if given is not None:
        return given
    found = os.environ.get("SCOPE_TOKEN_REFRESH_BUFFER") or "60"
    try:
        return int(found)
    except ValueError:
        raise ConfigurationError("SCOPE_TOKEN_REFRESH_BUFFER must be a whole number of seconds.") from None


def _shorter(one: float, other: float | None) -> float:
    return one if other is None else min(one, other)


def _named(credentials: object) -> str:
    """Credentials in a `repr`. Those of an application may have one that shows the secret."""
    ours = credentials is None or type(credentials) in (ApiKeyCredentials, ClientCredentials)
    return repr(credentials) if ours else f"<{type(credentials).__name__}>"


@contextmanager
def as_scopes() -> Iterator[None]:
    """What the road to the wire says of settings, in the class that Scope's document names."""
    try:
        yield
    except errors.ConfigurationError as error:
        raise ConfigurationError(error.message) from None


@frozen
class Configuration:
    """How a client finds Scope and behaves. It can't be changed; `merge` makes another.

    Args:
        credentials: Who asks. A client needs them: without, it takes those of the environment
            (`ApiKeyCredentials.from_env()`).
        base_url: Where the prompts are; else SCOPE_API_URL, else https://api.scope.io.
        auth_api_url: Where credentials are exchanged for a token; else SCOPE_AUTH_API_URL, else https://auth.scope.io.
        api_version: The version of the interface.
        timeout: Seconds that one attempt takes at the most, its whole answer included; an `httpx.Timeout`, of which the longest
            phase counts; None for any time.
        open_timeout: Seconds of these that the connection may take; None for all of them.
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

    credentials: AnyCredentials | None = field(default=None, repr=_named)
    base_url: str = field(default=None, converter=_api)
    auth_api_url: str = field(default=None, converter=_auth)
    api_version: str = "v1"
    timeout: Timeout = 30
    open_timeout: float | None = 10
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

    def merge(self, credentials: AnyCredentials | None = None, **options: Unpack[ConfigurationOptions]) -> Self:
        """A configuration with what is given in place of what was; what is None stays as it is, but for times without an end.

        Raises:
            TypeError: There is no such option.
        """
        known = fields_dict(type(self))
        for name in options:
            if name not in known:
                close = closest(name, known)
                guess = f" Did you mean `{close}`?" if close else f" There are {', '.join(known)}."
                raise TypeError(f"Scope's configuration has no option `{name}`.{guess}")
        given: dict[str, Any] = {"credentials": credentials, **options}
        return evolve(self, **{name: value for name, value in given.items() if value is not None or name in ENDLESS})

    def complete(self) -> Self:
        """This configuration, or one with the credentials of the environment where it has none."""
        found = ApiKeyCredentials.from_env()
        return self if self.credentials is not None or found == ApiKeyCredentials() else self.merge(found)

    def validate(self) -> None:
        """Check what a client needs.

        Raises:
            MissingApiKeyError: The API key or its secret is missing.
            ConfigurationError: Something else is missing, malformed or out of bounds; the text names it.
        """
        if self.credentials is None:
            error = ConfigurationError(
                "There are no credentials: pass `credentials=ApiKeyCredentials(...)`, or set SCOPE_ORG_ID, SCOPE_API_KEY and "
                "SCOPE_API_SECRET."
            )
            error.missing = True
            raise error
        self.options()
        if isinstance(self.credentials, type) or not hasattr(self.credentials, "org_id"):
            raise ConfigurationError(
                f"`credentials` must be ApiKeyCredentials(org_id, api_key, api_secret), not {type(self.credentials).__name__}."
            )
        if validate := getattr(self.credentials, "validate", None):
            validate()
        if not asked_of(self.credentials):
            check(self.credentials)

    def options(
        self, proxy: str | None = None, verify: Verify = True, hooks: Sequence[Hook] = (), max_answer: int = ANSWER
    ) -> Options:
        """The options of the road to the wire.

        Raises:
            ConfigurationError: An option is malformed or out of bounds.
        """
        with as_scopes():
            hosts = {
                API: address(self.base_url, argument="base_url", variable="SCOPE_API_URL", default=API),
                AUTH: address(self.auth_api_url, argument="auth_api_url", variable="SCOPE_AUTH_API_URL", default=AUTH),
            }
            for name in ("cache_ttl", "token_refresh_buffer"):
                number(getattr(self, name), argument=name, most=1e9)
            for name in ("cache_enabled", "telemetry_enabled"):
                if not isinstance(getattr(self, name), bool):
                    raise ConfigurationError(f"`{name}` must be True or False, not {getattr(self, name)!r}.")
            for name, form in FORMS.items():
                if not isinstance(getattr(self, name), str) or not re.fullmatch(form, getattr(self, name)):
                    raise ConfigurationError(f"`{name}` can't be {getattr(self, name)!r}: it is part of every request.")
            options = Options.checked(
                timeout=self.timeout,
                retries=self.max_retries,
                factor=number(self.retry_base_delay, argument="retry_base_delay"),
                hosts=hosts,
                proxy=proxy,
                verify=verify,
                hooks=hooks,
                max_answer=max_answer,
                named="max_retries",
            )
            return options._replace(
                connect=_shorter(limits(self.open_timeout, "open_timeout").attempt, options.connect),
                policy=options.policy._replace(most=number(self.retry_max_delay, argument="retry_max_delay")),
            )

    def to_dict(self) -> dict[str, Any]:
        """The options by their names, the secret replaced."""
        own = getattr(self.credentials, "to_dict", lambda: shown(self.credentials))
        return asdict(self, recurse=False) | {"credentials": self.credentials and own()}


class _Process:
    """The configuration of the process."""

    def __init__(self) -> None:
        self.current: Configuration | None = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A lock of its own for a child, which keeps the configuration."""
        self.lock = RLock()


_process = _Process()


def configure(credentials: AnyCredentials | None = None, **options: Unpack[ConfigurationOptions]) -> Configuration:
    """Set the configuration of the whole process, on top of what was set before. Answers it.

    Args:
        credentials: Who asks.
        options: The options of `Configuration`.

    Raises:
        TypeError: There is no such option.
    """
    with _process.lock:
        _process.current = configuration().merge(credentials, **options)
        return _process.current


def configuration() -> Configuration:
    """The configuration of the process; the defaults where none was set."""
    return _process.current or Configuration()


def reset_configuration() -> None:
    """Forget the configuration of the process."""
    with _process.lock:
        _process.current = None


def settled(
    config: Configuration | None, credentials: AnyCredentials | None, **options: Unpack[ConfigurationOptions]
) -> Configuration:
    """The configuration of a new client: what it is given, on top of `config` or of that of the process. Checked.

    Raises:
        MissingApiKeyError: The API key or its secret is missing.
        ConfigurationError: Something else is missing, malformed or out of bounds.
        TypeError: There is no such option.
    """
    base = configuration() if config is None else config
    if not isinstance(base, Configuration):
        raise ConfigurationError(f"`config` must be a Configuration, not {type(base).__name__}.")
    found = base.merge(credentials, **options).complete()
    found.validate()
    return found
