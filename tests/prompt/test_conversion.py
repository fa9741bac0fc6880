"""Proves what a URL of a picture or file holds, and how the arguments of a call are read."""

from __future__ import annotations

import pytest

from promptport import ArgumentError
from promptport.prompt.conversion import Data, arguments_of, data_of


@pytest.mark.parametrize(
    ("url", "data"),
    [
        ("https://example.com/a.png", None),
        ("HTTP://example.com/a.png", None),
        ("data:image/png;base64,aGk=", Data("image/png", "aGk=")),
        ("data:image/png; charset=utf-8 ;BASE64,aGk=", Data("image/png", "aGk=")),
        ("data:,hi", Data("text/plain", "aGk=")),
        ("data:text/plain;charset=utf-8,h%69", Data("text/plain", "aGk=")),
    ],
)
def test_data_of(url: str, data: Data | None) -> None:
    assert data_of(url, "here") == data


@pytest.mark.parametrize("url", ["", "a.png", "file:///a.png", "data:image/png", "gs://bucket/a.png"])
def test_what_is_neither_data_nor_of_the_web(url: str) -> None:
    with pytest.raises(ArgumentError, match=r"here: .* is no address of the web"):
        data_of(url, "here")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ('{"a": 1}', {"a": 1}),
        ("", {}),
        (None, {"arguments": None}),
        ("[1]", {"arguments": "[1]"}),
        ({"a": 1}, {"a": 1}),
    ],
)
def test_arguments_of(arguments: object, found: dict[str, object]) -> None:
    assert arguments_of(arguments) == found
