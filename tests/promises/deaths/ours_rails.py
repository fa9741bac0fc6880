"""A subject: spans of `promptport.promptrails.tracing`."""

from __future__ import annotations

import os

from .clock import hasten_as_told
from .dying import Arguments, Opened, perform

KEY = os.environ.get("DEATHS_KEY", 'key/with+all="of-it"==')


def opened(given: Arguments) -> Opened:
    """The client."""
    hasten_as_told()
    from promptport.promptrails.tracing import Tracer

    tracer = Tracer(KEY, base_url=given.address, flush_interval=0.05, spool=given.folder)

    def accept(mark: str) -> None:
        with tracer.span(mark):
            pass

    return Opened(accept, tracer.flush, tracer.shutdown, lambda: [tracer, vars(tracer), vars(tracer._exporter)])


def main(given: Arguments) -> None:
    """Accept, and die."""
    client = opened(given)
    perform(given, client.accept, lambda: client.flush(240), client.close)


if __name__ == "__main__":
    main(Arguments.read())
