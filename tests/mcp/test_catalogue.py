"""Proves which prompts are served, page by page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import ArgumentError, AsyncClient, CallError, NotFound
from promptport.mcp.catalogue import PAGE, Catalogue
from promptport.testing import Platform

from .pieces import write

pytestmark = pytest.mark.one_python("pages are the same on all")


async def test_pages(tmp_path: Path) -> None:
    """Each prompt is in one page, also where prompts come and go in between."""
    write(tmp_path, {f"p{each:03}.md": "Hi." for each in range(2 * PAGE + 1)})
    async with AsyncClient(f"files:{tmp_path}") as client:
        catalogue = Catalogue(client)
        names, cursor = [], None
        for count in (PAGE, PAGE, 1):
            page = await catalogue.page(cursor)
            names += [each.name for each in page.entries]
            assert len(page.entries) == count
            cursor = page.cursor
            write(tmp_path, {f"a{len(names)}.md": "Hi."})  # before what is shown
        assert cursor is None
        assert names == [f"p{each:03}" for each in range(2 * PAGE + 1)]
        assert [each.name for each in (await catalogue.page(None, "P00")).entries] == [
            f"p00{each}" for each in range(10)
        ]
        with pytest.raises(ArgumentError, match="without one"):
            await catalogue.page("ü")


async def test_what_can_t_be_had_is_told(tmp_path: Path) -> None:
    """A malformed file does not take the others with it; drafts are not served, but where they are asked for."""
    write(tmp_path, {"bad.md": "{{#if}}", "draft.md": "+++\nlabels = ['draft']\n+++\nNew.", "good.md": "Hi."})
    async with AsyncClient(f"files:{tmp_path}") as client:
        entries = (await Catalogue(client).page()).entries
        assert [(each.name, each.prompt is None) for each in entries] == [("bad", True), ("good", False)]
        assert "bad.md:1:1: " in entries[0].problem
        drafts = (await Catalogue(client, label="draft").page()).entries
        assert [each.name for each in drafts] == ["bad", "draft"]
        with pytest.raises(NotFound):
            await Catalogue(client).find("draft")
        assert (await Catalogue(client, label="draft").find("draft")).version == 1


async def test_those_that_are_named_alone(tmp_path: Path) -> None:
    write(tmp_path, {"welcome.md": "Hi.", "bye.md": "Bye."})
    async with AsyncClient(f"files:{tmp_path}") as client:
        catalogue = Catalogue(client, only=["welcome", "nobody"])
        entries = (await catalogue.page()).entries
        assert [(each.name, each.prompt is None) for each in entries] == [("nobody", True), ("welcome", False)]
        assert "There is no prompt 'nobody'" in entries[0].problem
        with pytest.raises(NotFound, match="'bye' is not served here"):
            await catalogue.find("bye")
        with pytest.raises(NotFound, match="Did you mean welcome"):
            await catalogue.find("wellcome")


async def test_names_of_hosts(tmp_path: Path) -> None:
    """A prompt is found by either name, also by a host that has never asked for the list."""
    write(tmp_path, {"see you.md": "See you.", "welcome.md": "Hi."})
    async with AsyncClient(f"files:{tmp_path}") as client:
        for name in ("see_you", "see you"):
            assert (await Catalogue(client).find(name)).name == "see you"
        catalogue = Catalogue(client)
        await catalogue.page()
        write(tmp_path, {"a new one.md": "Hi."})
        assert (await catalogue.find("a_new_one")).name == "a new one"
        with pytest.raises(NotFound, match="Did you mean see you"):
            await catalogue.find("see  you")


async def test_an_outage(platform: Platform) -> None:
    """Where no prompt can be had that is an error, and where some can they are served."""
    key: Any = {"base_url": platform.url("xr2"), "api_key": "YOUR_PRODUCT_API_KEY", "retries": 0, "disk": False}
    async with AsyncClient("xr2", **key) as client:
        catalogue = Catalogue(client, only=["welcome", "other"])
        platform.script("xr2", {"status": 503, "times": 2})
        with pytest.raises(CallError, match="503"):
            await catalogue.page()
        entries = (await catalogue.page()).entries
        assert [(each.name, each.prompt is None) for each in entries] == [("other", True), ("welcome", False)]
        platform.backend("xr2").add_prompt(
            "other", [{"version_number": 1, "status": "production", "user_prompt": "Hi."}]
        )
        await client.clear_cache()
        platform.script("xr2", {"status": 503})
        entries = (await catalogue.page()).entries
        assert sorted("503" in each.problem for each in entries) == [False, True]
