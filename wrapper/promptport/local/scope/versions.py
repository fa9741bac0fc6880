"""Versions of the local Scope: their records, which of them is in production, and those of prompt files."""

from __future__ import annotations

from collections.abc import Sequence

from promptport.local.clock import read, written
from promptport.local.prompts import PromptFile
from promptport.local.scope.records import Json

# What the statuses of a prompt file are here; one in production is besides.
_STATUSES = {
    "draft": "draft",
    "testing": "draft",
    "production": "published",
    "inactive": "published",
    "deprecated": "archived",
}
_PARTS = ("system_prompt", "user_prompt", "assistant_prompt")


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


def version_record(ident: str, number: int, fields: Json, moment: str) -> Json:
    """The record of a version.

    Args:
        ident: Its id.
        number: Its number.
        fields: What was given for it; `status` at least.
        moment: When it is made, where nothing else was given.

    Raises:
        ValueError: It is in production and not published, or a moment is none.
    """
    production = fields.get("is_production", False)
    if production and fields["status"] != "published":
        raise ValueError(f"the version {ident!r} is in production and not published")
    made = {"created_at": moment, "updated_at": moment, "promoted_at": moment if production else None}
    for name in made:
        if fields.get(name) is not None:
            try:
                made[name] = written(read(fields[name]))
            except ValueError as error:
                raise ValueError(f"{name} {error}") from None
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
    }


def versions_of_file(prompt: PromptFile) -> list[Json]:
    """The versions of a prompt file. The parts of each become one text, with an empty line between them."""
    return [
        {
            "status": _STATUSES[each.get("status", "production")],
            "is_production": index == _in_production(prompt),
            "content": "\n\n".join(each[part] for part in _PARTS if each.get(part)),
            "variables": [variable["name"] for variable in each.get("variables", [])],
            "metadata": each.get("model_config", {}),
        }
        for index, each in enumerate(prompt.versions)
    ]


def _in_production(prompt: PromptFile) -> int | None:
    live = [index for index, each in enumerate(prompt.versions) if each.get("status", "production") == "production"]
    return live[-1] if live else None
