"""What links a generation to the version of a prompt that it was made with."""

from __future__ import annotations

NAME, VERSION = "langfuse.observation.prompt.name", "langfuse.observation.prompt.version"


def attributes_of(name: str, version: int | str) -> dict[str, str | int | float]:
    """What a generation's span says of the version, for Langfuse to find it."""
    return {NAME: name, VERSION: version}
