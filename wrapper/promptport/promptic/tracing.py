"""What `promptic_sdk.tracing` has, and this package has not: each name says so when it is imported."""

from __future__ import annotations

from .absent import TRACING as NAMES

MISSING = (
    "promptport.promptic has no tracing yet, so no `{}`. Send traces by any exporter of OpenTelemetry to "
    "https://promptic.eu/api/v1/traces, or keep `from promptic_sdk.tracing import {}` beside this package: the two don't meet."
)

TYPE_CHECKING = False
if not TYPE_CHECKING:  # a type checker must find that they are missing

    def __getattr__(name: str) -> object:
        if name in NAMES:
            raise ImportError(MISSING.format(name, name), name=__name__)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
