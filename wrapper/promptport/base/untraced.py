"""What brings spans to a platform makes none itself: each would bring about another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# What OpenTelemetry's own exporters and instrumentations go by, which has no public name.
KEYS = ("_SUPPRESS_INSTRUMENTATION_KEY", "_SUPPRESS_HTTP_INSTRUMENTATION_KEY")
NAME = "suppress_instrumentation"


@contextmanager
def untraced() -> Iterator[None]:
    """A block whose calls make no spans, whatever instruments them. Without OpenTelemetry there is nothing to do."""
    context = sys.modules.get("opentelemetry.context")
    if context is None:
        yield
        return
    now = context.get_current()
    for key in (NAME, *(getattr(context, each, each) for each in KEYS)):
        now = context.set_value(key, True, now)
    token = context.attach(now)
    try:
        yield
    finally:
        context.detach(token)
