"""A subject: PostHog's events, with its defaults."""

from posthog import Posthog  # type: ignore[import-not-found] # it is where this runs

from .dying import Arguments, perform


def main() -> None:
    """Accept, and die."""
    given = Arguments.read()
    client = Posthog("phc_1", host=given.address)

    def accept(mark: str) -> bool:
        return client.capture("purchase", distinct_id="u1", properties={"order": mark}) is not None

    perform(given, accept, client.flush, client.shutdown)


if __name__ == "__main__":
    main()
