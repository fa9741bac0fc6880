"""Who is laid side by side: each of ours, and the rivals that do what it does."""

from __future__ import annotations

from typing import NamedTuple

from tools.rivals import environment

from .dying import AFTER_CLOSING
from .running import Subject

OURS = "promptport"
WITHOUT_WARNING = ("SIGTERM", "SIGKILL")


def after_closing(death: str) -> str:
    """A death before which the program closes its client; empty where it can't, or does so anyway."""
    return "" if death in ("closed", *WITHOUT_WARNING) else death + AFTER_CLOSING


class Side(NamedTuple):
    """What is compared.

    Attributes:
        what: What is accepted.
        ours: Our client.
        rivals: Those of others, unmodified, with their defaults.
    """

    what: str
    ours: Subject
    rivals: tuple[Subject, ...]


def rival(package: str, module: str) -> Subject:
    """A package as it was published, in a folder of its own.

    Raises:
        InstallError: It can't be had.
    """
    return Subject(package, module, environment=environment(package), options=("-S",))


def sides() -> tuple[Side, ...]:
    """All of them.

    Raises:
        InstallError: A rival's package can't be had.
    """
    return (
        Side("events", Subject(OURS, "ours_track"), (
            rival("langfuse", "rival_langfuse"), rival("posthog", "rival_posthog"),
        )),
        Side("Promptic's spans", Subject(OURS, "ours_promptic"), (rival("promptic-sdk", "rival_promptic"),)),
        Side("PromptRails' spans", Subject(OURS, "ours_rails"), (rival("promptrails", "rival_promptrails"),)),
    )  # fmt: skip
