"""Proves which class an error of Langfuse has, and what its body says."""

from __future__ import annotations

import pytest

from promptport.langfuse.errors import (
    BadRequestError,
    ConflictError,
    LangfuseError,
    ServerError,
    error_class,
    said,
)


def test_classes() -> None:
    """Each is a `LangfuseError`; what has no class of its own is one."""
    assert [error_class(each) for each in (400, 409, 500, 599)] == [
        BadRequestError,
        ConflictError,
        ServerError,
        ServerError,
    ]
    assert [error_class(each) for each in (0, 302, 402, 418)] == [LangfuseError] * 4
    assert issubclass(BadRequestError, LangfuseError)


@pytest.mark.parametrize("issues", [30, 3_000])
def test_many_issues(issues: int) -> None:
    """Some are named, and all are kept; one that stands twice is said once."""
    error = [{"path": [each], "message": "no"} for each in range(issues)]
    found = said({"message": "m", "error": error})
    assert found.message is not None
    assert found.message.startswith("m: 0: no; 1: no;")
    assert len(found.message) < 200
    assert found.details is error
    assert said({"message": "m", "error": [{"message": "no"}] * 3}).message == "m: no"


def test_deep_issues() -> None:
    """However deep alternatives are, it ends."""
    deep: dict[str, object] = {"path": [], "message": "end"}
    for _ in range(5_000):
        deep = {"errors": [[deep]]}
    assert said({"message": "m", "error": [deep]}).message == "m"
