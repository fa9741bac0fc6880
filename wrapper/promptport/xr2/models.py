"""The objects that xR2 answers with. Those of the contract are generated; a fetched prompt can also be rendered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen
from promptport_api.xr2 import models as api
from promptport_api.xr2.models import CheckAPIKeyResponse, EventRequest, EventResponse, GetPromptRequest

from ..model import Result
from .errors import APIError, AuthenticationError, PromptNotFoundError, VariableError, XR2Error
from .render import Rendering

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
    "VariableError",
    "XR2Error",
]

Response = Result  # the documented name of what a call answers


@frozen
class RenderedPrompt:
    """A prompt with its variables put in, ready to be sent to a model.

    Attributes:
        system_prompt: The system message; None where the prompt has none.
        user_prompt: The user message; None where the prompt has none.
        assistant_prompt: The assistant message; None where the prompt has none.
        trace_id: The trace id of the fetched prompt, for `track_event`.
        variables_used: The value of every variable that took part, defaults included, as it was given.
    """

    system_prompt: str | None = None
    user_prompt: str | None = None
    assistant_prompt: str | None = None
    trace_id: str = field(kw_only=True)
    variables_used: dict[str, Any] = field(factory=dict)


class PromptContentResponse(api.PromptContentResponse, extends=True):
    """One version of a prompt. Its fields are those of the contract; `render` puts values in."""

    __slots__ = ("_rendering",)
    _rendering: Rendering

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
        try:
            rendering = self._rendering
        except AttributeError:
            texts = (self.system_prompt, self.user_prompt, self.assistant_prompt)
            rendering = Rendering(texts, self.variables or [])
            object.__setattr__(self, "_rendering", rendering)
        used = rendering.choose(values or {}, strict, use_defaults)
        system, user, assistant = rendering.fill(used, array_separator)
        return RenderedPrompt(system, user, assistant, trace_id=self.trace_id, variables_used=used)
