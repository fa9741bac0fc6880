"""What a platform answers, before it is on the wire."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from promptport_local.strict_json import write_json


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes:
        status: The HTTP status.
        body: The bytes of the body.
        media: The media type of the body, or None where there is none.
        headers: Further headers, as pairs.
        parts: The body again, in the parts in which it is sent one after the other, of a length that nobody is told
            beforehand; empty where it is sent whole.
    """

    status: int
    body: bytes
    media: str | None
    headers: tuple[tuple[str, str], ...] = ()
    parts: tuple[bytes, ...] = ()

    @classmethod
    def json(cls, value: Any, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> Answer:
        """An answer in JSON.

        Raises:
            ValueError: The value cannot be written as JSON.
        """
        return cls(status, write_json(value), "application/json", tuple(headers))

    @classmethod
    def text(cls, text: str, status: int = 200, media: str = "text/plain; charset=utf-8") -> Answer:
        """An answer in plain text, HTML or an event stream, as it is given."""
        return cls(status, text.encode("utf-8"), media)

    @classmethod
    def stream(
        cls,
        parts: Iterable[str],
        media: str = "text/event-stream",
        status: int = 200,
        headers: Iterable[tuple[str, str]] = (),
    ) -> Answer:
        """An answer that is sent in parts, such as the events of a stream."""
        sent = tuple(part.encode("utf-8") for part in parts)
        return cls(status, b"".join(sent), media, tuple(headers), sent)

    @property
    def pairs(self) -> list[tuple[bytes, bytes]]:
        """All headers as they go on the wire, in small letters; the content's own only where it has a body."""
        own = {} if self.media is None else {"content-type": self.media}
        if self.status not in (204, 304) and not self.parts:
            own["content-length"] = str(len(self.body))
        given = {name.lower() for name, _ in self.headers}
        rest = [(name, value) for name, value in own.items() if name not in given]
        return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in [*rest, *self.headers]]
