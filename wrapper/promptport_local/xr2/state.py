"""What the local xR2 holds: its collections, and the options that it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from promptport_local.environment import Environment
from promptport_local.masking import mask

Json = dict[str, Any]

# Whose everything is that nobody is named for.
OWNER = "alice"
WORKSPACE = "default"


@dataclass
class Options:
    """How the local xR2 behaves where xR2 itself has behaved in more than one way.

    Attributes:
        choice: How a variant of an A/B test is drawn: `random`, as xR2 does today, or `alternate`, the one that was
            served less often so far, as it did before.
        wrap_500: Whether failures are answered as xR2 does: those of an event with a 500 that holds the status they mean,
            and with a plain 500 what its database can't hold (NUL, halves of surrogate pairs, NaN, texts that are longer
            than its columns), or what its handler stumbles over. Else an event fails with the 404, 400 or 401 that xR2's
            documents name, what JSON has no word for is refused with a 422, and the rest is taken.
        model_config: Whether a prompt's answer has `model_config`, which xR2 declares and has not been seen to send.
        offsets: Whether the `timestamp` of a new event has an offset, as today; without, it is written as xR2 did in
            October 2025.
        missing_key: The status where no key is sent, or not as a bearer token: 403, as the framework that xR2 runs on
            answers, or 401, as newer versions of that framework do.
    """

    choice: Literal["random", "alternate"] = "random"
    wrap_500: bool = True
    model_config: bool = False
    offsets: bool = True
    missing_key: Literal[403, 401] = 403


class State:
    """Everything that the local xR2 holds.

    Args:
        environment: What it lives on.

    Attributes:
        environment: What it lives on: the clock, randomness, transactions.
        options: How it behaves where xR2 has behaved in more than one way.
        keys: API keys, by token.
        prompts: Prompts, by owner and slug; a prompt holds its versions.
        events: Event definitions, by workspace and name.
        ab_tests: A/B tests, by workspace and name.
        traces: Traces that were minted, by trace id.
        tracked: Events that were recorded, by trace id and name.
        usage: How often a user fetched, by user and day.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.options = Options()
        self.keys = environment.collection("keys")
        self.prompts = environment.collection("prompts")
        self.events = environment.collection("events")
        self.ab_tests = environment.collection("ab_tests")
        self.traces = environment.collection("traces")
        self.tracked = environment.collection("tracked")
        self.usage = environment.collection("usage")

    def clear(self) -> None:
        """Forget every record, take the usual options, and begin randomness anew."""
        self.environment.clear()
        self.options = Options()

    def shown(self) -> Json:
        """Everything as JSON, the keys masked."""
        with self.environment.transaction():
            return {
                "keys": [{**key, "token": mask(key["token"])} for key in self.keys.all()],
                "prompts": self.prompts.all(),
                "event_definitions": self.events.all(),
                "ab_tests": self.ab_tests.all(),
                "traces": self.traces.all(),
                "events": self.tracked.all(),
                "usage": self.usage.all(),
                "options": vars(self.options).copy(),
            }
