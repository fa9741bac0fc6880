"""Promptic: the client of its REST API, a drop-in for `promptic_sdk`.

Change `from promptic_sdk import PrompticClient` to `from promptport.promptic import PrompticClient`; the rest of a program
stands.
"""

from .._lazy import lazy
from . import models

VERSION = __version__ = "0.14.2"  # of promptic_sdk, with which this is compatible

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncPrompticClient"],
        "._sync.client": ["PrompticClient"],
        ".errors": ["PrompticAPIError"],
        ".models": models.__all__,
    },
    "VERSION",
    "__version__",
)
