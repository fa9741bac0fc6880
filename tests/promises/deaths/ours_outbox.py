"""A subject: the outbox by itself, which delivers as PromptRails' spans."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from promptport.outbox.entry import Entry
from promptport.outbox.outbox import Outbox
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings

from .dying import Arguments, perform

GIVEN = Arguments.read()


async def deliver(batch: Sequence[Entry]) -> Result:
    """Send a portion, on a connection of its own."""
    address = urlsplit(GIVEN.address)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    try:
        spans = [{"trace_id": each.id, "span_id": each.id, "name": each.body} for each in batch]
        body = json.dumps({"spans": spans}).encode()
        head = f"POST /api/v1/traces/ingest HTTP/1.1\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        status = (await reader.read())[9:12]
    finally:
        writer.close()
    return Result({b"200": Outcome.DELIVERED, b"503": Outcome.NOT_RECEIVED}.get(status, Outcome.UNKNOWN))


def main() -> None:
    """Accept, and die."""
    folder = GIVEN.folder / "spool"
    folder.mkdir(exist_ok=True)
    outbox = Outbox(deliver, folder, {"origin": GIVEN.address}, OutboxSettings(distinguishable=True))
    perform(GIVEN, lambda mark: outbox.put("spans", mark) is not None, lambda: outbox.flush(30), outbox.close)


if __name__ == "__main__":
    main()
