"""A subject: events of xR2, by way of `Client.track`."""

from __future__ import annotations

import os
from collections import deque
from time import monotonic

from .clock import hasten_as_told, hasten_the_date
from .dying import NEXT, Arguments, Opened, perform

KEY = os.environ.get("DEATHS_KEY", 'key/with+all="of-it"==')


def opened(given: Arguments) -> Opened:
    """The client."""
    hasten_as_told()
    if given.death == NEXT:
        hasten_the_date(100)  # what may go again only two minutes after its connection has ended goes soon
    from promptport import Client

    # Its clock may be fast, so it is patient.
    client = Client(
        "xr2",
        api_key=KEY,
        base_url=given.address,
        timeout=60,
        deadline=60,
        disk=given.folder / "copies",
        spool=given.folder / "spool",
    )
    prompt = client.get("welcome")

    receipts = deque[object](maxlen=1)

    def accept(mark: str) -> bool:
        receipt = client.track(prompt.render(customer_name="Alice"), "sign_up", metadata={"mark": mark})
        receipts.append(receipt)
        return receipt.id is not None

    def flush(seconds: float) -> None:
        until = monotonic() + seconds
        books = client.flush(seconds / 8)  # what others have left may take long to look through
        while books.waiting and monotonic() < until:
            books = client.flush(min(seconds, 0.5))

    def shown() -> list[object]:
        return [client, vars(client), client.health(), prompt, *receipts]

    return Opened(accept, flush, client.close, shown)


def main(given: Arguments) -> None:
    """Accept, and die."""
    client = opened(given)
    perform(given, client.accept, lambda: client.flush(240), client.close)


if __name__ == "__main__":
    main(Arguments.read())
