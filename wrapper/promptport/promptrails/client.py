"""The blocking client of PromptRails, under the name that `promptrails.client` has for it."""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._sync.client import PromptRails as PromptRails
else:
    __all__, __getattr__ = lazy(__name__, {"._sync.client": ["PromptRails"]})
