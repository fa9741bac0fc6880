"""A subject: langfuse's scores, with its defaults."""

from langfuse import Langfuse

from .dying import Arguments, perform


def main() -> None:
    """Accept, and die."""
    given = Arguments.read()
    client = Langfuse(public_key="pk-lf-1", secret_key="sk-lf-1", base_url=given.address)

    def accept(mark: str) -> None:
        client.create_score(name="purchase", value=9.9, trace_id="0af7651916cd43dd8448eb211c80319c", score_id=mark)

    perform(given, accept, client.flush, client.shutdown)


if __name__ == "__main__":
    main()
