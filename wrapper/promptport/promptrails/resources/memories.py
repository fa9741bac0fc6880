"""The resource `memories`, under the names that `promptrails.resources.memories` has for it."""

from promptport_api.promptrails.api.memories import AsyncMemories as AsyncMemoriesResource
from promptport_api.promptrails.api.memories import Memories as MemoriesResource

__all__ = ["AsyncMemoriesResource", "MemoriesResource"]
