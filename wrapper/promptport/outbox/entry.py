"""What goes into an outbox."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any, NamedTuple

from ..errors import ArgumentError

BYTES = "base64"


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

    def encode(self) -> bytes:
        """Its bytes in a segment: a line of JSON, and behind it the body, where that is bytes.

        Raises:
            ArgumentError: The body is nothing that JSON can say.
        """
        try:
            if isinstance(self.body, bytes):
                return json.dumps(self[:3], allow_nan=False, separators=(",", ":")).encode() + b"\n" + self.body
            return json.dumps(tuple(self), allow_nan=False, separators=(",", ":")).encode()
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
    def of_json(cls, found: object) -> Entry:
        """An entry from what `as_json` has answered.

        Raises:
            ValueError: It is none.
        """
        if isinstance(found, list) and found[4:] == [BYTES] and isinstance(found[3], str):
            found = [*found[:3], b64decode(found[3], validate=True)]
        return cls._checked(found)

    @classmethod
    def _checked(cls, found: object) -> Entry:
        if isinstance(found, list) and len(found) == len(cls._fields):
            id_, kind, at, _ = found
            if isinstance(id_, str) and isinstance(kind, str) and isinstance(at, int | float):
                return cls(*found)
        raise ValueError("it is no entry")


def id_in(payload: bytes) -> str:
    """The id of an entry, without reading the rest of it; empty where it is none.

    Args:
        payload: The entry's bytes.
    """
    try:
        found = _DECODER.raw_decode(payload[1:4096].decode("utf-8", "ignore"))[0]
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""


_DECODER = json.JSONDecoder()
