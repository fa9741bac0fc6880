"""What `promptic_sdk` has of Agent Gym at its top, and this package has not: each name says so when it is imported."""

from __future__ import annotations

from .absent import AGENT_GYM as NAMES

MISSING = (
    "promptport.promptic has no Agent Gym, so no `{}`: it is an alpha for administrators of the platform. Keep "
    "`from promptic_sdk import {}` beside this package: the two don't meet."
)

TYPE_CHECKING = False
if not TYPE_CHECKING:  # a type checker must find that they are missing

    def __getattr__(name: str) -> object:
        if name in NAMES:
            raise ImportError(MISSING.format(name, name), name=__name__)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
