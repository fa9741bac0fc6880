"""A subject: the outbox by itself, which delivers as PromptRails' spans."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .clock import hasten_as_told
from .dying import Arguments, Opened, perform

if TYPE_CHECKING:
    from promptport.outbox.entry import Entry
    from promptport.outbox.result import Result


async def _post(address: str, batch: Sequence[Entry]) -> bytes:
    """Send a portion, on a connection of its own; answers the status."""
    to = urlsplit(address)
    reader, writer = await asyncio.open_connection(to.hostname, to.port)
    try:
        spans = [{"trace_id": each.id, "span_id": each.id, "name": each.body} for each in batch]
        body = json.dumps({"spans": spans}).encode()
        head = f"POST /api/v1/traces/ingest HTTP/1.1\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        return (await reader.read())[9:12]
    finally:
        writer.close()


def opened(given: Arguments) -> Opened:
    """The client."""
    hasten_as_told()
    from promptport.outbox.outbox import Outbox
    from promptport.outbox.result import Outcome, Result
    from promptport.outbox.settings import OutboxSettings

    async def deliver(batch: Sequence[Entry]) -> Result:
        status = await _post(given.address, batch)
        return Result({b"200": Outcome.DELIVERED, b"503": Outcome.NOT_RECEIVED}.get(status, Outcome.UNKNOWN))

    folder = given.folder / "spool"
    folder.mkdir(exist_ok=True)
    outbox = Outbox(deliver, folder, {"origin": given.address}, OutboxSettings(distinguishable=True))
    return Opened(lambda mark: outbox.put("spans", mark) is not None, outbox.flush, outbox.close)


def main(given: Arguments) -> None:
    """Accept, and die."""
    client = opened(given)
    perform(given, client.accept, lambda: client.flush(240), client.close)


if __name__ == "__main__":
    main(Arguments.read())
