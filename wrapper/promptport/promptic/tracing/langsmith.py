"""Tells LangSmith, where it makes spans of its own (LANGSMITH_OTEL_ENABLED), what these are to say."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any


def is_on(variable: str) -> bool:
    """Whether an environment variable says `true`."""
    return os.environ.get(variable, "").strip().lower() == "true"


def bridged(labels: Mapping[str, str]) -> AbstractContextManager[Any]:
    """A block in which LangSmith's runs have these labels as metadata; an empty one where it makes no spans."""
    if not is_on("LANGSMITH_OTEL_ENABLED"):
        return nullcontext()
    try:
        from langsmith import tracing_context
    except ImportError:
        return nullcontext()
    found: AbstractContextManager[Any] = tracing_context(metadata=dict(labels))
    return found
