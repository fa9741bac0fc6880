"""A subject: spans of `promptport.promptrails.tracing`."""

from __future__ import annotations

import os

from .clock import hasten
from .dying import Arguments, Opened, perform

KEY = "rails/key+with=all"


def opened(given: Arguments) -> Opened:
    """The client."""
    hasten(float(os.environ.get("DEATHS_SPEED", "1")))
    from promptport.promptrails.tracing import Tracer

    tracer = Tracer(KEY, base_url=given.address, flush_interval=0.05, spool=given.folder)

    def accept(mark: str) -> None:
        with tracer.span(mark):
            pass

    return Opened(accept, lambda: tracer.flush(60), tracer.shutdown)


def main(given: Arguments) -> None:
    """Accept, and die."""
    perform(given, *opened(given))


if __name__ == "__main__":
    main(Arguments.read())
