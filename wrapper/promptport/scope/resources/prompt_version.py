"""A version of a prompt, under the name that `scope_client.resources.prompt_version` has for it."""

from ..._lazy import lazy

__all__, __getattr__ = lazy(__name__, {"..models": ["PromptVersion"]})
