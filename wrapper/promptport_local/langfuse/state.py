"""What the local Langfuse holds: its collections, and the options that it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from promptport_local.environment import Environment
from promptport_local.masking import mask

Json = dict[str, Any]

PROJECT: Json = {
    "id": "7a88fb47-b4e2-43b8-a06c-a5ce950dc53a",
    "name": "my-project",
    "organization": {"id": "my-org", "name": "My organisation"},
    "metadata": {},
}


@dataclass
class Options:
    """How the local Langfuse behaves where deployments differ.

    Attributes:
        lenient_pairs: Whether a secret key is enough, and a public key that belongs to another passes, as the vendor's server
            has it. Here such a pair is refused, since it is a mistake of whoever set it.
        general_limit: How many requests a minute the labels of versions and scores may take; None for no limit, as on a
            server of one's own. That which would be the last one of them is refused already.
        ingestion_limit: The same for the ingest of traces.
    """

    lenient_pairs: bool = False
    general_limit: int | None = None
    ingestion_limit: int | None = None


class State:
    """Everything that the local Langfuse holds.

    Args:
        environment: What it lives on.

    Attributes:
        environment: What it lives on: the clock, randomness, transactions.
        options: How it behaves where deployments differ.
        keys: By the secret key.
        prompts: By name; a prompt holds its versions.
        scores: By id.
        spans: Observations, by the ids of trace and span.
        windows: How many requests came within a minute, by the limit that they count for.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.options = Options()
        self.keys = environment.collection("keys")
        self.prompts = environment.collection("prompts")
        self.scores = environment.collection("scores")
        self.spans = environment.collection("spans")
        self.windows = environment.collection("windows")

    def clear(self) -> None:
        """Forget every record, take the usual options, and begin randomness anew."""
        self.environment.clear()
        self.options = Options()

    def moment(self) -> str:
        """The present moment, as Langfuse writes it."""
        return self.environment.moment("milliseconds")

    def shown(self) -> Json:
        """Everything as JSON, the keys masked."""
        with self.environment.transaction():
            return {
                "keys": [
                    {**each, "public_key": mask(each["public_key"]), "secret_key": mask(each["secret_key"])}
                    for each in self.keys.all()
                ],
                "project": PROJECT,
                "prompts": self.prompts.all(),
                "scores": self.scores.all(),
                "observations": self.spans.all(),
                "options": vars(self.options).copy(),
            }
