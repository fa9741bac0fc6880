"""Misuse of the neutral client, each with the kind of error that mypy must find in its line. It is never run."""

from __future__ import annotations

import httpx

import promptport
from promptport import AsyncClient, Client, Prompt

client = Client("xr2")
client.get(3)  # arg-type
client.get("p", version=1.5)  # arg-type
client.get("p", label=1)  # arg-type
client.get("p", 3)  # call-arg
client.get("p", fallback=3)  # arg-type
client.get("p", fallback=None)  # arg-type
client.get("p", fallback=lambda: 3)  # arg-type
client.fetch("p")  # attr-defined
Client("xr2", ttl="60")  # call-overload
Client(3)  # call-overload
Client("xr2", api_kye="x")  # call-overload
AsyncClient("scope", api_secert="x")  # call-overload
Client("local:xr2", api_kye="x")  # call-overload
AsyncClient("files:./prompts", api_kye="x")  # call-overload
Client("langfuse", public_kye="x")  # call-overload
Client(max_answr=1)  # call-overload
Client("xr2", transport=httpx.ASGITransport(print))  # call-overload, arg-type
client.with_options(timeuot=1)  # call-arg
clinet = promptport.Clinet  # attr-defined


def change(prompt: Prompt) -> None:
    prompt.fetched = prompt.fetched  # misc
    prompt.name = "x"  # misc
    rendered = prompt.render([1])  # arg-type
    rendered.to_opneai()  # attr-defined


async def forgotten(asyncio: AsyncClient) -> None:
    asyncio.get("p").render()  # attr-defined
    with asyncio:  # attr-defined
        pass
