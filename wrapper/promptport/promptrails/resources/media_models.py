"""The resource `media_models`, under the names that `promptrails.resources.media_models` has for it."""

from promptport_api.promptrails.api.media_models import AsyncMediaModels as AsyncMediaModelsResource
from promptport_api.promptrails.api.media_models import MediaModels as MediaModelsResource

__all__ = ["AsyncMediaModelsResource", "MediaModelsResource"]
