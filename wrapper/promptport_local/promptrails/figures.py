"""What simulated runs take: tokens, money, time."""

from __future__ import annotations

from typing import NamedTuple

from promptport_local.promptrails.resource import Json


class Figures(NamedTuple):
    """What a simulated run takes.

    Attributes:
        model: The model's name.
        read: How many tokens the model reads.
        wrote: How many it writes.
        cost: In dollars.
        milliseconds: How long it takes.
    """

    model: str
    read: int
    wrote: int
    cost: float
    milliseconds: int

    @property
    def usage(self) -> Json:
        """The tokens as PromptRails writes them."""
        return {
            "prompt_tokens": self.read,
            "completion_tokens": self.wrote,
            "total_tokens": self.read + self.wrote,
        }


RUN = Figures("gpt-4o", 150, 80, 0.0023, 250)
CHAT = Figures("gpt-4o-mini", 100, 60, 0.0016, 200)
HOOK = Figures("gpt-4o", 120, 60, 0.0018, 200)
