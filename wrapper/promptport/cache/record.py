"""A fetched version of a prompt as bytes, for a store: templates alone, with a checksum."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from ..platform import Fetched, Query, Traits, Variable

FORM = 1  # of the bytes; a record of another form is none


def place(traits: Traits, query: Query) -> str:
    """Where a store keeps the answer to a query: a name that says nothing, and that no other query has."""
    return blake2b(_identity(traits, query), digest_size=20).hexdigest()


def seal(traits: Traits, query: Query) -> bytes:
    """What the checksum of a record begins with: only those can make one who know the account, and only for this query."""
    return blake2b(_identity(traits, query), digest_size=32, person=b"seal").digest()


def _identity(traits: Traits, query: Query) -> bytes:
    return json.dumps([traits.name, traits.origin, traits.account, *query]).encode()


def packed(fetched: Fetched, since: float, seal: bytes) -> bytes:
    """A record.

    Args:
        fetched: The version. What was given to one fetch alone is left out.
        since: Seconds since 1970 at which the platform gave it.
        seal: Whose answer to which query it is.
    """
    body = json.dumps(
        {"form": FORM, "since": since, "fetched": fetched._replace(trace=None)._asdict()},
        default=dict,
    ).encode()  # all of it ASCII: JSON from a platform can hold what UTF-8 can't express
    return _checksum(body, seal) + b"\n" + body


def unpacked(content: bytes, seal: bytes) -> tuple[Fetched, float] | None:
    """What a record holds; None where it is broken, cut off, of another form, or the answer to another query."""
    checksum, _, body = content.partition(b"\n")
    if _checksum(body, seal) != checksum:
        return None
    try:
        data: dict[str, Any] = json.loads(body)
        if data["form"] != FORM:
            return None
        fields = data["fetched"]
        if fields["variables"] is not None:
            fields["variables"] = tuple(Variable(*each) for each in fields["variables"])
        return Fetched(**fields | {"messages": tuple(fields["messages"])}), float(data["since"])
    except (KeyError, TypeError, ValueError):
        return None  # another release has written it


def _checksum(body: bytes, seal: bytes) -> bytes:
    return blake2b(body, digest_size=16, key=seal).hexdigest().encode()
