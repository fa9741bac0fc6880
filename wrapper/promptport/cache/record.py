"""A fetched version of a prompt as bytes, for a store: templates alone, with a checksum."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from ..platform import Fetched, Query, Traits, Variable

FORM = 1  # of the bytes; a record of another form is none


def place(traits: Traits, query: Query) -> str:
    """Where a store keeps the answer to a query: a name that says nothing, and that no other query has."""
    text = json.dumps([traits.name, traits.origin, traits.account, *query])
    return blake2b(text.encode(), digest_size=20).hexdigest()


def packed(fetched: Fetched, since: float) -> bytes:
    """A record.

    Args:
        fetched: The version. What was given to one fetch alone is left out.
        since: Seconds since 1970 at which the platform gave it.
    """
    body = json.dumps(
        {"form": FORM, "since": since, "fetched": fetched._replace(trace=None)._asdict()},
        default=dict,
    ).encode()  # all of it ASCII: JSON from a platform can hold what UTF-8 can't express
    return blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body


def unpacked(content: bytes) -> tuple[Fetched, float] | None:
    """What a record holds; None where it is broken, cut off, or of another form."""
    checksum, _, body = content.partition(b"\n")
    if blake2b(body, digest_size=16).hexdigest().encode() != checksum:
        return None
    data: dict[str, Any] = json.loads(body)
    if data.get("form") != FORM:
        return None
    fields = data["fetched"]
    if fields["variables"] is not None:
        fields["variables"] = tuple(Variable(*each) for each in fields["variables"])
    return Fetched(**fields | {"messages": tuple(fields["messages"])}), data["since"]
