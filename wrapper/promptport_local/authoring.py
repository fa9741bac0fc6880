"""What people do with prompts on a platform's own pages, in one form for all platforms: versions, labels, A/B tests, tokens.

A platform offers it as `authoring` of its `VendorServer`, where its backend can do any of it; the door (`door.py`) asks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

Json = dict[str, Any]

PRODUCTION = "production"
DRAFT = "draft"
WORDS = re.compile(r"\{\{(\w+)\}\}")
SPACED = re.compile(r"\{\{ *(\w[\w.\-]*) *\}\}")


class Impossible(ValueError):
    """A platform has no such thing, or can't do it with what was given. The text says what it has instead."""


@dataclass(frozen=True)
class VersionView:
    """A version of a prompt that a platform holds, in one form for all platforms.

    Attributes:
        version: Which one, as a client of the platform names it (`get(name, version=...)`).
        messages: What it says: each with `role` and `content`, a text. A place for a client's messages has the role
            `placeholder`, and its name for content.
        labels: The labels that it carries.
        variables: The names of what can be put in.
        status: The platform's own word for its state; None where it has none.
        created: When it was made, in ISO 8601; None where nobody knows.
        weight: Which share of the calls a running A/B test gives to it; None without one.
        title: What its author calls it; None where a version has no name.
    """

    version: str
    messages: Sequence[Json]
    labels: Sequence[str] = ()
    variables: Sequence[str] = ()
    status: str | None = None
    created: str | None = None
    weight: float | None = None
    title: str | None = None

    def shown(self) -> Json:
        """It as JSON."""
        return {
            "version": self.version,
            "title": self.title,
            "labels": list(self.labels),
            "status": self.status,
            "created": self.created,
            "messages": list(self.messages),
            "variables": list(self.variables),
            "weight": self.weight,
        }


@dataclass(frozen=True)
class PromptView:
    """A prompt that a platform holds.

    Attributes:
        name: Its name.
        versions: Its versions, the newest first.
    """

    name: str
    versions: Sequence[VersionView] = field(default_factory=list)


class Authoring:
    """What people do with prompts on the pages of a platform. This one can do nothing, and says so.

    A platform's own is a subclass that has those methods for which the platform has something, and says in `lacks` why the
    others are left as they are. Each is done as one: it raises ValueError, and then nothing has changed, or it is done.

    Attributes:
        labels: The labels that a new version can be given; None for any.
        moved: Those of them that can be moved to a version that there is; None for any.
        lacks: By `publish`, `labels`, `ab_tests` and `tokens`: why the platform has no such thing, in words.
    """

    labels: ClassVar[Sequence[str] | None] = ()
    moved: ClassVar[Sequence[str] | None] = ()
    lacks: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("publish", "labels", "ab_tests", "tokens"),
        "Nothing of this kind is written for this platform.",
    )

    def prompts(self) -> list[PromptView]:
        """The prompts that the fixture's keys reach, with all their versions."""
        return []

    def publish(self, name: str, messages: Sequence[Json], labels: Sequence[str]) -> str:
        """Make a version of a prompt, and the prompt where there is none.

        Args:
            name: The prompt's name.
            messages: What it says: each with `role` and `content`, a text.
            labels: The labels that it carries; without, it goes into production.

        Returns:
            The version, as a client of the platform names it.
        """
        raise self.impossible("publish")

    def label(self, name: str, version: str, label: str) -> None:
        """Move a label to a version of a prompt."""
        raise self.impossible("labels")

    def put_first(self, name: str, version: str) -> None:
        """Let a version answer every call that names none."""
        self.label(name, version, PRODUCTION)

    def ab_test(self, name: str, weights: Mapping[str, float]) -> None:
        """Begin an A/B test of a prompt, in place of one that runs.

        Args:
            name: The prompt's name.
            weights: The shares of the calls, by version.
        """
        raise self.impossible("ab_tests")

    def end_ab_test(self, name: str) -> None:
        """End the A/B test of a prompt."""
        raise self.impossible("ab_tests")

    def expire_tokens(self) -> int:
        """Let every token that was issued expire now. Returns how many that were."""
        raise self.impossible("tokens")

    def impossible(self, act: str) -> Impossible:
        """The error of what the platform has nothing for."""
        return Impossible(self.lacks[act])


def placeholders(messages: Iterable[Json], pattern: re.Pattern[str] = SPACED) -> list[str]:
    """The names of the placeholders in messages, each once, in their order."""
    return list(dict.fromkeys(name for each in messages for name in pattern.findall(each["content"])))


def check_roles(platform: str, messages: Sequence[Json], roles: Sequence[str], one_each: bool = False) -> None:
    """Refuse messages that a platform can't hold as they are.

    Args:
        platform: What it is called.
        messages: The messages.
        roles: The roles that it has.
        one_each: Whether it has one text of each role at the most, in this order.

    Raises:
        Impossible: It can't.
    """
    said = [str(each["role"]) for each in messages]
    strange = [role for role in said if role not in roles]
    if strange:
        raise Impossible(f"{platform} has messages of {_listed(roles)}, not of {strange[0]!r}.")
    if one_each and said != [role for role in roles if role in said]:
        raise Impossible(f"{platform} has one text each of {_listed(roles)}, in this order, not {', '.join(said)}.")


def chosen_labels(platform: str, labels: Sequence[str], known: Sequence[str] | None) -> Sequence[str]:
    """The labels of a new version: those that are given, or `production`.

    Raises:
        Impossible: The platform has no such label.
    """
    for label in labels:
        if known is not None and label not in known:
            raise Impossible(f"{platform} has no label {label!r}; it has {', '.join(known)}.")
    return labels or (PRODUCTION,)


def version_of(prompt: PromptView, version: str) -> VersionView:
    """A version of a prompt.

    Raises:
        ValueError: It has none of this name; the text says which it has.
    """
    for each in prompt.versions:
        if each.version == version:
            return each
    there = ", ".join(each.version for each in prompt.versions) or "none"
    raise ValueError(f"the prompt {prompt.name!r} has no version {version!r}; there are {there}")


def _listed(roles: Sequence[str]) -> str:
    return f"{', '.join(roles[:-1])} and {roles[-1]}" if len(roles) > 1 else roles[0]
