"""Proves what every platform's rules share: answers are put into words, secrets are cut out, and failures are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import pytest

from promptport.http.response import Response
from promptport.http.rules import Grant, Rules, json_of, names_no_record, words
from promptport.http.secrets import Secrets
from promptport.model import Operation, Parameter

SECRET = 'k"e\\y/+?é planted'
OPERATION = Operation("read_thing", "GET", "/thing", "https://example.org")


class Hidden(Rules):
    """Rules with a secret."""

    addresses: ClassVar[Mapping[str, str]] = {"https://example.org": "`base_url`"}

    def __init__(self) -> None:
        super().__init__(Secrets(SECRET))


@pytest.mark.parametrize(
    ("media", "body", "said"),
    [
        ("text/html", "<html><head><title> Bad  Gateway </title>", "an HTML page: Bad Gateway"),
        ("text/plain", "<h1>Gone</h1>", "an HTML page: Gone"),
        ("text/html", "<p>nothing", "an HTML page"),
        ("text/plain", "no\nroute\x00 here ", "no route here"),
        ("text/plain", "", "HTTP status 502, without a word"),
        ("text/plain", "x" * 600, "x" * 500 + " …"),
        ("text/plain", "x" * 495 + SECRET, "x" * 495 + "[hidd …"),
    ],
)
def test_an_answer_in_words(media: str, body: str, said: str) -> None:
    """For people: a page's title, or the beginning of a text, from which secrets were taken before it was cut."""
    assert words(Response(502, {"content-type": media}, body.encode()), Hidden().hide) == said


def test_json_or_nothing() -> None:
    assert json_of(Response(400, {}, b'{"a": 1}')) == {"a": 1}
    assert json_of(Response(400, {}, b"<html>")) is None
    assert json_of(Response(400, {}, b"[" * 100_000)) is None


def test_the_usual_failure() -> None:
    """A platform with plain errors needs no rules of its own."""
    rules = Hidden()
    problem = rules.problem(OPERATION, Response(404, {}, b"no such thing"))
    error = rules.failure(OPERATION, problem.message, problem.status, "status", attempts=2)

    assert str(error) == "no such thing (HTTP 404, platform read_thing, after 2 attempts)"
    there = "http://localhost:1"
    assert rules.unreachable("https://example.org", there).endswith(f"{there} is the right address (`base_url`).")
    assert rules.unreachable("https://other.org", there).endswith(f"{there} is the right address.")


def test_a_token_is_not_shown() -> None:
    assert "secret" not in repr(Grant("secret-token", 60.0))


@pytest.mark.parametrize(("place", "wire", "wanted"), [
    ("query", "page", True), ("query", "idle", True), ("query", "trace_id", False), ("body", "traceIds", False),
    ("path", "name", False), ("fields", "", False), ("whole", "body", False),
])  # fmt: skip
def test_what_names_no_record(place: str, wire: str, wanted: bool) -> None:
    assert (
        names_no_record(Operation("a", "GET", "/", "", parameters=(Parameter("a", wire, place, "string"),))) is wanted
    )
