"""The resource `llm_models`, under the names that `promptrails.resources.llm_models` has for it."""

from promptport_api.promptrails.api.llm_models import AsyncLlmModels as AsyncLLMModelsResource
from promptport_api.promptrails.api.llm_models import LlmModels as LLMModelsResource

__all__ = ["AsyncLLMModelsResource", "LLMModelsResource"]
