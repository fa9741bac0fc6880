"""Tracing in tests: spans by the tracer of a process, and what the local platform has of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opentelemetry import trace
from opentelemetry.util._once import Once

from promptport.promptic import PrompticClient, init
from promptport.testing import Platform

KEY = "pk_local_dev"
INGEST = "ingest_otlp_traces"


def begin_anew() -> None:
    """Let the process have no tracer provider, as at its beginning."""
    trace._TRACER_PROVIDER_SET_ONCE = Once()
    trace._TRACER_PROVIDER = None


def begin(platform: Platform, **more: Any) -> None:
    """Set tracing up for the local platform."""
    init(**{"api_key": KEY, "endpoint": platform.url("promptic"), "auto_instrument": False, **more})


def span(name: str, **attributes: Any) -> None:
    """A span that begins and ends now."""
    with trace.get_tracer("t").start_as_current_span(name, attributes=attributes):
        pass


def flush(milliseconds: int = 20_000) -> bool:
    """Deliver what waits; answers what the provider says of that."""
    provider: Any = trace.get_tracer_provider()
    return bool(provider.force_flush(milliseconds))


def received(platform: Platform) -> Mapping[str, Any]:
    """The spans that the platform has, beside those that it began with, by their names; `trace` is that of each."""
    found: dict[str, Any] = {}
    with PrompticClient(KEY, endpoint=platform.url("promptic")) as client:
        for row in client.list_traces(limit=100)["traces"]:
            whole = client.get_trace(row["traceId"])
            if "telemetry.sdk.name" in (whole["metadata"] or {}):
                found |= {each["name"]: {**each, "trace": {**whole, **row}} for each in whole["spans"]}
    return found


def sent(platform: Platform, operation: str = INGEST) -> list[Any]:
    """The requests of an operation, in the order in which they came."""
    return [each for each in platform.requests if each.operation == operation]
