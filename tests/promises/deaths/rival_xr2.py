"""A subject: xR2's own client, with its defaults but for the timeout; its events are sent while the program waits."""

import xr2_sdk.client  # type: ignore[import-untyped]

from .dying import Arguments, perform


def main() -> None:
    """Accept, and die."""
    given = Arguments.read()
    client = xr2_sdk.client.xR2Client("k", base_url=given.address, timeout=1)
    # An event belongs to a trace, which a fetch makes.
    traces = [client.get_prompt(slug="welcome").data.trace_id for _ in range(given.number)]

    def accept(mark: str) -> bool:
        sent = client.track_event(trace_id=traces.pop(), event_name="sign_up", metadata={"mark": mark})
        return bool(sent.ok)

    perform(given, accept, lambda: None, lambda: None)


if __name__ == "__main__":
    main()
