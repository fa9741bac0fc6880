"""Proves that a page of PromptRails can be made by hand, and is what a read one is."""

from __future__ import annotations

import copy
import dataclasses
import pickle

from promptport_api.promptrails.models import AgentPage

from promptport.promptrails import Agent, PaginatedResponse, PaginationMeta

READ = AgentPage.from_dict({"data": [{"id": "a"}], "meta": {"total": 1, "page": 1, "limit": 20, "total_pages": 1}})


def made(total: int = 1) -> PaginatedResponse[Agent]:
    return PaginatedResponse(data=[Agent(id="a")], meta=PaginationMeta(total=total, page=1, limit=20, pages=1))


def test_a_page_by_hand() -> None:
    """Its items and its place, as attributes and items; it is counted and gone through; no more pages are behind it."""
    page = made()
    assert (page.data, page.meta.pages, page["meta"]["total_pages"]) == ([Agent(id="a")], 1, 1)
    assert (len(page), list(page), page.count()) == (1, page.data, 0)
    empty = PaginatedResponse[Agent]([])
    assert (list(empty), empty.meta, bool(empty)) == ([], None, True)


def test_a_read_one_is_such_a_page() -> None:
    """Of its class, and equal both ways where items and place are."""
    assert isinstance(READ, PaginatedResponse)
    assert made() == READ
    assert made() == READ
    assert made(total=2) != READ
    assert dataclasses.replace(made(), data=[]) != READ
    assert made() == made().to_dict()
    assert made() != 1


def test_copies() -> None:
    for page in (made(), READ):
        assert page == copy.deepcopy(page) == pickle.loads(pickle.dumps(page))
