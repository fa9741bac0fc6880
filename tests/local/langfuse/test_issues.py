"""Proves that what is wrong with a request is told as a list of issues, each with its code and its place."""

from __future__ import annotations

from promptport_local.langfuse.issues import issue, issues_of
from promptport_local.schemas import Problem


def test_problems_become_issues() -> None:
    found = issues_of(
        [
            Problem("type", ("query", "version"), "must be integer", "a", "integer"),
            Problem("required", ("body", "prompt", 0, "role"), "is required", {}, ["role"]),
            Problem("const", ("type",), "breaks it", "x", "chat"),
            Problem("media", ("body",), "must be of type application/json"),
        ]
    )
    assert [(each["code"], each["path"]) for each in found] == [
        ("invalid_type", ["version"]), ("invalid_type", ["prompt", 0, "role"]), ("invalid_value", ["type"]), ("custom", []),
    ]  # fmt: skip
    assert (found[0]["expected"], found[2]["values"]) == ("integer", ["chat"])
    assert found[0]["message"] == "Invalid input: must be integer"


def test_an_issue_has_what_its_kind_tells() -> None:
    assert issue("invalid_union", (), "Invalid input", errors=[[], []]) == {
        "code": "invalid_union", "errors": [[], []], "path": [], "message": "Invalid input",
    }  # fmt: skip
