# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Spans to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

SpanBatch = TypedDict(
    "SpanBatch",
    {
        "spans": "Required[Sequence[Mapping[str, Any]]]",  # The spans, at most 1000: each with `trace_id`, `span_id`, `name`, `kind`,...
    },
    total=False,
)
