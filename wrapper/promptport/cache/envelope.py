"""A fetched version of a prompt as bytes, for a store: templates alone, with a checksum."""

from __future__ import annotations

import json
from hashlib import blake2b
from hmac import compare_digest
from math import isfinite
from typing import Any, NamedTuple

from ..platform import Fetched, Query, Traits, Variable
from .grants import NOBODY, Grant

FORM = 1  # of the bytes; an envelope of another form is none


class Kept(NamedTuple):
    """What an envelope holds.

    Attributes:
        fetched: The version.
        since: Seconds since 1970 at which the platform gave it.
        grant: Who may have it, in seconds since 1970.
    """

    fetched: Fetched
    since: float
    grant: Grant = NOBODY


def cache_key(traits: Traits, query: Query) -> str:
    """Where a store keeps the answer to a query: a name that says nothing, and that no other query has.

    That of a local platform's answer begins with the platform, so that it is seen when it is good for nothing any more.
    """
    digest = blake2b(_identity(traits, query), digest_size=20).hexdigest()
    return f"{traits.instance}-{digest}" if traits.instance else digest


def mac_key(traits: Traits, query: Query) -> bytes:
    """What the checksum of an envelope begins with: only those can make one who know the account, and only for this query.

    An account may have a name that others guess. Where they could write a copy, too, `Traits.secret` is part of it.
    """
    secret = blake2b(traits.secret.encode(), digest_size=32).digest() if traits.secret else b""
    return blake2b(_identity(traits, query), digest_size=32, key=secret, person=b"seal").digest()


def shown_account(traits: Traits) -> str:
    """What tells accounts apart in a list of copies: too little to make a copy by."""
    return blake2b(traits.account.encode(), digest_size=4, person=b"shown").hexdigest()


def _identity(traits: Traits, query: Query) -> bytes:
    instance = [traits.instance] if traits.instance else []
    return json.dumps([traits.name, traits.origin, traits.account, *query, *instance]).encode()


def pack(
    fetched: Fetched, since: float, mac_key: bytes, platform: str = "", grant: Grant = NOBODY, account: str = ""
) -> bytes:
    """An envelope.

    Args:
        fetched: The version. What was given to one fetch alone is left out.
        since: Seconds since 1970 at which the platform gave it.
        mac_key: Whose answer to which query it is.
        platform: The platform's name, for who lists copies and knows no account (`listing.described`).
        grant: Who may have it, in seconds since 1970.
        account: What tells the account from others, for who lists copies (`shown_account`).
    """
    body = json.dumps(
        {
            "form": FORM,
            "platform": platform,
            "account": account,
            "since": since,
            "grant": grant,
            "fetched": fetched._replace(trace=None)._asdict(),
        },
        default=dict,
    ).encode()  # all of it ASCII: JSON from a platform can hold what UTF-8 can't express
    return _checksum(body, mac_key) + b"\n" + body


def packed(traits: Traits, query: Query, fetched: Fetched, since: float, grant: Grant) -> bytes:
    """The envelope of an answer to a query, for those whose it is."""
    return pack(fetched, since, mac_key(traits, query), traits.name, grant, shown_account(traits))


def unpack(content: bytes, mac_key: bytes) -> Kept | None:
    """What an envelope holds; None where it is broken, cut off, of another form, or the answer to another query."""
    try:
        data = _read(content, mac_key)
        fields = data["fetched"]
        if fields["variables"] is not None:
            fields["variables"] = tuple(map(_variable, fields["variables"]))
        since = float(data["since"])
        fetched = Fetched(**fields | {name: tuple(fields.get(name, ())) for name in ("messages", "labels", "tags")})
        return Kept(fetched, since, _grant(*data.get("grant", ()))) if isfinite(since) else None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, MemoryError):
        return None  # another release has written it, or there is no room for it


def pack_withdrawal(traits: Traits, query: Query, since: float) -> bytes:
    """An envelope that says that a prompt was withdrawn, for processes that share a store: it holds no more than the name.

    Args:
        traits: Whose prompt it was.
        query: Which.
        since: Seconds since 1970 at which the platform said so.
    """
    about = {"form": FORM, "platform": traits.name, "account": shown_account(traits), "since": since, "withdrawn": True}
    body = json.dumps({**about, "fetched": query._asdict()}).encode()
    return _checksum(body, mac_key(traits, query)) + b"\n" + body


def withdrawn_since(content: bytes, mac_key: bytes) -> float | None:
    """Since when a prompt is withdrawn, where that is what an envelope says; `unpack` finds nothing in such a one."""
    try:
        data = _read(content, mac_key)
        return float(data["since"]) if data.get("withdrawn") is True else None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, MemoryError):
        return None


def _read(content: bytes, mac_key: bytes) -> dict[str, Any]:
    """What an envelope says.

    Raises:
        ValueError: It is broken, cut off, of another form, or the answer to another query.
    """
    checksum, _, body = content.partition(b"\n")
    if not compare_digest(_checksum(body, mac_key), checksum):
        raise ValueError("it is broken, or another's")
    data: dict[str, Any] = json.loads(body)
    if data["form"] != FORM:
        raise ValueError("it is of another form")
    return data


def _variable(fields: list[Any]) -> Variable:
    variable = Variable(*fields)
    return variable if variable.enum is None else variable._replace(enum=tuple(variable.enum))


def _grant(credential: str = "", refused: float | None = None, asked: float | None = None) -> Grant:
    return Grant(credential, None if refused is None else float(refused), None if asked is None else float(asked))


def _checksum(body: bytes, mac_key: bytes) -> bytes:
    return blake2b(body, digest_size=16, key=mac_key).hexdigest().encode()
