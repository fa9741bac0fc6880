"""The clients of Promptic and their error, under the name that `promptic_sdk.client` has for them."""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncPrompticClient"],
        "._sync.client": ["PrompticClient"],
        ".errors": ["PrompticAPIError"],
    },
)
