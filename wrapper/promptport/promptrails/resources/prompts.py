"""The resource `prompts`, under the names that `promptrails.resources.prompts` has for it."""

from promptport_api.promptrails.api.prompts import AsyncPrompts as AsyncPromptsResource
from promptport_api.promptrails.api.prompts import Prompts as PromptsResource

__all__ = ["AsyncPromptsResource", "PromptsResource"]
