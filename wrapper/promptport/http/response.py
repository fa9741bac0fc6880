"""The answers as they came, for those who want a header or a request id of a success."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class Response(NamedTuple):
    """An answer as it came.

    Attributes:
        status: The HTTP status.
        headers: The headers, by their names in small letters.
        content: The body, decompressed; empty where it streamed.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes

    def __repr__(self) -> str:
        return f"Response(status={self.status}, {len(self.content)} bytes)"  # it may quote what it was sent

    @property
    def request_id(self) -> str | None:
        """The platform's name for the request, where it gives one."""
        return self.headers.get("x-request-id") or self.headers.get("request-id")


Answer = Response  # its name before

_watched: ContextVar[list[Response] | None] = ContextVar("answers", default=None)


@contextmanager
def answers() -> Iterator[list[Response]]:
    """Keep the successful answers of the calls inside the block, made by this thread or task, and by tasks it starts.

        with promptport.answers() as seen:
            client.get_prompt(slug="welcome")
        print(seen[-1].status, seen[-1].headers, seen[-1].request_id)

    Yields:
        The answers, in the order in which they came.
    """
    seen: list[Response] = []
    token = _watched.set(seen)
    try:
        yield seen
    finally:
        _watched.reset(token)


def note(answer: Response) -> None:
    """Keep an answer, where somebody asks for it."""
    seen = _watched.get()
    if seen is not None:
        seen.append(answer)
