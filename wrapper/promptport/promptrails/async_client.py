"""The client of PromptRails for asyncio, under the name that `promptrails.async_client` has for it."""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async.client import AsyncPromptRails as AsyncPromptRails
else:
    __all__, __getattr__ = lazy(__name__, {"._async.client": ["AsyncPromptRails"]})
