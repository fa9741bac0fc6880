# Made from wrapper/promptport/promptrails/tracing/__init__.py by `python tools/stubs.py`: change that file, never this one.
from . import integrations as integrations
from .exporter import SpanExporter as SpanExporter
from .span import Span as Span
from .tracer import Tracer as Tracer

__all__ = [
    "Span",
    "SpanExporter",
    "Tracer",
]
