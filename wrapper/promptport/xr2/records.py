"""The fields of xR2's objects that no contract has: what `render` answers, and what the documented package makes requests of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen

from ..model import NOTHING, Field, Model


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class RenderedPrompt(Model):
    """A prompt with its variables put in, ready to be sent to a model.

    Attributes:
        system_prompt: The system message; None where the prompt has none.
        user_prompt: The user message; None where the prompt has none.
        assistant_prompt: The assistant message; None where the prompt has none.
        trace_id: The trace id of the fetched prompt, for `track_event`.
        variables_used: The value of every variable that took part, defaults included, as it was given.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = tuple(
        Field(each, each, each)
        for each in ("system_prompt", "user_prompt", "assistant_prompt", "trace_id", "variables_used")
    )

    system_prompt: str | None = None
    user_prompt: str | None = None
    assistant_prompt: str | None = None
    trace_id: str = ""
    variables_used: dict[str, Any] = field(factory=dict)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class GetPromptRequest(Model):
    """What the documented package sends for a prompt. A client here makes its requests by itself.

    Attributes:
        slug: The prompt's slug.
        source_name: A label for the caller.
        version_number: The number of a version.
        status: Only versions of this status.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = tuple(
        Field(each, each, each) for each in ("slug", "source_name", "version_number", "status")
    )

    slug: str
    source_name: str
    version_number: int | None = None
    status: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class EventRequest(Model):
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

    FIELDS: ClassVar[tuple[Field, ...]] = tuple(
        Field(each, each, each)
        for each in ("trace_id", "event_name", "source_name", "user_id", "session_id", "value", "currency", "metadata")
    )

    trace_id: str
    event_name: str
    source_name: str
    user_id: str | None = None
    session_id: str | None = None
    value: float | None = None
    currency: str | None = None
    metadata: dict[str, Any] = field(factory=dict)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
