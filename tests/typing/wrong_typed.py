"""Misuse of prompts as functions, each with the kind of error that mypy must find in its line. It is never run."""

from __future__ import annotations

from promptport import AsyncClient, Client

from . import typed_prompts as prompts

client = Client("xr2")
name, city = "Alice", "Kyiv"
user: prompts.MailByeUser = {"name": name, "address": {"city": city}}
prompts.mail_bye(client, class_="b", client="c", user=user)  # call-arg
prompts.mail_bye(client, first_nmae=name, class_="b", client="c", user=user)  # call-arg
prompts.mail_bye(client, first_name=3, class_="b", client="c", user=user)  # arg-type
prompts.mail_bye(client, first_name=name, class_=None, client="c", user=user)  # arg-type
prompts.mail_bye(client, name, class_="b", client="c", user=user)  # call-arg
prompts.mail_bye(client, first_name=name, class_="b", client="c", user={"address": {"city": city}})  # typeddict-item
typo: prompts.MailByeUser = {"name": name, "address": {"town": city}}  # typeddict-item, typeddict-unknown-key
prompts.mail_bye(client, first_name=name, class_="b", client="c", user="x")  # arg-type
prompts.mail_bye("xr2", first_name=name, class_="b", client="c", user=user)  # arg-type
prompts.mail_bye(client, first_name=name, class_="b", client="c", user=user, tone="")  # call-arg
prompts.mail_bey(client)  # attr-defined
prompts.labelled()  # attr-defined


def types(orders: str, price: str, urgent: str, items: str, extra: str, history: str, anything: set[str]) -> None:
    prompts.welcome(
        client,
        customer_name=name,
        orders=orders,  # arg-type
        price=price,  # arg-type
        urgent=urgent,  # arg-type
        items=items,  # arg-type
        extra=extra,  # arg-type
        anything=anything,  # arg-type
        history=history,  # arg-type
        language="fr",  # arg-type
    )


async def forgotten(asyncio: AsyncClient) -> None:
    prompts.mail_bye(asyncio, first_name=name, class_="b", client="c", user=user)  # unused-coroutine
