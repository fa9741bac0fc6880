"""Promptic: the client of its REST API, a drop-in for `promptic_sdk`.

Change `from promptic_sdk import PrompticClient` to `from promptport.promptic import PrompticClient`; the rest of a program
stands.
"""

from .._lazy import lazy
from . import models, tracing

VERSION = __version__ = "0.14.2"  # of promptic_sdk, with which this is compatible

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncPrompticClient"],
        "._sync.client": ["PrompticClient"],
        ".errors": ["PrompticAPIError"],
        ".models": models.__all__,
        ".tracing": sorted(tracing.NAMES),
    },
    "VERSION",
    "__version__",
    rooms=("client",),
)
for _name in tracing.NAMES:
    __all__.remove(_name)  # it can't be had; who asks for it is told why
del _name
