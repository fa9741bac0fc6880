# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The objects of answers (read-only classes) and of requests (typed dicts), each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .accepted import Accepted as Accepted
    from .chat_message import ChatMessage as ChatMessage
    from .chat_message_param import ChatMessageParam as ChatMessageParam
    from .create_prompt_request import CreatePromptRequest as CreatePromptRequest
    from .create_score_request import CreateScoreRequest as CreateScoreRequest
    from .create_score_response import CreateScoreResponse as CreateScoreResponse
    from .health import Health as Health
    from .organization import Organization as Organization
    from .page_meta import PageMeta as PageMeta
    from .project import Project as Project
    from .projects import Projects as Projects
    from .prompt import Prompt as Prompt
    from .prompt_list import PromptList as PromptList
    from .prompt_meta import PromptMeta as PromptMeta
    from .update_labels_request import UpdateLabelsRequest as UpdateLabelsRequest

_MODULES: dict[str, str] = {
    "Accepted": ".accepted",
    "ChatMessage": ".chat_message",
    "ChatMessageParam": ".chat_message_param",
    "CreatePromptRequest": ".create_prompt_request",
    "CreateScoreRequest": ".create_score_request",
    "CreateScoreResponse": ".create_score_response",
    "Health": ".health",
    "Organization": ".organization",
    "PageMeta": ".page_meta",
    "Project": ".project",
    "Projects": ".projects",
    "Prompt": ".prompt",
    "PromptList": ".prompt_list",
    "PromptMeta": ".prompt_meta",
    "UpdateLabelsRequest": ".update_labels_request",
}

__all__ = (  # noqa: PLE0604 # a tuple of the names above
    "Accepted",
    "ChatMessage",
    "ChatMessageParam",
    "CreatePromptRequest",
    "CreateScoreRequest",
    "CreateScoreResponse",
    "Health",
    "Organization",
    "PageMeta",
    "Project",
    "Projects",
    "Prompt",
    "PromptList",
    "PromptMeta",
    "UpdateLabelsRequest",
)


if not TYPE_CHECKING:  # a type checker must go on to find misspelt names

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(_MODULES[name], __name__), name)
        return found
