"""The objects that xR2 answers with, and those that its documented package sends. A fetched prompt can also be rendered.

Those of answers are generated from the contract; here they get the methods of pydantic's models, which the documented ones are.
Their fields are declared again, since generated ones can't be set.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from typing import Any, ClassVar

from promptport_api.xr2 import models as api

from ..model import NOTHING
from . import records
from .base_model import BaseModel
from .errors import APIError, AuthenticationError, PromptNotFoundError, VariableError, XR2Error
from .fields import FieldInfo, ValidationError
from .render import Rendering
from .response import Response

__all__ = [
    "APIError",
    "AuthenticationError",
    "CheckAPIKeyResponse",
    "EventRequest",
    "EventResponse",
    "GetPromptRequest",
    "PromptContentResponse",
    "PromptNotFoundError",
    "RenderedPrompt",
    "Response",
    "ValidationError",
    "VariableError",
    "XR2Error",
]

TEXT, TEXT_OR_NONE = FieldInfo(str), FieldInfo(str | None, None)


class CheckAPIKeyResponse(BaseModel, api.CheckAPIKeyResponse, extends=True):
    """Whom an API key belongs to."""

    __slots__ = ()
    ok: bool
    user: str
    model_config: ClassVar[Mapping[str, Any]] = {}
    model_fields: ClassVar[Mapping[str, FieldInfo]] = {"ok": FieldInfo(bool), "user": TEXT}


class EventResponse(BaseModel, api.EventResponse, extends=True):
    """The recorded event, or the first of its kind where this one is a repeat."""

    __slots__ = ()
    status: str
    event_id: str
    trace_id: str
    event_name: str
    timestamp: str
    is_duplicate: bool
    model_config: ClassVar[Mapping[str, Any]] = {}
    model_fields: ClassVar[Mapping[str, FieldInfo]] = {
        "status": TEXT,
        "event_id": TEXT,
        "trace_id": TEXT,
        "event_name": TEXT,
        "timestamp": TEXT,
        "is_duplicate": FieldInfo(bool),
    }


class RenderedPrompt(BaseModel, records.RenderedPrompt, extends=True):
    """A prompt with its variables put in, ready to be sent to a model.

    Attributes:
        system_prompt: The system message; None where the prompt has none.
        user_prompt: The user message; None where the prompt has none.
        assistant_prompt: The assistant message; None where the prompt has none.
        trace_id: The trace id of the fetched prompt, for `track_event`.
        variables_used: The value of every variable that took part, defaults included, as it was given.
    """

    __slots__ = ()
    system_prompt: str | None
    user_prompt: str | None
    assistant_prompt: str | None
    trace_id: str
    variables_used: dict[str, Any]
    model_config: ClassVar[Mapping[str, Any]] = {}
    model_fields: ClassVar[Mapping[str, FieldInfo]] = {
        "system_prompt": TEXT_OR_NONE,
        "user_prompt": TEXT_OR_NONE,
        "assistant_prompt": TEXT_OR_NONE,
        "trace_id": TEXT,
        "variables_used": FieldInfo(dict[str, Any], default_factory=dict),
    }


class GetPromptRequest(BaseModel, records.GetPromptRequest, extends=True):
    """What the documented package sends for a prompt. A client here makes its requests by itself.

    Attributes:
        slug: The prompt's slug.
        source_name: A label for the caller.
        version_number: The number of a version.
        status: Only versions of this status.
    """

    __slots__ = ()
    model_config: ClassVar[Mapping[str, Any]] = {}
    model_fields: ClassVar[Mapping[str, FieldInfo]] = {
        "slug": TEXT,
        "source_name": TEXT,
        "version_number": FieldInfo(int | None, None),
        "status": TEXT_OR_NONE,
    }


class EventRequest(BaseModel, records.EventRequest, extends=True):
    """What the documented package sends for an event. A client here makes its requests by itself.

    Attributes:
        trace_id: The `trace_id` of a fetched prompt.
        event_name: The name of an event that is defined on the platform.
        source_name: A label for the caller.
        user_id: The user whom the event is about.
        session_id: The session that the event belongs to.
        value: An amount, such as revenue.
        currency: The amount's currency.
        metadata: The fields of the event's definition.
    """

    __slots__ = ()
    model_config: ClassVar[Mapping[str, Any]] = {}
    model_fields: ClassVar[Mapping[str, FieldInfo]] = {
        "trace_id": TEXT,
        "event_name": TEXT,
        "source_name": TEXT,
        "user_id": TEXT_OR_NONE,
        "session_id": TEXT_OR_NONE,
        "value": FieldInfo(float | None, None),
        "currency": TEXT_OR_NONE,
        "metadata": FieldInfo(dict[str, Any], default_factory=dict),
    }


class PromptContentResponse(BaseModel, api.PromptContentResponse, extends=True):
    """One version of a prompt. Its fields are those of the contract; `render` puts values in."""

    __slots__ = ("_rendering",)
    slug: str
    source_name: str
    version_number: int
    status: str
    system_prompt: str | None
    user_prompt: str | None
    assistant_prompt: str | None
    variables: list[dict[str, Any]]
    prompt_model_config: dict[str, Any]
    deployed_at: datetime | None
    created_at: datetime
    updated_at: datetime
    trace_id: str
    ab_test_id: str | None
    ab_test_name: str | None
    ab_test_variant: str | None
    _rendering: tuple[Any, Rendering]
    model_fields: ClassVar[Mapping[str, FieldInfo]] = {
        "slug": TEXT,
        "source_name": TEXT,
        "version_number": FieldInfo(int),
        "status": TEXT,
        "system_prompt": TEXT_OR_NONE,
        "user_prompt": TEXT_OR_NONE,
        "assistant_prompt": TEXT_OR_NONE,
        "variables": FieldInfo(list[dict[str, Any]], default_factory=list),
        "prompt_model_config": FieldInfo(dict[str, Any], default_factory=dict, alias="model_config"),
        "deployed_at": FieldInfo(datetime | None, None),
        "created_at": FieldInfo(datetime),
        "updated_at": FieldInfo(datetime),
        "trace_id": TEXT,
        "ab_test_id": TEXT_OR_NONE,
        "ab_test_name": TEXT_OR_NONE,
        "ab_test_variant": TEXT_OR_NONE,
    }

    @property
    def model_config(self) -> dict[str, Any]:
        """`prompt_model_config`, under its name on the wire."""
        return self.prompt_model_config

    def render(
        self,
        values: Mapping[str, Any] | None = None,
        *,
        strict: bool = True,
        use_defaults: bool = True,
        array_separator: str | None = None,
    ) -> RenderedPrompt:
        """Put values into the three texts of the prompt.

        Only variables that the prompt declares take part, as `{{name}}` or `{name}`; everything else stays as it is. A
        value is never looked at again, so a value that looks like a placeholder stays text.

        Args:
            values: A value for each variable. Names that the prompt does not declare are ignored.
            strict: Raise where a required variable has no value; without, its placeholders stay.
            use_defaults: Take the declared default of a variable that has no value.
            array_separator: What stands between the items of a list; None writes lists as JSON.

        Raises:
            VariableError: With `strict`, naming every required variable that has no value.
            TypeError: A list without a separator holds what JSON can't express.
        """
        rendering = self._parsed()
        used = rendering.choose(values or {}, strict, use_defaults)
        system, user, assistant = rendering.fill(used, array_separator)
        return RenderedPrompt(system, user, assistant, self.trace_id, used, NOTHING, RENDERED)

    def _parsed(self) -> Rendering:
        """The parsed texts: parsed again where a program has changed something since."""
        texts, variables = (self.system_prompt, self.user_prompt, self.assistant_prompt), self.variables or []
        try:
            parsed, rendering = self._rendering
        except AttributeError:
            parsed = None
        if parsed != (texts, variables):
            rendering = Rendering(texts, variables)
            object.__setattr__(self, "_rendering", ((texts, deepcopy(variables)), rendering))
        return rendering


RENDERED = tuple(RenderedPrompt.model_fields)
