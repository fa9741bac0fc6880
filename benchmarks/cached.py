"""F3: a prompt that is kept: `get` with its provenance, and `get` with strict `render`, beside langfuse's cache."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryDirectory

import promptport

from .measure import OURS, Row, beside, few, in_turn, only_prompts, over
from .server import running

LIMIT = {"langfuse": 0.3}
ROUNDS = 501
VALUES = {"customer_name": "Alice", "language": "en"}


def rows(share: float) -> Iterator[Row]:
    """Fill each library's cache through its own client, and measure what is served from it; a share of the rounds."""
    from langfuse import Langfuse

    with only_prompts(), running("langfuse") as theirs, running() as ours, TemporaryDirectory() as folder:
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
            found = in_turn(
                {
                    "get": get,
                    "langfuse's get": get_theirs,
                    "get and render": both,
                    "langfuse's get and compile": both_theirs,
                },
                few(ROUNDS, share),
            )
        langfuse.shutdown()
    for what, ours, theirs in (
        ("cached get, with origin", "get", "langfuse's get"),
        ("cached get and strict render", "get and render", "langfuse's get and compile"),
    ):
        yield from beside("F3", what, over(found, {OURS: ours, "langfuse": theirs}), LIMIT)
