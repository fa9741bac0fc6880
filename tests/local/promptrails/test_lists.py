"""Proves that the local PromptRails' lists are filtered, ordered and paged."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.resource import Resource

from ..conftest import Clock
from .every_resource import EVERY_RESOURCE


@EVERY_RESOURCE
def test_every_filter_tells_apart(resource: Resource, rails: Backend) -> None:
    """A filter answers those records alone whose field fits; an empty one answers all."""
    records = rails.records
    for name, filter_ in resource.filters.items():
        field = filter_.fields[0]
        if field == "is_active":
            values: list[Any] = [True, False]
        elif "." in field:
            values = ["working", "failed"]
        else:
            values = ["Odd one", "other"]
        outer, _, inner = field.partition(".")
        made = [records.state.add(resource.name, **{outer: {inner: each} if inner else each})["id"] for each in values]
        text = {True: "true"}.get(values[0], str(values[0]))
        asked = text[2:5].upper() if filter_.part else text
        found = {each["id"] for each in records.listed(resource.name, filters={name: asked})}
        assert made[0] in found, name
        assert made[1] not in found, name
        assert set(made) <= {each["id"] for each in records.listed(resource.name, filters={name: ""})}


@pytest.mark.parametrize(
    ("page", "limit", "meta", "count"),
    [
        (1, 20, (1, 20, 3), 20),
        (3, 20, (3, 20, 3), 5),
        (4, 20, (4, 20, 3), 0),
        (0, 0, (1, 20, 3), 20),
        (-5, -1, (1, 20, 3), 20),
        (1, 100, (1, 100, 1), 45),
        (1, 10**30, (1, 100, 1), 45),
        (10**30, 7, (10**30, 7, 7), 0),
    ],
)
def test_pages(rails: Backend, page: int, limit: int, meta: tuple[int, int, int], count: int) -> None:
    for index in range(45 - len(rails.records.all("agents"))):
        rails.records.create("agents", {"name": f"a{index}", "type": "simple"})
    found = rails.records.page("agents", page, limit)
    pages = {"pages": meta[2], "total_pages": meta[2]}
    assert found["meta"] == {"total": 45, "page": meta[0], "limit": meta[1], **pages}
    assert len(found["data"]) == count


def test_pages_of_nothing(rails: Backend) -> None:
    assert rails.records.page("agents", filters={"name": "nobody"}) == {
        "data": [],
        "meta": {"total": 0, "page": 1, "limit": 20, "pages": 0, "total_pages": 0},
    }


def test_lists_have_their_order(rails: Backend, clock: Clock) -> None:
    names = ["b", "a", "c"]
    made = []
    for index, name in enumerate(names):
        made.append(rails.records.create("agents", {"name": name, "type": "simple"})["id"])
        given = {"type": "input", "scanner_type": name, "sort_order": -index}
        rails.records.create("guardrails", given, made[0])
        clock.forward(seconds=index * 0.5)
    assert [each["id"] for each in rails.records.listed("agents")][:3] == made[::-1]
    assert [each["scanner_type"] for each in rails.records.listed("guardrails", made[0])] == ["c", "a", "b"]
    shown = [each["display_name"] for each in rails.records.listed("llm_models")]
    assert shown == sorted(shown)
