# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What runs an agent: calls of an address, messages of a chat, or a clock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    contract_of,
    otherwise,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentTrigger(Model):
    """What runs an agent: calls of an address, messages of a chat, or a clock. Since promptrails 0.4.0.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        agent_id: The agent's identifier.
        name: Its name.
        token: The secret part of the address; answered when it is made, and never again.
        token_prefix: The beginning of the token.
        source: What sets it off: a call, a message of a chat, or a clock.
        source_config: Settings of the source.
        reply_config: How it replies.
        is_active: Whether it is switched on.
        has_secret: Whether calls must be signed.
        last_used_at: When it was last called, as RFC 3339 has it.
        created_by_id: Who made it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        agent: The agent itself, where the server puts it in.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("agent_id", "agent_id", "agent_id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("token", "token", "token", "string|null", absent=""),
        Field("token_prefix", "token_prefix", "token_prefix", "string", absent=""),
        Field("source", "source", "_source", "string", absent="generic"),
        Field("source_config", "source_config", "source_config", "object", absent={}),
        Field("reply_config", "reply_config", "reply_config", "object", absent={}),
        Field("is_active", "is_active", "is_active", "boolean", absent=True),
        Field("has_secret", "has_secret", "has_secret", "boolean", absent=False),
        Field("last_used_at", "last_used_at", "last_used_at", "string|null"),
        Field("created_by_id", "created_by_id", "created_by_id", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field(
            "agent",
            "agent",
            "agent",
            _Shape("object|null", fields=lambda: contract_of(models.Agent)),
            convert=reads(lambda: models.Agent),
        ),
    )
    ITSELF: ClassVar[str] = "data"
    HIDDEN: ClassVar[frozenset[str]] = frozenset(
        {
            "token",
        }
    )

    id: str = ""
    workspace_id: str = ""
    agent_id: str = ""
    name: str = ""
    token: str = ""
    token_prefix: str = ""
    _source: Any = field(default="generic", alias="source")
    source_config: dict[str, Any] = field(factory=dict)
    reply_config: dict[str, Any] = field(factory=dict)
    is_active: bool = True
    has_secret: bool = False
    last_used_at: str | None = None
    created_by_id: str | None = None
    created_at: str = ""
    updated_at: str = ""
    agent: models.Agent | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def source(self) -> Literal["generic", "slack", "telegram", "whatsapp", "teams", "schedule"] | str:
        """What sets it off: a call, a message of a chat, or a clock."""
        found: Literal["generic", "slack", "telegram", "whatsapp", "teams", "schedule"] | str = otherwise("generic")(
            self._source
        )
        return found
