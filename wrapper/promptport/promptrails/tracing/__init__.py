"""Spans of an application's own, for PromptRails: `promptrails.tracing` of every release since 0.6.0.

A span is on disk as soon as it has ended, and is delivered by this process or the next one.
"""

from ..._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {".exporter": ["SpanExporter"], ".span": ["Span"], ".tracer": ["Tracer"]},
    rooms=("integrations",),
)
