"""Prompts that were given to the server, as Scope keeps them."""

from __future__ import annotations

from promptport_local.prompts import Prompt
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
            "content": each.text("user") if [one["role"] for one in each.said] == ["user"] else each.said,
            "variables": [variable["name"] for variable in each.variables],
            "metadata": each.config,
            "tags": each.labels,
        }
        for each in prompt.versions
    ]
