"""Versions of the local Scope: their records, and which of them is in production."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from promptport_local.clock import stamps
from promptport_local.scope.state import Json


def with_production(versions: Sequence[Json]) -> list[Json]:
    """The versions of a new prompt, of which one at most is in production: where none says, the last published one.

    Raises:
        ValueError: Two say that they are.
    """
    if sum(each.get("is_production", False) for each in versions) > 1:
        raise ValueError("two versions are in production")
    published = [each for each in versions if each.get("status", "published") == "published"]
    if not published or any("is_production" in each for each in versions):
        return list(versions)
    return [{**each, "is_production": each is published[-1]} for each in versions]


def version_record(ident: str, number: int, fields: Json, now: Callable[[], str]) -> Json:
    """The record of a version.

    Args:
        ident: Its id.
        number: Its number.
        fields: What was given for it; `status` at least.
        now: Tells when it is made, where nothing else was given.

    Raises:
        ValueError: It is in production and not published, or a moment is none.
    """
    production = fields.get("is_production", False)
    if production and fields["status"] != "published":
        raise ValueError(f"the version {ident!r} is in production and not published")
    promoted = production or fields.get("promoted_at") is not None
    made = stamps(fields, ("created_at", "updated_at", *(("promoted_at",) if promoted else ())), now)
    content = fields.get("content", "")
    return {
        "id": ident,
        "version_number": number,
        "status": fields["status"],
        "is_production": production,
        "content": content,
        "variables": fields.get("variables", []),
        "prompt_type": fields.get("prompt_type", "chat" if isinstance(content, list) else "text"),
        "metadata": fields.get("metadata", {}),
        "tags": fields.get("tags", []),
        "created_by": fields.get("created_by"),
        "promoted_by": fields.get("promoted_by"),
        **made,
        "promoted_at": made.get("promoted_at"),
    }
