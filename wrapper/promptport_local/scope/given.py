"""Prompts that were given to the server, as Scope keeps them."""

from __future__ import annotations

from promptport_local.prompts import Prompt, Version
from promptport_local.scope.state import Json

# What the labels of a version that was given are here; one in production is besides.
_STATUSES = {
    "draft": "draft",
    "testing": "draft",
    "production": "published",
    "inactive": "published",
    "deprecated": "archived",
}


def versions_of(prompt: Prompt) -> list[Json]:
    """The versions of a prompt that was given: one text of the user, or a chat. Their settings are their metadata."""
    live = prompt.live
    return [
        {
            "version_number": each.number,
            "status": _STATUSES[prompt.status(each, _STATUSES, "inactive")],
            "is_production": each is live,
            "content": _content(each),
            "variables": [variable["name"] for variable in each.variables],
            "metadata": each.settings,
            "tags": [*each.labels, *each.tags],
        }
        for each in prompt.versions
    ]


def _content(version: Version) -> str | list[Json]:
    """One text of the user as a text, unless it is said to be a chat; all else as a chat."""
    said = version.said
    single = len(said) == 1 and said[0]["role"] == "user" and isinstance(said[0]["content"], str)
    return str(said[0]["content"]) if single and version.kind != "chat" else said
