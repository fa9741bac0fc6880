"""Listens to the events of a server, as a page does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import httpx

from promptport_local import Server


class Event(NamedTuple):
    """An event as it came."""

    name: str
    data: Any
    id: str | None


@contextmanager
def listening(server: Server, **headers: str) -> Iterator[Iterator[Event]]:
    """Listen from now on; the first event, `changed` for all, has come."""
    url = f"{server.url()}_local/events"
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    with httpx.stream("GET", url, headers=sent, trust_env=False, verify=False, timeout=10) as answer:
        assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
        found = _events(answer.iter_lines())
        assert next(found) == Event("changed", {"platform": None}, None)
        yield found


def until(events: Iterator[Event], name: str) -> Event:
    """The next event of this name; what comes before it is passed over."""
    return next(each for each in events if each.name == name)


def _events(lines: Iterator[str]) -> Iterator[Event]:
    fields: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith(":"):
            name, _, value = line.partition(": ")
            fields[name] = value
        elif fields:
            yield Event(fields["event"], json.loads(fields["data"]), fields.get("id"))
            fields = {}
