"""Sets tracing up, once a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...extras import missing_extra
from .credentials import destination, remember
from .instrumentors import InstrumentorSelection, selected

if TYPE_CHECKING:
    from .provider import Tracing

NEEDED = ("opentelemetry", "google")  # where what the extra brings lies
_tracing: list[Tracing] = []  # the one of this process


def init(
    *,
    api_key: str | None = None,
    endpoint: str | None = None,
    auto_instrument: bool = True,
    instrumentors: InstrumentorSelection | None = None,
    exclude_instrumentors: InstrumentorSelection | None = None,
    service_name: str | None = None,
) -> None:
    """Send the spans of this process to Promptic, from now on. Call it before the model libraries are used.

    Each span is kept on disk when it ends, and delivered in the background, also by the next process. Where an application has
    a tracer provider already, its spans go to Promptic besides. Called again, it turns on instrumentations only.

    Args:
        api_key: The API key; else PROMPTIC_API_KEY.
        endpoint: Where the platform is; else PROMPTIC_ENDPOINT, else https://promptic.eu.
        auto_instrument: Whether instrumentations of model libraries that are installed are turned on.
        instrumentors: Which ones; else PROMPTIC_INSTRUMENTORS, else all.
        exclude_instrumentors: Which ones not; else PROMPTIC_EXCLUDE_INSTRUMENTORS.
        service_name: What the process is called in its traces; else OTEL_SERVICE_NAME.

    Raises:
        ConfigurationError: There is no key, it can't be one, the address is none, or there is no such instrumentation.
        MissingExtra: OpenTelemetry is not installed (an `ImportError`).
    """
    found = destination(api_key, endpoint)
    chosen = selected(instrumentors, exclude_instrumentors) if auto_instrument else []
    _the_one().begin(found, service_name)
    remember(found)
    if chosen:
        from .instrumenting import instrument

        instrument(chosen)


def is_tracing_configured() -> bool:
    """Whether `init` was called, and the spans of this process go to Promptic."""
    return bool(_tracing) and _tracing[0].on


def _the_one() -> Tracing:
    if not _tracing:
        try:
            from .provider import Tracing
        except ImportError as error:
            if not (error.name or "").startswith(NEEDED):
                raise
            raise missing_extra(error, "otel", "Tracing") from None
        _tracing.append(Tracing())  # of two threads at once the first one's counts
    return _tracing[0]
