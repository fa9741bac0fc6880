"""The resource `chat`, under the names that `promptrails.resources.chat` has for it."""

from promptport_api.promptrails.api.chat import AsyncChat as AsyncChatResource
from promptport_api.promptrails.api.chat import Chat as ChatResource

__all__ = ["AsyncChatResource", "ChatResource"]
