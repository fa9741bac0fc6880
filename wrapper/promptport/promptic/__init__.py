"""Promptic: the client of its REST API, a drop-in for `promptic_sdk`.

Change `from promptic_sdk import PrompticClient` to `from promptport.promptic import PrompticClient`; the rest of a program
stands.
"""

from .._lazy import lazy

VERSION = __version__ = "0.14.2"  # of promptic_sdk, with which this is compatible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async.client import AsyncPrompticClient as AsyncPrompticClient
    from ._sync.client import PrompticClient as PrompticClient
    from .errors import PrompticAPIError as PrompticAPIError
    from .models import *  # noqa: F403 # the vendor's package has them at its top, too
else:
    from . import models

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
