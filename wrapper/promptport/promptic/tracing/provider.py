"""The tracer provider that Promptic's processors are part of: the application's own, or one of ours."""

from __future__ import annotations

import logging
import os
from threading import RLock
from typing import Protocol, runtime_checkable

from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider

from ...concurrency.fork import register_at_fork
from ...http.rules import account_of
from ...outbox.accounts import Account, Lease, lease
from ...outbox.settings import MIB, OutboxSettings
from ...settings import account_name
from .credentials import Destination
from .delivery import SpanDelivery
from .exporter import exporter_settings
from .processors import LabelProcessor, SpoolProcessor, watch_the_end

logger = logging.getLogger("promptport")


@runtime_checkable
class Processed(Protocol):
    """A tracer provider that takes processors."""

    def add_span_processor(self, span_processor: SpanProcessor) -> None:
        """Tell a processor of every span."""


# The platform takes 5 MB at once, and knows a span by its id.
SETTINGS = OutboxSettings(
    distinguishable=True, batch_count=512, batch_bytes=4 * MIB, entry=64 * MIB, most_bytes=256 * MIB,
    most_bytes_in_memory=64 * MIB,
)  # fmt: skip
OTHER = (
    "Promptic's tracing was set up before, for another key or address, which still counts: `init` changes neither. "
    "Only the instrumentations were looked at."
)
JOINED = "There is a tracer provider already: its spans go to Promptic besides.%s"
UNNAMED = " `service_name` has no effect on it."
STRANGE = "There is a tracer provider already, of %s, which takes no processors: nothing goes to Promptic."


class Tracing:
    """The tracing of this process."""

    def __init__(self) -> None:
        self._destination: Destination | None = None
        self._provider: object = None
        self._processor: SpoolProcessor | None = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Another thread of the parent may have held its lock."""
        self._lock = RLock()

    @property
    def on(self) -> bool:
        """Whether spans go to Promptic."""
        return self._processor is not None and not self._processor.closed

    def begin(self, destination: Destination, service_name: str | None) -> None:
        """Let spans go there, unless they do already.

        Args:
            destination: Where they go.
            service_name: What the process is called; None leaves it to the environment.
        """
        with self._lock:
            self._begin(destination, service_name)

    def _begin(self, destination: Destination, service_name: str | None) -> None:
        provider = trace.get_tracer_provider()
        if self.on and provider is self._provider:
            if destination != self._destination:
                logger.warning(OTHER)
            return
        if isinstance(provider, trace.ProxyTracerProvider):
            resource = Resource.create({"service.name": service_name} if service_name else {})
            made = TracerProvider(resource=resource)
            self._add_to(made, destination)
            trace.set_tracer_provider(made)
        elif isinstance(provider, Processed):
            if provider is not self._provider:
                logger.warning(JOINED, UNNAMED if service_name else "")
            self._add_to(provider, destination)
        else:
            logger.warning(STRANGE, type(provider).__name__)

    def _add_to(self, provider: Processed, destination: Destination) -> None:
        self._processor = SpoolProcessor(leased(destination))
        self._provider, self._destination = provider, destination
        provider.add_span_processor(LabelProcessor())
        provider.add_span_processor(self._processor)
        watch_the_end()


def leased(destination: Destination, spool: bool | str | os.PathLike[str] = True) -> Lease:
    """Where spans lie until Promptic has them.

    Args:
        destination: Where they go.
        spool: The folder of all accounts; True for the person's own.
    """
    settings, name = exporter_settings(), account_name(None, "PROMPTIC_ACCOUNT")
    whose = account_of("", name) if name else account_of(destination.key)
    account = Account("promptic", destination.endpoint, whose, "spans")
    return lease(account, lambda: SpanDelivery(destination, settings), SETTINGS, spool)
