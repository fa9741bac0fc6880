"""What the objects of Scope's answers have in common, under the name that `scope_client.resources.base` has for it."""

from ..._lazy import lazy

__all__, __getattr__ = lazy(__name__, {"..models": ["Resource"]})
