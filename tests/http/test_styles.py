"""Proves the styles of OpenAPI: each value in each place as the specification's own tables have it."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.http.styles import cookie, header, pairs, segment
from promptport.model import Operation, Parameter

DO = Operation("things_do", "GET", "/", "https://h.example")
LIST, MAP = ["blue", "black", "brown"], {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("value", "style", "explode", "query"),
    [
        ("", "", None, "color="), ("blue", "", None, "color=blue"), (LIST, "", None, "color=blue&color=black&color=brown"),
        (LIST, "form", False, "color=blue,black,brown"), (LIST, "spaceDelimited", None, "color=blue%20black%20brown"),
        (LIST, "pipeDelimited", None, "color=blue%7Cblack%7Cbrown"),
        (LIST, "pipeDelimited", True, "&".join(f"color={x}" for x in LIST)),
        (MAP, "", None, "R=100&G=200&B=150"), ({"a": [1, 2], "b": None, "c": ()}, "", None, "a=1&a=2"),
        (MAP, "form", False, "color=R,100,G,200,B,150"),
        (MAP, "spaceDelimited", None, "color=R%20100%20G%20200%20B%20150"),
        (MAP, "pipeDelimited", None, "color=R%7C100%7CG%7C200%7CB%7C150"),
        (MAP, "deepObject", None, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ({"a": {"b": [1, 2]}, "c": None}, "deepObject", None, "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2"),
        (["a,b", "c&d=é"], "form", False, "color=a%2Cb,c%26d%3D%C3%A9"), (("a", True), "", None, "color=a&color=true"),
        ([], "", None, ""), ([], "form", False, ""), ({}, "form", False, ""), ({"a": None}, "", None, ""),
    ],
)  # fmt: skip
def test_queries(value: object, style: str, explode: bool | None, query: str) -> None:
    """Delimiters stand between values, never within one."""
    assert "&".join(pairs("color", value, style, explode)) == query


@pytest.mark.parametrize("value", [[{"a": 1}], [None], {"a": {"b": 1}}, {"a": [None]}, {"a": [[1]]}, None, [[1]], b"x"])
def test_what_a_query_has_no_form_for(value: object) -> None:
    """Is refused, and never sent as Python writes it."""
    with pytest.raises(ValueError, match="where a plain value belongs"):
        list(pairs("color", value))


@pytest.mark.parametrize(
    ("value", "style", "explode", "text"),
    [
        ("blue", "", None, "blue"), (LIST, "", None, "blue,black,brown"), (LIST, "", True, "blue,black,brown"),
        (MAP, "", None, "R,100,G,200,B,150"), (MAP, "", True, "R=100,G=200,B=150"), ("blue", "label", None, ".blue"),
        (LIST, "label", None, ".blue,black,brown"), (LIST, "label", True, ".blue.black.brown"),
        (MAP, "label", None, ".R,100,G,200,B,150"), (MAP, "label", True, ".R=100.G=200.B=150"),
        ("blue", "matrix", None, ";color=blue"), (LIST, "matrix", None, ";color=blue,black,brown"),
        (LIST, "matrix", True, ";color=blue;color=black;color=brown"), (MAP, "matrix", None, ";color=R,100,G,200,B,150"),
        (MAP, "matrix", True, ";R=100;G=200;B=150"), (["a/b", "c,d"], "", None, "a%2Fb,c%2Cd"),
    ],
)  # fmt: skip
def test_segments(value: object, style: str, explode: bool | None, text: str) -> None:
    """Whatever a value holds, it stays within its segment."""
    assert segment(DO, Parameter("color", "color", "path", "any", True, style=style, explode=explode), value) == text


@pytest.mark.parametrize(
    ("value", "style"),
    [
        ("", ""), (".", ""), ("..", ""), ([], ""), ([""], ""), (["."], ""), ("\ud800", ""), ([{}], ""), (None, ""),
        ({"a": [1]}, ""), ("", "label"), (".", "label"), ([], "label"), ("\ud800", "label"), ("", "matrix"),
    ],
)  # fmt: skip
def test_what_would_leave_its_segment(value: Any, style: str) -> None:
    """Or has no form there, is refused with the argument's name."""
    with pytest.raises(ArgumentError, match="`color` "):
        segment(DO, Parameter("color", "color", "path", "any", True, style=style), value)


def test_headers() -> None:
    """Lists and mappings with commas, and no line break."""
    about = Parameter("color", "X-Color", "header", "any")
    assert header(DO, about, LIST) == "blue,black,brown"
    assert header(DO, about, MAP) == "R,100,G,200,B,150"
    assert header(DO, about._replace(explode=True), MAP) == "R=100,G=200,B=150"
    for value, what in ((["a", "b\r\nX-Evil: 1"], "no line breaks"), ([["a"]], "can't be a header: it is list")):
        with pytest.raises(ArgumentError, match=what):
            header(DO, about, value)


def test_cookies() -> None:
    """What would end a cookie is encoded; what base64 has stays as it is."""
    about = Parameter("session", "sid", "cookie", "any")
    assert cookie(DO, about, "a+b/c==") == "sid=a+b/c=="
    assert cookie(DO, about, "a; b=\r\n,%") == "sid=a%3B%20b=%0D%0A%2C%25"
    assert (cookie(DO, about, [1, 2]), cookie(DO, about, MAP)) == ("sid=1,2", "sid=R,100,G,200,B,150")
    with pytest.raises(ArgumentError, match="can't be a cookie: it is dict"):
        cookie(DO, about, [{}])
