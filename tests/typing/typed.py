"""A program that uses prompts as functions, and what a type checker knows of it. The module is made of the folder `prompts`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, assert_type

from promptport import AsyncClient, Client, Prompt, RenderedPrompt

from . import typed_prompts as prompts


def blocking(client: Client, prompt: Prompt, extra: Mapping[str, Any], answer: object) -> None:
    """Blocking: with a client, with a prompt of a version, a label or a fallback; defaults are left out or given."""
    rendered = prompts.welcome(
        client, customer_name="A", orders=3, price=1.5, urgent=True, items=["a"], extra=extra, anything="x", history=[]
    )
    assert_type(rendered, RenderedPrompt)
    again = prompts.welcome(
        prompt,
        customer_name="A",
        orders=3,
        price=Decimal("1.50"),
        urgent=False,
        items=("a", 1),
        extra={"a": 1},
        anything={"b": [2]},
        history=[{"role": "user", "content": "Hi"}, answer],
        language="de",
    )
    assert_type(again, RenderedPrompt)
    address: prompts.MailByeUserAddress = {"city": "Kyiv"}
    assert_type(
        prompts.mail_bye(
            client.get("mail/bye", version=1, fallback="Bye."),
            first_name="A",
            class_="b",
            client="c",
            user={"name": "n", "address": address},
        ).text,
        str,
    )


async def asynchronous(client: AsyncClient) -> None:
    """For asyncio."""
    rendered = await prompts.mail_bye(
        client, first_name="A", class_="b", client="c", user={"name": "n", "address": {"city": "Kyiv"}}
    )
    assert_type(rendered, RenderedPrompt)
    print(rendered.to_openai())
