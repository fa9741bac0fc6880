"""What goes into an outbox."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from math import isfinite
from typing import Any, NamedTuple

from ..errors import ArgumentError
from .compact_json import to_json

BYTES = "base64"
_DECODER = json.JSONDecoder()


AT = "at"  # in the body of an event that was given back: when it happened, since its age counts from then on anew


class Entry(NamedTuple):
    """Something that is to be delivered.

    Attributes:
        id: What tells it from every other; the platform is told it where it can tell two deliveries of one entry apart by it.
        kind: What it is: `event`, `score`, `span`.
        at: When it was accepted, in seconds since 1970.
        body: What is delivered, as JSON has it, or bytes.
    """

    id: str
    kind: str
    at: float
    body: Any

    def renewed(self, now: float) -> Entry:
        """Make it as old as if it were accepted now; an event still says when it happened.

        Args:
            now: The time, in seconds since 1970.
        """
        if self.kind != "event" or not isinstance(self.body, Mapping):
            return self._replace(at=now)
        return self._replace(at=now, body={AT: self.at, **self.body})

    def encode(self) -> bytes:
        """Its bytes in a segment: a line of JSON, and behind it the body, where that is bytes.

        Raises:
            ArgumentError: The body is nothing that JSON can say.
        """
        try:
            if isinstance(self.body, bytes):
                return to_json(self[:3]).encode() + b"\n" + self.body
            return to_json(self).encode()
        except (TypeError, ValueError, RecursionError) as error:
            raise ArgumentError(f"{self.kind}: what is to be sent is no JSON: {error}.") from None

    @classmethod
    def decode(cls, payload: bytes) -> Entry:
        """An entry from its bytes.

        Raises:
            ValueError: They are none.
        """
        head, line, body = payload.partition(b"\n")
        found = json.loads(head)
        return cls._checked([*found, body] if line and isinstance(found, list) else found)

    def as_json(self) -> list[Any]:
        """It as JSON can say it."""
        if isinstance(self.body, bytes):
            return [*self[:3], b64encode(self.body).decode(), BYTES]
        return list(self)

    @classmethod
    def of(cls, fields: object) -> Entry:
        """An entry from what `as_json` has answered, or from what it may be.

        Raises:
            ValueError: It is none.
        """
        if isinstance(fields, list) and fields[4:] == [BYTES] and isinstance(fields[3], str):
            fields = [*fields[:3], b64decode(fields[3], validate=True)]
        return cls._checked(fields)

    @classmethod
    def _checked(cls, fields: object) -> Entry:
        if isinstance(fields, list) and len(fields) == len(cls._fields):
            name, kind, at, _ = fields
            if isinstance(name, str) and isinstance(kind, str) and isinstance(at, int | float) and isfinite(at):
                return cls(*fields)
        raise ValueError("it is no entry")


def id_in(payload: bytes) -> str:
    """The id of an entry, without reading the rest of it; empty where it is none.

    Args:
        payload: The entry's bytes.
    """
    try:
        found = _DECODER.raw_decode(payload[1:4096].decode("utf-8", "ignore"))[0]
    except (ValueError, RecursionError):
        return ""
    return found if isinstance(found, str) else ""
