"""Proves that the pages of PromptRails can be counted, iterated and walked through."""

from __future__ import annotations

from promptport.promptrails import PaginationMeta

from ...faults.promptrails_rows import CONTRACT
from .conftest import Wire


async def test_all_pages(wire: Wire) -> None:
    """`iter…` goes through the pages of every list that has them, lazily, with the arguments of the list."""
    wire.answer = lambda request: {
        "data": [{"id": f"{request.url.params['page']}.{n}"} for n in range(2)],
        "meta": {"total": 5, "page": int(request.url.params["page"]), "limit": 2, "total_pages": 3},
    }
    walk = wire.client.chat.iter_messages("s", limit=2)
    assert not wire.seen
    assert [each.id async for each in walk] == ["1.0", "1.1", "2.0", "2.1", "3.0", "3.1"]
    assert [str(each.url.query, "ascii") for each in wire.seen] == [f"page={n}&limit=2" for n in (1, 2, 3)]
    assert [each.id async for each in wire.client.agents.iter(page=3, type="simple")] == ["3.0", "3.1"]

    for meta in ({"pages": 2, "total_pages": 9}, {"pages": None, "total_pages": 2}, {"total_pages": 2}, {"pages": 2}):
        page = PaginationMeta.from_dict(meta)
        assert page.pages == page["pages"] == 2

    paged = [each for each in CONTRACT.operations if any(p.get("x-page") for p in each.spec["parameters"])]
    assert len(paged) == 22
    for each in paged:
        resource = getattr(wire.client, each.spec["tags"][0])
        method = each.id.removeprefix(f"{each.spec['tags'][0]}_")
        name = method.replace("list", "iter", 1) if "list" in method else f"iter_{method}"
        assert callable(getattr(resource, name)), each.id
