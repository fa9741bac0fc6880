"""Proves what a score must be, and what becomes of one and of a list."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.langfuse.backend import Backend

from .conftest import refused

SCORE: dict[str, Any] = {"name": "helpfulness", "value": 0.5, "traceId": "t"}


@pytest.mark.parametrize(
    ("value", "kind", "kept"),
    [
        (0.5, None, "NUMERIC"), (1, "BOOLEAN", "BOOLEAN"), (0, "BOOLEAN", "BOOLEAN"), ("good", None, "CATEGORICAL"),
        ("", "CATEGORICAL", "CATEGORICAL"), ("x" * 500, "TEXT", "TEXT"), ("better", "CORRECTION", "CORRECTION"),
        (2, "BOOLEAN", None), ("1", "BOOLEAN", None), (0.5, "BOOLEAN", None), ("1", "NUMERIC", None), (1, "CATEGORICAL", None),
        ("", "TEXT", None), ("x" * 501, "TEXT", None), (1, "CORRECTION", None), (True, None, None), (None, None, None),
        ([1], None, None), (1, "OTHER", None),
    ],
)  # fmt: skip
def test_a_type_and_its_values(langfuse: Backend, value: Any, kind: str | None, kept: str | None) -> None:
    body = {**SCORE, "value": value, "dataType": kind}
    if kept is None:
        assert refused(langfuse.create_score, body)[0] == 400
        assert langfuse.scores == []
    else:
        langfuse.create_score(body)
        assert [(each["value"], each["dataType"]) for each in langfuse.scores] == [(value, kept)]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"name": ""}, ["name"]), ({"name": None}, ["name"]), ({"traceId": None}, []), ({"sessionId": "s"}, []),
        ({"traceId": None, "sessionId": "s", "observationId": "o"}, ["observationId"]), ({"metadata": "m"}, ["metadata"]),
        ({"dataType": "CORRECTION", "value": "x", "configId": "c"}, ["configId"]), ({"source": "EVAL"}, ["source"]),
        ({"timestamp": "today"}, ["timestamp"]), ({"timestamp": "0001-01-01T00:00:00+10:00"}, ["timestamp"]),
    ],
)  # fmt: skip
def test_what_is_refused(langfuse: Backend, change: dict[str, Any], place: list[str]) -> None:
    with pytest.raises(Refusal) as caught:
        langfuse.create_score({**SCORE, **change})
    assert [each["path"] for each in caught.value.body["error"]] == [place]


@pytest.mark.parametrize("body", [None, "x", [], 3])
def test_what_is_no_score_at_all(langfuse: Backend, body: Any) -> None:
    assert refused(langfuse.create_score, body)[0] == 400


def test_all_that_is_kept(langfuse: Backend) -> None:
    """Each subject alone; the same id replaces; what is not given has its usual value."""
    ident = langfuse.create_score(SCORE)
    assert langfuse.scores[0]["timestamp"] == "2026-01-15T09:30:00.123Z"
    assert [langfuse.scores[0][name] for name in ("environment", "source", "metadata", "comment")] == [
        "default",
        "API",
        {},
        None,
    ]
    more = {"comment": "c", "metadata": {"a": 1}, "environment": "e", "source": "ANNOTATION", "observationId": "o"}
    assert langfuse.create_score({**SCORE, **more, "id": ident, "timestamp": "2026-01-01T00:00:00+01:00"}) == ident
    (score,) = langfuse.scores
    assert score.items() >= more.items()
    assert score["timestamp"] == "2025-12-31T23:00:00.000Z"
    for name in ("sessionId", "datasetRunId"):
        langfuse.create_score({**SCORE, "traceId": None, name: "s"})
    assert [each["sessionId"] for each in langfuse.scores] == [None, "s", None]


def test_a_list_keeps_what_is_right(langfuse: Backend) -> None:
    assert langfuse.create_scores([SCORE, SCORE]) == {"message": "Accepted"}
    mixed = langfuse.create_scores([{**SCORE, "value": 2, "dataType": "BOOLEAN"}, SCORE, {"name": "n"}, 3])
    assert (mixed["accepted"], mixed["rejected"], len(mixed["errors"])) == (1, 3, 3)
    assert mixed["errors"][0]["message"] == "value: Invalid input: the value of a BOOLEAN score is 0 or 1"
    assert len(langfuse.scores) == 3


def test_one_is_deleted(langfuse: Backend) -> None:
    ident = langfuse.create_score(SCORE)
    assert langfuse.delete_score(ident)["message"]
    assert langfuse.scores == []
    assert refused(langfuse.delete_score, ident)[0] == 404
