"""Proves which paths an agent's file system has, and how they are written."""

from __future__ import annotations

import pytest

from promptport_local.promptrails.vfs_paths import normalized, parent_of, placed, within

from .rails import refused

DEEPEST = "/".join("x" * 16)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("/", "/"),
        (".", "/"),
        ("a", "/a"),
        ("//a///b/./c/", "/a/b/c"),
        ("/a/..b/c..", "/a/..b/c.."),
        (DEEPEST, f"/{DEEPEST}"),
        ("/" + "é" * 127, "/" + "é" * 127),
    ],
)
def test_a_path_is_kept_absolute_and_clean(given: str, kept: str) -> None:
    assert normalized(given) == kept
    assert normalized(kept) == kept


@pytest.mark.parametrize("given", ["", "..", "/a/../b", "a/..", "a\0b", f"{DEEPEST}/x", "x" * 256, "é" * 128])
def test_what_is_no_path(given: str) -> None:
    with refused(400, "bad_request") as no:
        normalized(given, "to")
    assert list(no.value.body["error"]["details"]) == ["to"]


def test_where_a_path_lies() -> None:
    assert [parent_of(each) for each in ("/a/b", "/a", "/")] == ["/a", "/", "/"]
    assert placed("/a/b.md") == {"path": "/a/b.md", "parent_path": "/a", "name": "b.md"}
    assert [within(each, "/a") for each in ("/a", "/a/b", "/ab", "/")] == [True, True, False, False]
    assert within("/anything", "/")
