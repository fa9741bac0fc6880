"""The tables of the page: what the local Scope holds, in words."""

from __future__ import annotations

from promptport_local.backend import Table
from promptport_local.masking import mask
from promptport_local.scope.state import Json, State

_SHOWN = 20


def tables(state: State) -> list[Table]:
    """What the local Scope holds, for the page."""
    with state.environment.transaction():
        return [
            Table(
                "Applications",
                ("Organisation", "Key", "Enabled", "Reads prompts"),
                [
                    (each["org_id"], mask(each["api_key"]), _word(each["enabled"]), _word(each["can_read"]))
                    for each in state.applications.all()
                ],
            ),
            Table(
                "Prompts",
                ("Name", "Id", "Version", "Version id", "Status", "Production", "Content", "Variables"),
                [_version_row(prompt, each) for prompt in state.prompts.all() for each in prompt["versions"]],
            ),
            Table(
                "Tokens",
                ("Token", "Organisation", "Issued", "Expires", "Revoked", "Calls"),
                [_token_row(each) for each in state.tokens.last(_SHOWN)],
                len(state.tokens),
            ),
        ]


def _word(value: bool) -> str:
    return "yes" if value else "no"


def _version_row(prompt: Json, version: Json) -> tuple[str, ...]:
    content = version["content"]
    return (
        prompt["name"],
        prompt["id"],
        str(version["version_number"]),
        version["id"],
        version["status"],
        _word(version["is_production"]),
        content if isinstance(content, str) else str(content),
        "any" if version["variables"] is None else ", ".join(version["variables"]),
    )


def _token_row(token: Json) -> tuple[str, ...]:
    revoked = _word(token["revoked"])
    return (
        mask(token["access_token"]),
        token["org_id"],
        token["issued_at"],
        token["expires_at"],
        revoked,
        str(token["calls"]),
    )
