"""Proves in which words telemetry hears of a question, and of its failure."""

from __future__ import annotations

import pytest

from promptport.client.span_attributes import kind_of, query_attributes
from promptport.errors import CallError, ClosedError, NotFound
from promptport.platform import Query


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (CallError("x", kind="timeout"), "timeout"),
        (CallError("x", 503), "status"),
        (NotFound("x"), "NotFound"),
        (ClosedError("x"), "ClosedError"),
        (ValueError("x"), "ValueError"),
    ],
)
def test_what_an_error_counts_as(error: Exception, kind: str) -> None:
    assert kind_of(error) == kind


def test_what_was_asked() -> None:
    assert query_attributes("xr2", Query("p")) == {"promptport.platform": "xr2", "gen_ai.prompt.name": "p"}
    assert query_attributes("xr2", Query("p", 3))["gen_ai.prompt.version"] == "3"
    assert query_attributes("xr2", Query("p", None, "draft"))["promptport.label"] == "draft"
