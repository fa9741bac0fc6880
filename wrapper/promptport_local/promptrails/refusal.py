"""How the local PromptRails says no, and how it behaves where PromptRails leaves a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """PromptRails says no.

    Attributes:
        status: The HTTP status that it says it with.
        code: The error's code.
        message: What is wrong, in words.
        details: What else there is to say of it, by field; None where there is nothing.
    """

    def __init__(self, status: int, code: str, message: str, details: Json | None = None) -> None:
        super().__init__(status, code, message)
        self.status = status
        self.code = code
        self.message = message
        self.details = details


def not_found(noun: str) -> Refusal:
    """There is no such thing."""
    return Refusal(404, "not_found", f"{noun} not found")


def bad_request(message: str, details: Json | None = None) -> Refusal:
    """The request is not what the operation takes, or can't be done now."""
    return Refusal(400, "bad_request", message, details)


@dataclass
class Options:
    """How the local PromptRails behaves where PromptRails leaves a choice.

    Attributes:
        failure: With which words every agent fails from now on; None where they succeed. An execution is then `failed`,
            its stream ends with `error`, and a chat message is answered with 500.
        flat_errors: Whether an error is told as `{"error": "text"}`, as a few places of PromptRails do, and not with a
            code and a message.
    """

    failure: str | None = None
    flat_errors: bool = False
