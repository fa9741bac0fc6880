# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""One version of a prompt, with the trace id that events refer to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    timestamp,
)
from promptport.model import Shape as _Shape


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class PromptContentResponse(Model):
    """One version of a prompt, with the trace id that events refer to.

    Attributes:
        slug: The prompt's slug.
        source_name: The label that the request carried.
        version_number: 1, 2, 3, … for each prompt.
        status: `draft`, `testing`, `production`, `inactive` or `deprecated`.
        created_at: When the version was made.
        updated_at: When the version was last changed.
        trace_id: Identity of this fetch, for `track_event`. Kept for 30 days.
        system_prompt: Template of the system message.
        user_prompt: Template of the user message.
        assistant_prompt: Template of the assistant message.
        variables: The declared variables. Each has a `name`; `type`, `required`, `default`, `defaultValue` and
            `description` are usual.
        prompt_model_config: Settings for the model. The platform declares them and has not been seen to send them.
        deployed_at: When the version went live.
        ab_test_id: The A/B test that chose this version.
        ab_test_name: The test's name.
        ab_test_variant: `version_a` or `version_b`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("slug", "slug", "slug", "string", required=True),
        Field("source_name", "source_name", "source_name", "string", required=True),
        Field("version_number", "version_number", "version_number", "integer", required=True),
        Field("status", "status", "status", "string", required=True),
        Field("created_at", "created_at", "_created_at", "string", required=True),
        Field("updated_at", "updated_at", "_updated_at", "string", required=True),
        Field("trace_id", "trace_id", "trace_id", "string", required=True),
        Field("system_prompt", "system_prompt", "system_prompt", "string|null"),
        Field("user_prompt", "user_prompt", "user_prompt", "string|null"),
        Field("assistant_prompt", "assistant_prompt", "assistant_prompt", "string|null"),
        Field("variables", "variables", "variables", _Shape("array", items=_Shape("object")), absent=[]),
        Field("model_config", "prompt_model_config", "prompt_model_config", "object", absent={}),
        Field("deployed_at", "deployed_at", "_deployed_at", "string|null"),
        Field("ab_test_id", "ab_test_id", "ab_test_id", "string|null"),
        Field("ab_test_name", "ab_test_name", "ab_test_name", "string|null"),
        Field("ab_test_variant", "ab_test_variant", "ab_test_variant", "string|null"),
    )

    slug: str
    source_name: str
    version_number: int
    status: str
    _created_at: Any = field(alias="created_at")
    _updated_at: Any = field(alias="updated_at")
    trace_id: str
    system_prompt: str | None = None
    user_prompt: str | None = None
    assistant_prompt: str | None = None
    variables: list[dict[str, Any]] = field(factory=list)
    prompt_model_config: dict[str, Any] = field(factory=dict)
    _deployed_at: Any = field(default=None, alias="deployed_at")
    ab_test_id: str | None = None
    ab_test_name: str | None = None
    ab_test_variant: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def created_at(self) -> datetime:
        """When the version was made."""
        found: datetime = timestamp(self._created_at)
        return found

    @property
    def updated_at(self) -> datetime:
        """When the version was last changed."""
        found: datetime = timestamp(self._updated_at)
        return found

    @property
    def deployed_at(self) -> datetime | None:
        """When the version went live."""
        found: datetime | None = timestamp(self._deployed_at)
        return found
