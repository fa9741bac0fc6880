"""F3: a prompt that is kept: `get` with its provenance, and `get` with strict `render`, beside langfuse's cache."""

from __future__ import annotations

import os
from collections.abc import Iterator
from tempfile import TemporaryDirectory

import promptport

from .measure import Row, in_turn
from .server import running

LIMIT = 0.3
VALUES = {"customer_name": "Alice", "language": "en"}


def rows() -> Iterator[Row]:
    """Fill each library's cache through its own client, and measure what is served from it."""
    os.environ["OTEL_SDK_DISABLED"] = "true"  # of langfuse only its prompts are measured
    from langfuse import Langfuse

    with running("langfuse") as theirs, running() as ours, TemporaryDirectory() as folder:
        langfuse = Langfuse(public_key="pk-lf-1", secret_key="sk-lf-1", base_url=theirs, tracing_enabled=False)
        with promptport.Client("xr2", api_key="k", base_url=ours, disk=folder, ttl=86_400) as client:

            def get() -> object:
                return client.get("welcome").origin

            def get_theirs() -> object:
                return langfuse.get_prompt("welcome", cache_ttl_seconds=86_400).version

            def both() -> promptport.RenderedPrompt:
                return client.get("welcome").render(customer_name="Alice", language="en")

            def both_theirs() -> object:
                return langfuse.get_prompt("welcome", cache_ttl_seconds=86_400).compile(**VALUES)

            assert both().text == both_theirs()
            assert client.get("welcome").origin.source == "cache"
            times = in_turn(
                {
                    "get": get,
                    "langfuse's get": get_theirs,
                    "get and render": both,
                    "langfuse's get and compile": both_theirs,
                },
                rounds=61,
            )
        langfuse.shutdown()
    ours_get, theirs_get, ours_both, theirs_both = (each * 1e6 for each in times.values())
    shown = f"{ours_get:.2f} µs"
    yield Row("F3", "cached get, with origin", shown, f"langfuse {theirs_get:.2f} µs", ours_get / theirs_get, LIMIT)
    both_shown, beside = f"{ours_both:.2f} µs", f"langfuse {theirs_both:.2f} µs"
    yield Row("F3", "cached get and strict render", both_shown, beside, ours_both / theirs_both, LIMIT)
