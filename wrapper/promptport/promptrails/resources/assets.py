"""The resource `assets`, under the names that `promptrails.resources.assets` has for it."""

from promptport_api.promptrails.api.assets import Assets as AssetsResource
from promptport_api.promptrails.api.assets import AsyncAssets as AsyncAssetsResource

__all__ = ["AssetsResource", "AsyncAssetsResource"]
