"""Versions of xR2's prompts: their records, and which of them a call means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from promptport_local.clock import read, stamps
from promptport_local.xr2.errors import labelled
from promptport_local.xr2.state import Json


def version_record(prompt: Json, fields: Json, now: Callable[[], str]) -> Json:
    """The record of a new version of a prompt.

    Args:
        prompt: The prompt's record.
        fields: What was given for the version.
        now: Tells when it is made, where nothing else was given.

    Raises:
        ValueError: Its number does not rise, or a moment is none.
    """
    before = prompt["versions"][-1]["version_number"] if prompt["versions"] else 0
    number = fields.get("version_number", before + 1)
    if number <= before:
        slug = prompt["slug"]
        raise ValueError(f"the prompt {slug!r}: version {number} stands behind version {before}; numbers rise")
    status = fields.get("status", "production")
    deployed = status == "production" or fields.get("deployed_at") is not None
    made = stamps(fields, ("created_at", "updated_at", *(("deployed_at",) if deployed else ())), now)
    return {
        "version_number": number,
        "status": status,
        "system_prompt": fields.get("system_prompt"),
        "user_prompt": fields.get("user_prompt"),
        "assistant_prompt": fields.get("assistant_prompt"),
        "variables": fields.get("variables", []),
        "model_config": fields.get("model_config", {}),
        **made,
        "deployed_at": made.get("deployed_at"),
    }


def in_production(prompt: Json) -> Json:
    """The version of a prompt in production, the one that was deployed last.

    Raises:
        Refusal: 404; there is none.
    """
    deployed = [each for each in prompt["versions"] if each["status"] == "production"]
    if not deployed:
        raise labelled(
            "No deployed version found",
            f"No version of the prompt {prompt['slug']!r} is in production.",
            slug=prompt["slug"],
            available_statuses=_statuses(prompt),
            suggestion="Publish a version, or ask for one by its number or status.",
        )
    return max(deployed, key=lambda each: (read(each["deployed_at"] or each["created_at"]), each["version_number"]))


def newest_in_production(prompt: Json) -> Json | None:
    """The version of a prompt in production that was made last, or None: what an A/B test falls back on."""
    live = [each for each in prompt["versions"] if each["status"] == "production"]
    return max(live, key=lambda each: (read(each["created_at"]), each["version_number"]), default=None)


def matching(prompt: Json, number: int | None, status: str | None) -> Json:
    """The newest version of a prompt with this number, with this status, or with both.

    Raises:
        Refusal: 404; there is none.
    """
    versions: Sequence[Json] = prompt["versions"]
    slug = prompt["slug"]
    if number is not None:
        versions = [each for each in versions if each["version_number"] == number]
        if not versions:
            raise labelled(
                "Version not found",
                f"The prompt {slug!r} has no version {number}.",
                version_number=number,
                slug=slug,
                available_versions=sorted((each["version_number"] for each in prompt["versions"]), reverse=True),
            )
    if status is not None:
        versions = [each for each in versions if each["status"] == status]
        if not versions:
            raise labelled(
                "Version with status not found",
                f"No version of the prompt {slug!r} that was asked for has the status {status!r}.",
                requested_status=status,
                slug=slug,
                available_statuses=_statuses(prompt),
            )
    return max(versions, key=lambda each: (read(each["created_at"]), each["version_number"]))


def _statuses(prompt: Json) -> list[str]:
    return list(dict.fromkeys(each["status"] for each in prompt["versions"]))
