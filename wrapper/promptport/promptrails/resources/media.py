"""The resource `media`, under the names that `promptrails.resources.media` has for it."""

from promptport_api.promptrails.api.media import AsyncMedia as AsyncMediaResource
from promptport_api.promptrails.api.media import Media as MediaResource

__all__ = ["AsyncMediaResource", "MediaResource"]
