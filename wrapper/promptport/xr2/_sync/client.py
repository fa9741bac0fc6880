# Made from wrapper/promptport/xr2/_async/client.py by `python tools/unasync.py`: change that file, never this one.
"""The client of xR2. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from promptport_api.xr2.client import Client

from ... import xr2
from ...base._sync.client import BaseClient
from ...errors import ArgumentError
from ...http._sync.pipeline import Events, Pipeline
from ...http.blocking import preload
from ...http.bounds import ANSWER
from ...http.hooks import Hook
from ...http.interfaces import HttpClient, Transport
from ...http.key import Key, key_of
from ...http.network import Verify
from ...http.options import Options
from ...http.timeouts import Timeout
from ...model import Parse, ParseEvent, Request
from ...settings import address
from ..errors import XR2Error
from ..response import Response
from ..rules import XR2Rules, replaced_address

T = TypeVar("T")
HOST = "https://xr2.uk"


class xR2Client(BaseClient, Client):
    """A client of the xR2 product API.

    A call answers a `Response` and does not raise for what happens on the wire; `response.unwrap()` raises. It can be
    shared between threads. Close it with `close`, or use `with`.

    Args:
        api_key: The product API key; the environment variable XR2_API_KEY where None. A function, called
            when the key is first needed, and again after a 401, may answer it.
        base_url: Where the platform is; else XR2_BASE_URL, else https://xr2.uk.
        timeout: Seconds that one attempt takes at the most, its whole answer included; an `httpx.Timeout`, of which the
            longest phase counts; None for any time.
        total_retries: How often a failed request is sent again at the most.
        backoff_factor: Seconds; the n-th retry waits a random part of `backoff_factor * 2**(n - 1)`.
        proxy: The address of a proxy; else HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.
        verify: A file or folder of certificates to trust, or a context; False trusts all. Else
            SSL_CERT_FILE and SSL_CERT_DIR say, else REQUESTS_CA_BUNDLE, else CURL_CA_BUNDLE.
        hooks: Observers of every attempt.
        max_answer: Bytes that an answer may have, decompressed; a larger one is an error.
        transport: What carries the requests, in place of the client's own connections; `httpx.MockTransport` in a test.
        http_client: The application's own `httpx.Client`, or httpx2's, to carry the requests with its hooks, proxies and
            mocks. It is not closed with this one.

    Raises:
        ConfigurationError: The key is missing or malformed, or an option is out of bounds.
    """

    def __init__(
        self,
        api_key: Key | None = None,
        *,
        base_url: str | None = None,
        timeout: Timeout = 10.0,
        total_retries: int = 3,
        backoff_factor: float = 0.5,
        proxy: str | None = None,
        verify: Verify = True,
        hooks: Sequence[Hook] = (),
        max_answer: int = ANSWER,
        transport: Transport | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        key = key_of(api_key, argument="api_key", variable="XR2_API_KEY")
        place = address(base_url or replaced_address(), argument="base_url", variable="XR2_BASE_URL", default=HOST)
        options = Options.checked(
            timeout=timeout,
            retries=total_retries,
            factor=backoff_factor,
            hosts={HOST: place},
            proxy=proxy,
            verify=verify,
            hooks=hooks,
            max_answer=max_answer,
            named="total_retries",
            bundles=(
                "REQUESTS_CA_BUNDLE",
                "CURL_CA_BUNDLE",
            ),  # as requests has it, with which the vendor's client is made
        )
        self._pipeline = Pipeline(XR2Rules(key), options, transport, http_client)
        super().__init__(self._send_by(self._pipeline))
        preload("promptport.xr2._preload")

    def check_api_key(self) -> Response[xr2.CheckAPIKeyResponse]:
        """Check the API key and learn whom it belongs to. Costs nothing of the quota."""
        return cast("Response[xr2.CheckAPIKeyResponse]", super().check_api_key())

    def get_prompt(
        self, *, slug: str, version_number: int | None = None, status: str | None = None
    ) -> Response[xr2.PromptContentResponse]:
        """Fetch a version of a prompt: the one in production, or a variant while an A/B test runs.

        Every successful call mints a trace id and counts against the quota.

        Args:
            slug: The prompt's slug.
            version_number: The number of a version. Given, it leaves A/B tests alone.
            status: Only versions of this status: `draft`, `testing`, `production`, `inactive` or `deprecated`. Given, it
                leaves A/B tests alone.

        Raises:
            ArgumentError: An argument is of the wrong type; nothing was sent.
        """
        response = super().get_prompt(slug=slug, version_number=version_number, status=status)
        return cast("Response[xr2.PromptContentResponse]", response)

    def track_event(
        self,
        *,
        trace_id: str,
        event_name: str,
        source_name: str = "python_sdk",
        user_id: str | None = None,
        session_id: str | None = None,
        value: float | None = None,
        currency: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Response[xr2.EventResponse]:
        """Record an event against the trace of a fetched prompt.

        The event must be defined on the platform first. Of one trace, xR2 keeps one event of each name. It is sent again only
        after an answer of 429, 500 or 503, or where it was never sent; else the error says that it may have arrived.

        Args:
            trace_id: The `trace_id` of a fetched prompt.
            event_name: The name of an event that is defined on the platform.
            source_name: A label for the caller.
            user_id: The user whom the event is about.
            session_id: The session that the event belongs to.
            value: An amount, such as revenue.
            currency: The amount's currency, such as `USD`.
            metadata: The fields of the event's definition. Fields beside them are kept.

        Raises:
            ArgumentError: An argument is of the wrong type; nothing was sent.
        """
        response = super().track_event(
            trace_id=trace_id, event_name=event_name, source_name=source_name, user_id=user_id, session_id=session_id,
            value=value, currency=currency, metadata=metadata or None,
        )  # fmt: skip
        return cast("Response[xr2.EventResponse]", response)

    @property
    def base_url(self) -> str:
        """Where the platform is. It can be set, as `timeout` can, and counts from the next call on."""
        return self._pipeline.options.host(HOST)

    @base_url.setter
    def base_url(self, value: str) -> None:
        place = address(value, argument="base_url", variable="XR2_BASE_URL", default=HOST)
        self._pipeline.options.network.reach(place)
        self._pipeline.settle(self.rules, self._pipeline.options._replace(hosts={HOST: place}))

    @property
    def timeout(self) -> Any:
        """What was given for `timeout`: seconds, an `httpx.Timeout`, or None."""
        return self._pipeline.options.given

    @timeout.setter
    def timeout(self, value: Timeout) -> None:
        self._pipeline.settle(self.rules, self._pipeline.options.changed(timeout=value))

    def _send_by(self, pipeline: Pipeline) -> Sender:
        return Sender(pipeline)

    def _described(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r}, timeout={self._pipeline.options.shown})"


class Sender:
    """Sends, and answers failures as values."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline, self._extended = pipeline, False

    def send(self, request: Request, parse: Parse[T]) -> Response[T]:
        """Send a request, and answer what came of it; a failure is a value, too."""
        if not self._extended:
            from .. import models  # noqa: F401 # its classes take the place of the generated ones when it is loaded

            self._extended = True
        try:
            return self._value(request, parse)
        except ArgumentError:
            from ..requests import as_documented  # for the few who need it

            again = as_documented(request)
            if again is None:
                raise
        try:
            return self._value(again, parse)
        except ArgumentError as error:  # JSON can't express what the documented package's models take
            return Response(error=str(error), status_code=0, exception=error)

    def _value(self, request: Request, parse: Parse[T]) -> Response[T]:
        try:
            data, answer = self._pipeline.exchange(request, parse)
        except XR2Error as error:
            return Response(error=str(error), status_code=error.status_code, exception=error)
        return Response(data, status_code=answer.status)

    def stream(self, request: Request, parse: ParseEvent[T]) -> Events[T]:
        """Send a request, and read each event of its answer with `parse`."""
        return self._pipeline.stream(request, parse)
