"""Proves what every platform's rules share: secrets are cut out of whatever is said, and answers are put into words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import quote

import pytest

from promptport.http.response import Response
from promptport.http.rules import Grant, Rules, json_of, spellings, words
from promptport.model import Operation

SECRET = 'k"e\\y/+?é planted'
OPERATION = Operation("read_thing", "GET", "/thing", "https://example.org")


class Hidden(Rules):
    """Rules with a secret."""

    addresses: ClassVar[Mapping[str, str]] = {"https://example.org": "`base_url`"}

    def __init__(self) -> None:
        self.secrets = spellings(SECRET)


@pytest.mark.parametrize(
    "written", [SECRET, json.dumps(SECRET)[1:-1], json.dumps(SECRET, ensure_ascii=False)[1:-1], quote(SECRET, "")]
)
def test_a_secret_in_every_spelling(written: str) -> None:
    """S2: as it is, as JSON has it, and as an address has it."""
    assert Hidden().hide(f"a {written} b") == "a [hidden] b"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ([SECRET, [SECRET]], ["[hidden]", ["[hidden]"]]),
        ({SECRET: {"a": SECRET}}, {"[hidden]": {"a": "[hidden]"}}),
        (5, 5),
        (None, None),
    ],
)
def test_a_secret_inside(value: Any, shown: Any) -> None:
    """S2: names and values, however they are nested."""
    assert Hidden().hide(value) == shown


def test_what_is_nested_too_deeply_is_left_out() -> None:
    value: Any = SECRET
    for _ in range(60):
        value = [value]
    assert "planted" not in repr(Hidden().hide(value))


def test_a_short_secret_is_none() -> None:
    """What is so short stands in ordinary words."""
    rules = Rules()
    rules.secrets = ("k", "abcdef")
    assert rules.hide("a key abcdef") == "a key [hidden]"


def test_tokens_are_secret_for_a_while() -> None:
    """A token that was replaced may still be mentioned; after a few more it is forgotten."""
    rules = Rules()
    for number in range(6):
        rules.granted(f"token-number-{number}")
    assert [rules.hide(f"token-number-{number}") for number in (5, 2)] == ["[hidden]", "[hidden]"]
    assert rules.hide("token-number-0") == "token-number-0"
    assert "secret" not in repr(Grant("secret-token", 60.0))


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
