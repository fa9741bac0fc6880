"""Proves which version is read, and what the list holds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from promptport_local.clock import read
from promptport_local.langfuse.backend import Backend

from ..conftest import Clock
from .conftest import create, refused


def test_which_version_is_read(langfuse: Backend) -> None:
    assert langfuse.get("mail/welcome")["version"] == 2
    assert langfuse.get("mail/welcome", label="")["version"] == 2
    assert langfuse.get("mail/welcome", 1)["isActive"] is False
    assert langfuse.get("mail/welcome", label="latest")["version"] == 3
    assert langfuse.get("mail/welcome", label="production")["isActive"] is True
    assert refused(langfuse.get, "mail/welcome", -1) == (404, "There is no version -1 of the prompt 'mail/welcome'.")
    assert refused(langfuse.get, "mail/welcome", label="x")[0] == 404
    assert refused(langfuse.get, "mail")[1] == "There is no prompt 'mail' with the label 'production'."


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"name": "mail/welcome"}, {"mail/welcome": [1, 2, 3]}),
        ({"name": "mail"}, {}),
        ({"label": "staging"}, {"mail/welcome": [3]}),
        ({"tag": "mail"}, {"mail/welcome": [1, 2, 3]}),
        ({"version": 2}, {"mail/welcome": [2]}),
        ({"tag": "chat", "label": "staging"}, {}),
    ],
)
def test_filters_choose_versions(langfuse: Backend, filters: dict[str, Any], names: dict[str, list[int]]) -> None:
    page = langfuse.list_prompts(**filters)
    assert {each["name"]: each["versions"] for each in page["data"]} == names
    assert page["meta"]["totalItems"] == len(names)


def test_what_is_told_is_of_those_versions(langfuse: Backend) -> None:
    create(langfuse, "mail/welcome", "x", labels=["b", "a"], config=[1], tags=["t"])
    (found,) = langfuse.list_prompts(name="mail/welcome")["data"]
    assert found == {
        "name": "mail/welcome", "type": "text", "versions": [1, 2, 3, 4], "tags": ["t"],
        "labels": ["a", "b", "latest", "production", "staging"],
        "lastUpdatedAt": "2026-01-15T09:30:00.123Z", "lastConfig": [1],
    }  # fmt: skip
    (found,) = langfuse.list_prompts(name="mail/welcome", label="production")["data"]
    assert (found["labels"], found["lastConfig"]) == (["production"], {})


def test_since_when_and_until_when(langfuse: Backend, clock: Clock) -> None:
    """The first moment counts, the last does not."""
    clock.forward(hours=1)
    changed = read(langfuse.give("mail/welcome", 1, ["x"])["updatedAt"])
    instant = timedelta(milliseconds=1)
    for since, before, found in (
        (changed, None, [1]), (changed + instant, None, []), (changed, changed, []), (changed, changed + instant, [1]),
    ):  # fmt: skip
        page = langfuse.list_prompts(name="mail/welcome", changed_from=since, changed_before=before)
        assert [each["versions"] for each in page["data"]] == [found] * bool(found)


def test_pages(langfuse: Backend) -> None:
    """By name; one past the end is empty, and so is the only one of nothing."""
    names = sorted(each["name"] for each in langfuse.prompts)
    pages = [langfuse.list_prompts(page=number, limit=3) for number in (1, 2, 3, 4)]
    assert [each["name"] for page in pages for each in page["data"]] == names
    assert pages[2]["meta"] == pages[2]["pagination"] == {"page": 3, "limit": 3, "totalPages": 3, "totalItems": 7}
    assert pages[3]["data"] == []
    assert langfuse.list_prompts(tag="none")["meta"] == {"page": 1, "limit": 10, "totalPages": 0, "totalItems": 0}
