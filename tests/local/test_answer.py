"""Proves what an answer of the local platform is on the wire."""

from __future__ import annotations

import pytest

from promptport_local.answer import Answer


def test_headers_on_the_wire() -> None:
    """In small letters; the content's own, unless another is given."""
    assert Answer.json({"a": 1}, 201, [("X-Id", "7")]).pairs == [
        (b"content-type", b"application/json"), (b"content-length", b"7"), (b"x-id", b"7"),
    ]  # fmt: skip
    assert (b"content-type", b"text/html") in Answer(200, b"x", "text/plain", (("Content-Type", "text/html"),)).pairs
    assert Answer(204, b"", None).pairs == []


def test_a_stream_has_no_length() -> None:
    answer = Answer.stream(["a", "ü"])
    assert (answer.body, answer.parts) == ("aü".encode(), (b"a", "ü".encode()))
    assert answer.pairs == [(b"content-type", b"text/event-stream")]


def test_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        Answer.json(float("nan"))
