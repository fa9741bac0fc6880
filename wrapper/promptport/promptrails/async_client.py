"""The client of PromptRails for asyncio, under the name that `promptrails.async_client` has for it."""

from .._lazy import lazy

__all__, __getattr__ = lazy(__name__, {"._async.client": ["AsyncPromptRails"]})
