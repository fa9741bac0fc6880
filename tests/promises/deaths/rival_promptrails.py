"""A subject: spans of the vendor's own `Tracer` for PromptRails, with its defaults."""

from promptrails.tracing import Tracer

from .dying import Arguments, perform


def main() -> None:
    """Accept, and die."""
    given = Arguments.read()
    tracer = Tracer(api_key="k", base_url=given.address)

    def accept(mark: str) -> None:
        with tracer.span(mark, kind="llm"):
            pass

    perform(given, accept, tracer.flush, tracer.shutdown)


if __name__ == "__main__":
    main()
