"""The clients of Promptic and their error, under the name that `promptic_sdk.client` has for them."""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async.client import AsyncPrompticClient as AsyncPrompticClient
    from ._sync.client import PrompticClient as PrompticClient
    from .errors import PrompticAPIError as PrompticAPIError
else:
    __all__, __getattr__ = lazy(
        __name__,
        {
            "._async.client": ["AsyncPrompticClient"],
            "._sync.client": ["PrompticClient"],
            ".errors": ["PrompticAPIError"],
        },
    )
