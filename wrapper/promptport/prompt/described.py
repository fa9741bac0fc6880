"""What tells one version of a prompt from others, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ..platform import Fetched
from .origin import Origin


class Described:
    """What a prompt says of itself.

    Attributes:
        fetched: The version as the platform gave it.
        origin: Where it came from.
    """

    __slots__ = ()
    fetched: Fetched
    origin: Origin

    @property
    def name(self) -> str:
        """Its name."""
        return self.fetched.name

    @property
    def version(self) -> int | str | None:
        """Which version it is, in the platform's terms."""
        return self.fetched.version

    @property
    def label(self) -> str | None:
        """The label that it was found by."""
        return self.fetched.label

    @property
    def id(self) -> str | None:
        """The platform's own id for this version."""
        return self.fetched.id

    @property
    def kind(self) -> str:
        """`text` where it is one text, `chat` where it is messages; empty where the platform tells no such kinds apart."""
        return self.fetched.kind

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels that this version had when it was fetched, where the platform tells."""
        return tuple(self.fetched.labels)

    @property
    def tags(self) -> tuple[str, ...]:
        """What it is filed under, where the platform has such a thing."""
        return tuple(self.fetched.tags)

    @property
    def note(self) -> str:
        """What its author said of this version."""
        return self.fetched.note

    @property
    def description(self) -> str:
        """What it is for."""
        return self.fetched.description

    @property
    def config(self) -> Any:
        """Settings for a model, and whatever else the platform keeps with it: any JSON, an object mostly; a copy."""
        found = self.fetched.config
        return deepcopy(dict(found) if isinstance(found, Mapping) else found)

    def attributes(self) -> dict[str, str | int | float]:
        """What a span of the application's own may say of it: `span.set_attributes(prompt.attributes())`.

        It needs no OpenTelemetry.

        Returns:
            Its name and version as `gen_ai.prompt.name` and `gen_ai.prompt.version`, and by names that begin with `promptport.`
            its platform, label, source and age, its unit and experiment; nothing of its texts. What there is not is left out. And
            by the platform's own names, what it finds this version by again; of a fallback it can't find any.
        """
        from ..telemetry.names import (  # few have spans
            AGE,
            EXPERIMENT,
            LABEL,
            PLATFORM,
            PROMPT_NAME,
            PROMPT_VERSION,
            SOURCE,
            UNIT,
        )
        from ..telemetry.texts import sendable

        found: dict[str, str | int | float] = {
            PROMPT_NAME: sendable(self.fetched.name),
            PLATFORM: self.origin.platform,
            SOURCE: self.origin.source,
            AGE: self.origin.age,
        }
        if self.fetched.version is not None:
            found[PROMPT_VERSION] = sendable(str(self.fetched.version))
        if self.fetched.label is not None:
            found[LABEL] = sendable(self.fetched.label)
        if self.origin.unit is not None:
            found[UNIT] = sendable(self.origin.unit)
        if self.origin.experiment is not None:
            found[EXPERIMENT] = sendable(self.origin.experiment)
        if self.origin.source != "fallback":
            for name, each in self.fetched.attributes.items():
                found.setdefault(name, sendable(each) if isinstance(each, str) else each)
        return found
