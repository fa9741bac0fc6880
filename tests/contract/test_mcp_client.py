"""Proves that the official client of MCP lists, completes and gets every prompt, over stdio and over HTTP."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters
from mcp.types import Prompt, PromptReference, TextContent

from promptport import AsyncClient
from promptport.cli.mcp import names_of

from ..mcp.test_http import serving

pytestmark = pytest.mark.one_python("the protocol is the same on all")
COMMAND = ["-W", "error", "-m", "promptport", "mcp"]
GIVEN = {
    "string": "{{name}}",
    "integer": "3",
    "number": "1.5",
    "boolean": "true",
    "array": '["a"]',
    "object": '{"a": 1}',
}
FILES = {
    "welcome.md": "+++\n[variables]\n"
    + "".join(f"v_{each} = {{ type = '{each}', description = 'A {each}' }}\n" for each in GIVEN)
    + "+++\n--- system\nBe nice.\n--- {{history}}\n--- user\n"
    + " ".join(f"{{{{v_{each}}}}}" for each in GIVEN),
    "mail/see you.md": "See you, {{name}}.",
    "plain.md": "Hi.",
}


@asynccontextmanager
async def over_stdio(source: str) -> AsyncIterator[Client]:
    """A host that starts the command."""
    async with Client(StdioServerParameters(command=sys.executable, args=[*COMMAND, source])) as host:
        yield host


@asynccontextmanager
async def over_http(source: str) -> AsyncIterator[Client]:
    """A host that finds a server running."""
    async with serving(source, names_of=names_of) as address, Client(address) as host:
        yield host


def values(prompt: Prompt) -> dict[str, str]:
    """A value for each argument that is required."""
    return {
        each.name: GIVEN.get(each.name.removeprefix("v_"), "Alice") for each in prompt.arguments or () if each.required
    }


@pytest.mark.parametrize("over", [over_stdio, over_http])
async def test_every_prompt(over: object, tmp_path: Path) -> None:
    """Each is what `Client` makes of it."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    for source in (f"files:{tmp_path}", "local:xr2"):
        async with over(source) as host, AsyncClient(source) as client:  # type: ignore[operator] # it is one of the two
            listed = (await host.list_prompts()).prompts
            names = await client.list() if client.platform.lists else ["welcome"]
            assert [each.title for each in listed] == names
            for prompt in listed:
                assert all(each.description for each in prompt.arguments or () if each.name.startswith("v_"))
                told = {
                    each.name: (
                        await host.complete(PromptReference(name=prompt.name), {"name": each.name, "value": "t"})
                    )
                    for each in prompt.arguments or ()
                }
                assert {name for name, each in told.items() if each.completion.values} == {*told} & {"v_boolean"}
                found = await host.get_prompt(prompt.name, values(prompt))
                own = await client.get(str(prompt.title))
                read = {"v_integer": 3, "v_number": 1.5, "v_boolean": True, "v_array": ["a"], "v_object": {"a": 1}}
                kept = {name: read.get(name, each) for name, each in values(prompt).items()}
                rendered = own.options(history=dict.fromkeys(own.places, ())).render(kept)
                texts = [each.content.text for each in found.messages if isinstance(each.content, TextContent)]
                assert texts == [each.content for each in rendered.messages]
