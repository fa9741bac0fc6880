"""Proves that the official client of MCP lists, completes and gets every prompt, over stdio and over HTTP."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters
from mcp.types import Prompt, PromptReference, TextContent

from promptport import AsyncClient
from promptport.cli.mcp import names_of

from ..mcp.pieces import write
from ..mcp.test_http import serving

pytestmark = pytest.mark.one_python("the protocol is the same on all")
Over = Callable[[str], AbstractAsyncContextManager[Client]]
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
    "welcome.md": "+++\ndescription = 'Welcomes.'\n[variables]\nlanguage = { enum = ['de', 'tr', 'Tamil'] }\n"
    + "".join(f"v_{each} = {{ type = '{each}', description = 'A {each}' }}\n" for each in GIVEN)
    + "+++\n--- system\nBe nice.\n--- {{history}}\n--- user\n"
    + " ".join(f"{{{{v_{each}}}}}" for each in GIVEN)
    + " {{language}}",
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
    given = {"language": "Tamil", **{f"v_{name}": each for name, each in GIVEN.items()}}
    return {each.name: given.get(each.name, "Alice") for each in prompt.arguments or () if each.required}


async def completed(host: Client, prompt: Prompt) -> dict[str, list[str]]:
    """What a `t` is completed to, by the argument that it is typed for."""
    found = {}
    for each in prompt.arguments or ():
        answer = await host.complete(PromptReference(name=prompt.name), {"name": each.name, "value": "t"})
        found[each.name] = answer.completion.values
    return {name: each for name, each in found.items() if each}


@pytest.mark.promise("C18")
@pytest.mark.parametrize(
    ("over", "source"),
    [
        (over_stdio, "files:"),
        (over_stdio, "local:xr2"),
        (over_http, "files:"),
        (over_http, "local:xr2"),
        (over_http, "local:scope"),
        (over_http, "local:promptrails"),
        (over_http, "local:promptic"),
    ],
)
async def test_every_prompt(over: Over, source: str, tmp_path: Path) -> None:
    """Each is what `Client` makes of it."""
    if source == "files:":
        source += str(tmp_path)
        write(tmp_path, FILES)
    async with over(source) as host, AsyncClient(source) as client:
        listed = (await host.list_prompts()).prompts
        names = names_of(client) or client.list
        assert [each.title for each in listed] == [each for each in await names() if each != "my-draft-prompt"]
        for prompt in listed:
            own = await client.get(str(prompt.title))
            assert prompt.description == (own.description or None)
            arguments = {each.name: each for each in prompt.arguments or ()}
            assert [*arguments] == [*(each.name for each in own.variables), *own.places]
            assert all(each.description in str(arguments[each.name].description) for each in own.variables)
            words = {"v_boolean": ["true"], "language": ["tr", "Tamil"]} if "v_boolean" in arguments else {}
            assert await completed(host, prompt) == words
            found = await host.get_prompt(prompt.name, values(prompt))
            read = {"v_integer": 3, "v_number": 1.5, "v_boolean": True, "v_array": ["a"], "v_object": {"a": 1}}
            given = {name: read.get(name, each) for name, each in values(prompt).items()}
            rendered = own.options(history=dict.fromkeys(own.places, ())).render(given)
            texts = [each.content.text for each in found.messages if isinstance(each.content, TextContent)]
            assert texts == [each.content for each in rendered.messages]
