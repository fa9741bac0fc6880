"""Lists of records: filtered, ordered, and cut into pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from promptport_local.clock import read
from promptport_local.promptrails.resource import Filter, Json, Resource

USUAL_LIMIT, LARGEST_LIMIT = 20, 100


def filtered(resource: Resource, records: Sequence[Json], filters: Mapping[str, str]) -> list[Json]:
    """Those records of a resource that fit what is asked for.

    Args:
        resource: The resource.
        records: The records, as they are kept.
        filters: What is asked for, by the parameters of the resource; an empty text lets all pass.
    """
    wanted = [(resource.filters[name], text) for name, text in filters.items() if text]
    return [each for each in records if all(_fits(each, filter_, text) for filter_, text in wanted)]


def ordered(resource: Resource, records: Sequence[Json]) -> list[Json]:
    """Records in the order of their resource, given oldest first."""
    if resource.order == "newest":
        return sorted(records, key=lambda each: read(each["created_at"]))[::-1]
    return list(records) if resource.order == "oldest" else sorted(records, key=lambda each: each[resource.order])


def paged(found: Sequence[Any], page: int, limit: int, view: Callable[[Any], Any] = lambda item: item) -> Json:
    """A page of a list: `data` and `meta`. A page past the end is empty and tells the true total.

    Args:
        found: All items of the list.
        page: The number of the page; one below 1 is the first.
        limit: How many items a page has: 20 where it is below 1, 100 at the most.
        view: How an item is shown.
    """
    page = max(page, 1)
    limit = min(limit, LARGEST_LIMIT) if limit >= 1 else USUAL_LIMIT
    data = [view(each) for each in found[(page - 1) * limit : page * limit]]
    pages = -(-len(found) // limit)
    meta = {"total": len(found), "page": page, "limit": limit, "pages": pages, "total_pages": pages}
    return {"data": data, "meta": meta}


def _fits(record: Json, wanted: Filter, text: str) -> bool:
    texts = [_text(record, field) for field in wanted.fields]
    if wanted.part:
        return any(text.casefold() in each.casefold() for each in texts)
    return text in texts


def _text(record: Json, field: str) -> str:
    """A field as a parameter of a query would name it."""
    value: Any = record
    for step in field.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
