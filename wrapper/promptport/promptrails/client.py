"""The blocking client of PromptRails, under the name that `promptrails.client` has for it."""

from .._lazy import lazy

__all__, __getattr__ = lazy(__name__, {"._sync.client": ["PromptRails"]})
