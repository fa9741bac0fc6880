"""A subject: scores of Langfuse, by way of `Client.score`."""

from __future__ import annotations

from .clock import hasten_as_told
from .dying import Arguments, Opened, perform


def opened(given: Arguments) -> Opened:
    """The client."""
    hasten_as_told()
    from promptport import Client

    client = Client(
        "langfuse",
        public_key="pk-lf-1",
        secret_key="sk-lf-1",
        base_url=given.address,
        disk=given.folder / "copies",
        spool=given.folder / "spool",
    )

    def accept(mark: str) -> bool:
        return client.score("0af7651916cd43dd8448eb211c80319c", "purchase", 9.9, comment=mark).id is not None

    return Opened(accept, client.flush, client.close, lambda: [client, vars(client), client.health()])


def main(given: Arguments) -> None:
    """Accept, and die."""
    client = opened(given)
    perform(given, client.accept, lambda: client.flush(60), client.close)


if __name__ == "__main__":
    main(Arguments.read())
