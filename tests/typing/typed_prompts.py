# Made by `promptport types files:./prompts -o typed_prompts.py`. Run that again; what is edited here is lost.
# ruff: noqa
# fmt: off
"""Prompts as functions, so that editors and type checkers know what each of them needs.

Each takes a client first: `promptport.Client`, or `promptport.AsyncClient`, whose answer is
awaited. In its place stands a prompt that `get` has answered, as for a version, a label, a
fallback or other options. Then come the prompt's variables, by name; None is as good as
leaving out what can be left out.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from promptport.typed import Array, Messages, Number, Object, R, Renders, Value
from promptport.typed import rendered as _rendered

__all__ = [
    "MailByeUser",
    "MailByeUserAddress",
    "mail_bye",
    "welcome",
]


MailByeUserAddress = TypedDict(
    "MailByeUserAddress",
    {
        "city": Value,
    },
)


MailByeUser = TypedDict(
    "MailByeUser",
    {
        "address": MailByeUserAddress,
        "name": Value,
    },
)


def mail_bye(
    client_: Renders[R],
    /,
    *,
    first_name: str,
    class_: str,
    client: str,
    user: MailByeUser,
) -> R:
    """The prompt `mail/bye`.

    Args:
        first_name: `first-name`. Of whom leaves.
        class_: `class`.
        user: An object with address.city, name.
    """
    return _rendered(
        client_,
        "mail/bye",
        {
            "first-name": first_name,
            "class": class_,
            "client": client,
            "user": user,
        },
    )


def welcome(
    client: Renders[R],
    /,
    *,
    customer_name: str,
    orders: int,
    price: Number,
    urgent: bool,
    items: Array,
    extra: Object,
    anything: Value,
    history: Messages,
    language: Literal["en", "de"] | None = None,
) -> R:
    """Welcomes a customer.

    The prompt `welcome`.

    Args:
        customer_name: Whom to welcome.
        orders: How many there were.
        history: Messages of a conversation, in a list, which may be empty.
        language: What to answer in.
            Where it is left out: "en".
    """
    return _rendered(
        client,
        "welcome",
        {
            "customer_name": customer_name,
            "orders": orders,
            "price": price,
            "urgent": urgent,
            "items": items,
            "extra": extra,
            "anything": anything,
        },
        optional={
            "language": language,
        },
        history={
            "history": history,
        },
    )
