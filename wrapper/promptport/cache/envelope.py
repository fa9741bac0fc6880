"""A fetched version of a prompt as bytes, for a store: templates alone, with a checksum."""

from __future__ import annotations

import json
from hashlib import blake2b
from math import isfinite
from typing import Any

from ..platform import Fetched, Query, Traits, Variable

FORM = 1  # of the bytes; an envelope of another form is none


def cache_key(traits: Traits, query: Query) -> str:
    """Where a store keeps the answer to a query: a name that says nothing, and that no other query has."""
    return blake2b(_identity(traits, query), digest_size=20).hexdigest()


def mac_key(traits: Traits, query: Query) -> bytes:
    """What the checksum of an envelope begins with: only those can make one who know the account, and only for this query."""
    return blake2b(_identity(traits, query), digest_size=32, person=b"seal").digest()


def _identity(traits: Traits, query: Query) -> bytes:
    return json.dumps([traits.name, traits.origin, traits.account, *query]).encode()


def pack(fetched: Fetched, since: float, mac_key: bytes, platform: str = "") -> bytes:
    """An envelope.

    Args:
        fetched: The version. What was given to one fetch alone is left out.
        since: Seconds since 1970 at which the platform gave it.
        mac_key: Whose answer to which query it is.
        platform: The platform's name, for who lists copies and knows no account.
    """
    body = json.dumps(
        {"form": FORM, "platform": platform, "since": since, "fetched": fetched._replace(trace=None)._asdict()},
        default=dict,
    ).encode()  # all of it ASCII: JSON from a platform can hold what UTF-8 can't express
    return _checksum(body, mac_key) + b"\n" + body


def unpack(content: bytes, mac_key: bytes) -> tuple[Fetched, float] | None:
    """What an envelope holds; None where it is broken, cut off, of another form, or the answer to another query."""
    checksum, _, body = content.partition(b"\n")
    if _checksum(body, mac_key) != checksum:
        return None
    try:
        data: dict[str, Any] = json.loads(body)
        if data["form"] != FORM:
            return None
        fields = data["fetched"]
        if fields["variables"] is not None:
            fields["variables"] = tuple(Variable(*each) for each in fields["variables"])
        since = float(data["since"])
        return (Fetched(**fields | {"messages": tuple(fields["messages"])}), since) if isfinite(since) else None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError, MemoryError):
        return None  # another release has written it, or there is no room for it


def _checksum(body: bytes, mac_key: bytes) -> bytes:
    return blake2b(body, digest_size=16, key=mac_key).hexdigest().encode()
