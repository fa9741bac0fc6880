"""The objects of Scope's answers, under the name that `scope_client.resources` has for them."""

from ..._lazy import lazy

__all__, __getattr__ = lazy(__name__, {"..models": ["PromptVersion", "Resource"]})
