# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""The objects of answers (read-only classes) and of requests (typed dicts), each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .check_api_key_response import CheckAPIKeyResponse as CheckAPIKeyResponse
    from .event_request import EventRequest as EventRequest
    from .event_response import EventResponse as EventResponse
    from .get_prompt_request import GetPromptRequest as GetPromptRequest
    from .prompt_content_response import PromptContentResponse as PromptContentResponse

_MODULES: dict[str, str] = {
    "CheckAPIKeyResponse": ".check_api_key_response",
    "EventRequest": ".event_request",
    "EventResponse": ".event_response",
    "GetPromptRequest": ".get_prompt_request",
    "PromptContentResponse": ".prompt_content_response",
}

__all__ = (  # noqa: PLE0604 # a tuple of the names above
    "CheckAPIKeyResponse",
    "EventRequest",
    "EventResponse",
    "GetPromptRequest",
    "PromptContentResponse",
)


if not TYPE_CHECKING:  # a type checker must go on to find misspelt names

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(_MODULES[name], __name__), name)
        return found
