"""Proves what a written function does when it is called: with a client of either kind, and with a prompt in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import ArgumentError, AsyncClient, Client, NotFound, RenderError
from promptport.testing import Platform
from promptport.typed import rendered, written

DRAFT = "+++\nlabel = 'draft'\n+++\nDraft {{name}}."


@pytest.fixture
def source(tmp_path: Path) -> str:
    (tmp_path / "hi.md").write_text(
        "+++\n[variables]\nname = 'string'\ntone = { default = 'kind' }\n+++\n{{tone}} {{name}}"
    )
    (tmp_path / "hi@2.md").write_text(DRAFT)
    (tmp_path / "chat.md").write_text("--- user\nA {{name}}\n--- {{history}}\n--- user\nZ")
    return f"files:{tmp_path}"


def test_blocking(source: str) -> None:
    with Client(source) as client:
        assert rendered(client, "hi", {"name": "A"}).text == "kind A"
        assert rendered(client, "hi", {"name": "A"}, optional={"tone": None}).text == "kind A"
        assert rendered(client, "hi", {"name": "A"}, optional={"tone": "dry"}).text == "dry A"
        assert rendered(client, "hi", {"name": "A"}, label="draft").text == "Draft A."
        made = rendered(client, "chat", {"name": "A"}, history={"history": [{"role": "assistant", "content": "M"}]})
        assert [each["content"] for each in made.to_openai()] == ["A A", "M", "Z"]
        assert rendered(client, "chat", {"name": "A"}, history={"history": []}).text == "A A\n\nZ"
        with pytest.raises(RenderError, match="missing: name"):
            rendered(client, "hi", {})
        with pytest.raises(NotFound):
            rendered(client, "hi", {}, label="testing")


async def test_asyncio(source: str) -> None:
    async with AsyncClient(source) as client:
        assert (await rendered(client, "hi", {"name": "A"})).text == "kind A"
        assert (await rendered(client, "hi", {"name": "A"}, label="draft")).text == "Draft A."
        made = await rendered(client, "chat", {"name": "A"}, history={"history": [{"role": "user", "content": "M"}]})
        assert [each["content"] for each in made.to_openai()] == ["A A", "M", "Z"]
        with pytest.raises(RenderError, match="missing: name"):
            await rendered(client, "hi", {})


def test_a_prompt_in_place_of_the_client(source: str) -> None:
    """It is of whatever version, label or fallback, and nothing is asked for again; another prompt is refused."""
    with Client(source) as client:
        prompt = client.get("hi", version=2)
        assert rendered(prompt, "hi", {"name": "A"}, label="testing").text == "Draft A."
        spare = client.get("gone", fallback="Spare {{name}}", missing_ok=True)
        assert rendered(spare, "gone", {"name": "A"}, optional={"tone": "dry"}).text == "Spare A"
        chat = client.get("chat")
        assert rendered(chat, "chat", {"name": "A"}, history={"history": []}).text == "A A\n\nZ"
        with pytest.raises(ArgumentError, match="renders the prompt 'hi', and was given 'chat'"):
            rendered(chat, "hi", {"name": "A"})


async def test_a_written_module_at_work(platform: Platform, source: str) -> None:
    """Of a platform and of a folder, with a client of either kind."""
    settings: dict[str, Any] = {"base_url": platform.url("xr2"), "api_key": "YOUR_PRODUCT_API_KEY", "disk": False}
    with Client("xr2", **settings) as xr2, Client(source) as files:
        names: dict[str, Any] = {}
        exec(written([xr2.get("welcome"), files.get("hi"), files.get("chat")]).text, names)
        assert "Alice" in names["welcome"](xr2, customer_name="Alice").text
        assert names["hi"](files, name="A", tone=None).text == "kind A"
        assert names["chat"](files, name="A", history=[]).text == "A A\n\nZ"
    async with AsyncClient("xr2", **settings) as xr2_too, AsyncClient(source) as files_too:
        assert "Alice" in (await names["welcome"](xr2_too, customer_name="Alice")).text
        assert (await names["hi"](files_too, name="A", tone="dry")).text == "dry A"
        assert (await names["chat"](files_too, name="A", history=[])).text == "A A\n\nZ"
