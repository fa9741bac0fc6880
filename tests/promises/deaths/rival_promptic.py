"""A subject: spans by the vendor's own `init` for Promptic, with its defaults."""

import promptic_sdk
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider

from .dying import Arguments, perform


def main() -> None:
    """Accept, and die."""
    given = Arguments.read()
    promptic_sdk.init(api_key="k", endpoint=given.address)
    provider, tracer = trace.get_tracer_provider(), trace.get_tracer("deaths")
    assert isinstance(provider, TracerProvider)

    def accept(mark: str) -> None:
        with tracer.start_as_current_span(mark):
            pass

    perform(given, accept, provider.force_flush, provider.shutdown)


if __name__ == "__main__":
    main()
