"""Proves that an agent's files on the local PromptRails are found by what stands in them, and by their names."""

from __future__ import annotations

import pytest

from promptport_local.promptrails.backend import Backend

from .rails import refused

AGENT = "agent-id"


@pytest.fixture
def searched(rails: Backend) -> Backend:
    for path, content in (
        ("/memory/a/x.json", "Refund: none\nrefunds (all)\nother"),
        ("/memory/y.json", "REFUND"),
        ("/memory/[z].md", "a.c"),
        ("/top.md", "abc"),
    ):
        rails.files.write(AGENT, path, content)
    return rails


def test_lines_that_hold_a_text(searched: Backend) -> None:
    def lines(*given: object) -> list[tuple[str, int]]:
        matches = searched.file_search.grep(AGENT, *given)["matches"]  # type: ignore[arg-type]
        return [(each["path"], each["line_number"]) for each in matches]

    json = [("/memory/a/x.json", 1), ("/memory/a/x.json", 2), ("/memory/y.json", 1)]
    assert lines("refund") == [*json, ("/notes/today.md", 1)]
    assert lines("refund", "memory/") == json
    assert lines("refund", "/memory/y.json") == json[2:]
    assert lines("refund", "", 2) == json[:2]
    assert len(lines("refund", "", -1)) == len(lines("refund", "", 10**30)) == 4
    assert lines("a.c") == [("/memory/[z].md", 1)]
    assert lines("(all)") == json[1:2]
    assert lines("refund", "/nowhere") == []
    found = searched.file_search.grep(AGENT, "OTHER")
    assert found == {"query": "OTHER", "matches": [{"path": "/memory/a/x.json", "line_number": 3, "line": "other"}]}
    searched.files.write(AGENT, "/many", "hit\n" * 150)
    assert len(lines("hit", "/many")) == 100
    with refused(400, "bad_request"):
        lines("")


def test_names_that_fit_a_pattern(searched: Backend) -> None:
    for pattern, found in (
        ("*.md", ["/memory/[z].md", "/notes/today.md", "/top.md"]),
        ("/*.md", ["/top.md"]),
        ("memory/**/*.json", ["/memory/a/x.json", "/memory/y.json"]),
        ("/memory/*/*.json", ["/memory/a/x.json"]),
        ("**/a/**", ["/memory/a", "/memory/a/x.json"]),
        ("**/?.json", ["/memory/a/x.json", "/memory/y.json"]),
        ("?.json", ["/memory/a/x.json", "/memory/y.json"]),
        ("[z].md", ["/memory/[z].md"]),
        ("memory", ["/memory"]),
        ("mem*", ["/memory"]),
        ("MEMORY", []),
        ("memory/**/x", []),
    ):
        answer = searched.file_search.glob(AGENT, pattern)
        assert (answer["pattern"], [each["path"] for each in answer["items"]]) == (pattern, found)
        assert all("content" not in each for each in answer["items"])


def test_where_and_how_many(searched: Backend) -> None:
    def paths(*given: object) -> list[str]:
        return [each["path"] for each in searched.file_search.glob(AGENT, *given)["items"]]  # type: ignore[arg-type]

    assert paths("*.json", "/memory/a") == ["/memory/a/x.json"]
    assert paths("*", "", 2) == ["/memory", "/memory/[z].md"]
    assert len(paths("*", "", -1)) == 8
    assert paths("*", "/nowhere") == []
    for pattern, path in (("", "/"), ("*", "..")):
        with refused(400, "bad_request"):
            paths(pattern, path)


def test_a_pattern_is_matched_in_no_time(searched: Backend) -> None:
    """However many stars it has."""
    searched.files.write(AGENT, "a" * 250, "")
    assert searched.file_search.glob(AGENT, "*a" * 100 + "b")["items"] == []
    assert searched.file_search.glob(AGENT, "**/" * 2000 + "b")["items"] == []
