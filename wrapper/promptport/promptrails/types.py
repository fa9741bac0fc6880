"""The objects that PromptRails answers with, under the names that `promptrails.types` has for them."""

from .._lazy import lazy
from . import models

__all__, __getattr__ = lazy(__name__, {".models": models.__all__})
