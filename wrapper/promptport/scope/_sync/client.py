# Made from wrapper/promptport/scope/_async/client.py by `python tools/unasync.py`: change that file, never this one.
"""The client of Scope. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack, cast

from promptport_api.scope.client import Client

from ... import scope
from ...base._sync.client import BaseClient
from ...cache.memory import Copy, Memory
from ...concurrency.single_flight.blocking import SingleFlight
from ...errors import ArgumentError
from ...http import clock
from ...http._sync.pipeline import Pipeline
from ...http.blocking import preload
from ...http.bounds import ANSWER
from ...http.hooks import Hook
from ...http.interfaces import HttpClient, Transport
from ...http.network import Verify
from ..config import ClientOptions, Configuration, as_scopes, settled
from ..credentials import AnyCredentials
from ..errors import NotFoundError, ValidationError
from ..errors import TimeoutError as ScopeTimeoutError
from ..requests import check, not_found, version_request
from ..rules import ScopeRules
from ..telemetry import TelemetryHook


class ScopeClient(BaseClient, Client):
    """A client of Scope.

    Nothing is sent while it is built: the token is fetched with the first prompt, shared by all callers, and renewed before
    it expires. It can be shared between threads. Close it with `close`, or use
    `with`.

    Args:
        credentials: Who asks; else those of the configuration, else those of the environment.
        config: The configuration; else that of the process (`configure`).
        base_url: Where the prompts are, in place of the configuration's.
        proxy: The address of a proxy; else HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.
        verify: A file or folder of certificates to trust, or a context; False trusts all. Else SSL_CERT_FILE says.
        hooks: Observers of every attempt of this client; `Telemetry` observes all clients.
        max_answer: Bytes that an answer may have, decompressed; a larger one is an error.
        transport: What carries the requests, in place of the client's own connections; `httpx.MockTransport` in a test.
        http_client: The application's own `httpx.Client`, or httpx2's, to carry the requests with its hooks, proxies and
            mocks. It is not closed with this one.
        options: The options of `Configuration`, in place of the configuration's.

    Raises:
        MissingApiKeyError: The API key or its secret is missing.
        ConfigurationError: Something else is missing, malformed or out of bounds.
        TypeError: There is no such option.
    """

    def __init__(
        self,
        credentials: AnyCredentials | None = None,
        config: Configuration | None = None,
        base_url: str | None = None,
        *,
        proxy: str | None = None,
        verify: Verify = True,
        hooks: Sequence[Hook] = (),
        max_answer: int = ANSWER,
        transport: Transport | None = None,
        http_client: HttpClient | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        self.config = settled(config, credentials, base_url=base_url, **options)
        settings = self.config.options(proxy, verify, hooks, max_answer)
        if self.config.telemetry_enabled:
            settings = settings._replace(hooks=(*settings.hooks, TelemetryHook()))
        rules = ScopeRules(
            self.credentials, self.config.token_refresh_buffer, self.config.environment, self.config.api_version
        )
        with as_scopes():
            self._pipeline = Pipeline(rules, settings, transport, http_client)
        super().__init__(self._send_by(self._pipeline))
        self._memory: Memory[scope.PromptVersion] = Memory()
        self._find = self._memory.copies.get
        self._flight = SingleFlight()
        preload("promptport.scope._preload")

    @property
    def credentials(self) -> AnyCredentials:
        """Who asks."""
        return cast("AnyCredentials", self.config.credentials)  # without, no client is built

    @property
    def base_url(self) -> str:
        """Where the prompts are."""
        return self.config.base_url

    def get_prompt_version(
        self,
        name: str,
        *,
        label: str | None = None,
        version: str | None = None,
        cache: bool = True,
        cache_ttl: float | None = None,
    ) -> scope.PromptVersion:
        """Fetch a version of a prompt: the one in production, unless another is asked for.

        Args:
            name: The prompt's name; or its id, which is `prompt_` and a ULID. The platform tells them apart.
            label: `production` or `latest`, which is the newest version, drafts included.
            version: The id of a version, such as `version-123`; it goes before `label`.
            cache: Look into the cache, and put into it what is fetched. Without, the cache stays as it is.
            cache_ttl: Seconds that this version is kept, in place of the configuration's. A copy that is older than this is
                fetched anew.

        Raises:
            NotFoundError: There is no such prompt or version.
            NoProductionVersionError: No version of the prompt is in production; or there is no such prompt, where the
                platform does not say which.
            ValidationError: An argument can't be sent, or there is no such label; nothing was sent.
            ScopeError: The call failed otherwise; the class says how.
        """
        # A hit is nothing but this; a key of three parts is a version's, so that no id is taken for a label.
        if cache is True and cache_ttl is None:
            try:
                copy = self._find(
                    (name, "production" if label is None else label) if version is None else (name, version, "version")
                )
            except TypeError:
                copy = None  # a list is no name, and is refused below
            if copy is not None and clock.now() < copy.until:
                copy.used = True
                return copy.value
        return self._miss(name, label, version, cache, cache_ttl)

    def _miss(
        self, name: str, label: str | None, version: str | None, cache: bool, cache_ttl: float | None
    ) -> scope.PromptVersion:
        """Fetch a version, unless there is a copy that is young enough for this caller."""
        life = self._checked(cache, cache_ttl)
        given = name, version
        name, version = check(name, version, label)
        if (type(name), type(version)) != tuple(map(type, given)):  # a UUID, say, under whose text there may be a copy
            return self.get_prompt_version(name, label=label, version=version, cache=cache, cache_ttl=cache_ttl)
        if not (cache and self.config.cache_enabled):
            return self._load(name, version, label)
        key = (name, "production" if label is None else label) if version is None else (name, version, "version")
        asked = clock.now()
        if cache_ttl is not None:
            copy = self._memory.get(key)
            if copy is not None and asked < copy.until and asked - copy.since < life:
                copy.used = True
                return copy.value
        epoch, options = self._memory.epoch, self._pipeline.options

        def load() -> scope.PromptVersion:
            copy = self._memory.get(key)
            if copy is not None and copy.since >= asked:
                return copy.value  # whoever was at it was done before this caller came to wait
            found = self._load(name, version, label)
            at = clock.now()
            self._memory.put(key, Copy(found, at, at + life, len(found.to_json()) + 1000), epoch)
            return found

        try:  # with those alone who are as patient, and asked after the cache was cleared too
            return self._flight.run((key, life, epoch, options[:3]), load, options.deadline)
        except TimeoutError:
            raise ScopeTimeoutError(
                "Another caller is fetching this prompt, and has no answer yet.", kind="timeout", platform="scope"
            ) from None

    def render_prompt(
        self,
        name: str,
        variables: Mapping[str, Any],
        label: str | None = "production",
        *,
        version: str | None = None,
        cache: bool = True,
        cache_ttl: float | None = None,
    ) -> str:
        """Fetch a version of a prompt and put values into it.

        Args:
            name: As for `get_prompt_version`, and so are the others.
            variables: A value for each placeholder.
            label: `production` or `latest`.
            version: The id of a version; it goes before `label`.
            cache: Whether the cache is used.
            cache_ttl: Seconds that this version is kept.

        Raises:
            ValidationError: Values have names that the prompt does not declare, or an argument can't be sent.
            MissingVariableError: Placeholders have no value; it names all of them.
            ScopeError: The call failed; the class says how.
        """
        if not isinstance(variables, Mapping):
            raise ValidationError("`variables` must be a mapping of names to values.", "variables", variables)
        found = self.get_prompt_version(name, label=label, version=version, cache=cache, cache_ttl=cache_ttl)
        return found.render_values(variables)

    def clear_cache(self) -> None:
        """Forget every version that was kept."""
        self._memory.clear()

    def _checked(self, cache: object, cache_ttl: float | None) -> float:
        """Refuse arguments that can't be meant; answers the seconds that a version is kept."""
        if not isinstance(cache, bool):
            raise ValidationError("`cache` must be True or False.", "cache", cache)
        life = self.config.cache_ttl if cache_ttl is None else cache_ttl
        if isinstance(life, bool) or not isinstance(life, int | float) or not life >= 0:
            raise ValidationError("`cache_ttl` must be a number of seconds, 0 or more.", "cache_ttl", cache_ttl)
        return life

    def _load(self, name: str, version: str | None, label: str | None) -> scope.PromptVersion:
        request, parse = version_request(self.config, name, version, label)
        try:
            return self.send(request, parse)
        except ArgumentError as error:
            given = {"name": name, "version": version}.get(error.argument or "")
            raise ValidationError(error.message, error.argument, given) from None
        except NotFoundError as error:
            missing = not_found(error, name, version, label)
            if missing is error:
                raise
            raise missing from error

    def _described(self) -> str:
        kept = f"{len(self._memory)} cached" if self.config.cache_enabled else "no cache"
        return f"<{type(self).__name__} {self.config.base_url} {kept}>"
