"""The clients of xR2, under the name that `xr2_sdk.client` has for them, and what else a program finds there."""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncxR2Client"],
        "._sync.client": ["xR2Client"],
        ".config": ["BASE_URL", "DEFAULT_TIMEOUT_SECONDS"],
        ".models": [
            "CheckAPIKeyResponse",
            "EventRequest",
            "EventResponse",
            "GetPromptRequest",
            "PromptContentResponse",
        ],
        ".response": ["Response"],
    },
)
