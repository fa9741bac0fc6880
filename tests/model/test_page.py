"""Proves that a page is its items, and that all pages are walked once, each when it is needed."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.model import walk, walk_async

from .things import Things


def page(number: int, pages: Any = 3, items: int = 2) -> Things:
    """A page of things that says how many pages there are."""
    return Things.from_dict({"data": [{"id": f"{number}.{each}"} for each in range(items)], "meta": {"pages": pages}})


def test_a_page_is_its_items() -> None:
    """Iterated and counted; it knows how many pages there are."""
    first = page(1)
    assert ([each.id for each in first], len(first), first.count()) == (["1.0", "1.1"], 2, 3)


@pytest.mark.parametrize("meta", [None, {}, {"pages": None}, {"pages": "3"}])
def test_no_number_of_pages(meta: Any) -> None:
    """Where the platform does not say, or says no number, there are none to go on to."""
    assert Things.from_dict({"data": [], "meta": {"pages": 0} | meta if meta is not None else None}).count() == 0


def test_pages_are_fetched_when_they_are_needed() -> None:
    asked: list[int] = []

    def fetch(number: int) -> Things:
        asked.append(number)
        return page(number)

    found = walk(fetch, 2)
    assert asked == []
    assert (next(found).id, asked) == ("2.0", [2])
    assert ([each.id for each in found], asked) == (["2.1", "3.0", "3.1"], [2, 3])


@pytest.mark.parametrize(("pages", "items", "asked"), [(None, 2, 1), (9, 0, 1), (2, 2, 2)])
async def test_where_it_ends(pages: Any, items: int, asked: int) -> None:
    """After the last page, after an empty one, and after the first where pages are not counted; blocking or awaited."""
    numbers: list[int] = []

    def fetch(number: int) -> Things:
        numbers.append(number)
        return page(number, pages, items)

    async def fetch_async(number: int) -> Things:
        return fetch(number)

    assert len(list(walk(fetch, 1))) == asked * items
    assert len([each async for each in walk_async(fetch_async, 1)]) == asked * items
    assert numbers == [*range(1, asked + 1)] * 2
