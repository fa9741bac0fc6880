"""What goes into an outbox."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, NamedTuple

from ..errors import ArgumentError

# `json.dumps` with arguments makes one each time, which takes longer than encoding an entry.
_JSON = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode


class Entry(NamedTuple):
    """Something that is to be delivered.

    Attributes:
        id: What tells it from every other; the platform is told it where it can tell two deliveries of one entry apart by it.
        kind: What it is: `event`, `score`, `span`.
        at: When it was accepted, in seconds since 1970.
        body: What is delivered, as JSON has it.
    """

    id: str
    kind: str
    at: float
    body: Any

    def encode(self) -> bytes:
        """Its bytes in a segment.

        Raises:
            ArgumentError: The body is nothing that JSON can say.
        """
        try:
            return _JSON(self).encode()
        except (TypeError, ValueError, RecursionError) as error:
            raise ArgumentError(f"{self.kind}: what is to be sent is no JSON: {error}.") from None

    @classmethod
    def decode(cls, payload: bytes) -> Entry:
        """An entry from its bytes.

        Raises:
            ValueError: They are none.
        """
        return cls.of(json.loads(payload))

    @classmethod
    def of(cls, fields: object) -> Entry:
        """An entry from what its fields may be.

        Raises:
            ValueError: They are not.
        """
        if isinstance(fields, list) and len(fields) == len(cls._fields):
            name, kind, at, _ = fields
            if isinstance(name, str) and isinstance(kind, str) and isinstance(at, int | float) and isfinite(at):
                return cls(*fields)
        raise ValueError("it is no entry")
