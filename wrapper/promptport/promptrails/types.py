"""The objects that PromptRails answers with, under the names that `promptrails.types` has for them."""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .models import *  # noqa: F403 # the vendor's package has them here
else:
    from . import models

    __all__, __getattr__ = lazy(__name__, {".models": models.__all__})
