"""A subject: spans of OpenTelemetry, by way of `promptport.promptic.init`."""

from __future__ import annotations

import os

from .clock import hasten_as_told
from .dying import Arguments, Opened, perform

KEY = os.environ.get("DEATHS_KEY", 'key/with+all="of-it"==')


def opened(given: Arguments) -> Opened:
    """The client."""
    hasten_as_told()
    os.environ["PROMPTPORT_OUTBOX_DIR"] = str(given.folder)
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider

    from promptport import promptic

    promptic.init(api_key=KEY, endpoint=given.address, auto_instrument=False)
    provider, tracer = trace.get_tracer_provider(), trace.get_tracer("a subject")
    assert isinstance(provider, TracerProvider)

    def accept(mark: str) -> None:
        with tracer.start_as_current_span(mark):
            pass

    return Opened(
        accept,
        lambda seconds: provider.force_flush(int(seconds * 1000)),
        provider.shutdown,
        lambda: [provider, vars(provider)],
    )


def main(given: Arguments) -> None:
    """Accept, and die."""
    client = opened(given)
    perform(given, client.accept, lambda: client.flush(240), client.close)


if __name__ == "__main__":
    main(Arguments.read())
