"""Prompts that were given to the server, as xR2 keeps them."""

from __future__ import annotations

from promptport_local.prompts import Prompt
from promptport_local.xr2.seeds import STATUSES
from promptport_local.xr2.state import Json


def versions_of(prompt: Prompt) -> list[Json]:
    """The versions of a prompt. xR2 has one text for each of three roles: those of one role are joined by an empty line."""
    return [
        {
            "version_number": each.number,
            "status": prompt.status(each, STATUSES, "inactive"),
            "system_prompt": each.text("system", "developer"),
            "user_prompt": each.text("user"),
            "assistant_prompt": each.text("assistant"),
            "variables": [{"required": True, **about} for about in each.variables],
            "model_config": each.settings,
        }
        for each in prompt.versions
    ]
