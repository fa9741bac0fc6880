"""What the local Scope holds: its collections, and the options that it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from promptport_local.environment import Environment
from promptport_local.masking import mask

Json = dict[str, Any]

# Whose everything is that nobody is named for.
ORGANISATION = "my-org"


@dataclass
class Options:
    """How the local Scope behaves where Scope leaves a choice, or its clients have seen more than one answer.

    Attributes:
        expires_in: How many seconds a token is good for; None for an answer that does not say, which means 300.
        flat_errors: Whether the prompt API tells an error as `{"message": …}`, as the client for Ruby reads it, and not
            with a code and a message under `error`, as the one for Python does. The token exchange is always flat.
        spelling: Which names the fields of a version have: those that the client for Python knows, those that the one
            for Ruby knows, or both.
    """

    expires_in: float | None = 3600
    flat_errors: bool = False
    spelling: Literal["both", "python", "ruby"] = "both"


class State:
    """Everything that the local Scope holds.

    Args:
        environment: What it lives on.

    Attributes:
        environment: What it lives on: the clock, randomness, transactions.
        options: How it behaves where Scope leaves a choice.
        applications: By organisation and API key.
        prompts: By organisation and name; a prompt holds its versions.
        names: Organisation and name of a prompt, by its id.
        tokens: By the token itself.
        refused: How many exchanges were refused, by the code of the refusal.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.options = Options()
        self.applications = environment.collection("applications")
        self.prompts = environment.collection("prompts")
        self.names = environment.collection("names")
        self.tokens = environment.collection("tokens")
        self.refused = environment.collection("refused")

    def clear(self) -> None:
        """Forget every record, take the usual options, and begin randomness anew."""
        self.environment.clear()
        self.options = Options()

    def counts(self) -> dict[str, int]:
        """How many exchanges issued a token (`issued`) or were refused (by code), and how many calls tokens opened."""
        with self.environment.transaction():
            refused = {each["code"]: each["count"] for each in self.refused.all()}
            calls = sum(each["calls"] for each in self.tokens.all())
            usual = {"issued": len(self.tokens), "invalid_credentials": 0, "application_disabled": 0}
            return {**usual, **refused, "calls": calls}

    def shown(self) -> Json:
        """Everything as JSON; keys, secrets and tokens masked."""
        with self.environment.transaction():
            return {
                "applications": [_masked(each, "api_key", "api_secret") for each in self.applications.all()],
                "prompts": self.prompts.all(),
                "tokens": [_masked(each, "access_token", "api_key") for each in self.tokens.all()],
                "counts": self.counts(),
                "options": vars(self.options).copy(),
            }


def _masked(record: Json, *names: str) -> Json:
    return {**record, **{name: mask(record[name]) for name in names}}
