"""Proves that credentials are never shown: by their names, wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.masking import mask, mask_header, mask_json, mask_query, secret_name


@pytest.mark.parametrize(
    ("value", "shown"), [("", "…"), ("short", "…"), ("x" * 15, "…"), ("abcdefghijklmnop", "abcd…")]
)
def test_all_but_the_beginning(value: str, shown: str) -> None:
    """Of a short one nothing: its beginning would be too much of it."""
    assert mask(value) == shown


@pytest.mark.parametrize(
    "name", ["Authorization", "X-API-Key", "cookie", "client_secret", "access_token", "device-code", "PASSWORD"]
)
def test_names_of_secrets(name: str) -> None:
    assert secret_name(name)


def test_other_names() -> None:
    assert not secret_name("slug")
    assert mask_header("slug", "welcome-to-the-jungle") == "welcome-to-the-jungle"


def test_a_scheme_stays_readable() -> None:
    assert mask_header("Authorization", "Bearer abcdefghijklmnop") == "Bearer abcd…"
    assert mask_header("authorization", "abcdefghijklmnop") == "abcd…"


def test_a_query() -> None:
    assert mask_query("a=1&api_key=abcdefghijklmnop&b") == "a=1&api_key=abcd%E2%80%A6&b"
    assert mask_query("api%5Fkey=abc") == "api%5Fkey=%E2%80%A6"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"token": "abcdefghijklmnop", "slug": "s"}, {"token": "abcd…", "slug": "s"}),
        ([{"deep": {"secret": "x"}}], [{"deep": {"secret": "…"}}]),
        ({"token": 5, "own": "abc"}, {"token": 5, "own": "…"}),
    ],
)
def test_json(value: Any, shown: Any) -> None:
    """Names that a contract calls secret count as well."""
    assert mask_json(value, ["own"]) == shown
