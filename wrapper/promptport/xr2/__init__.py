"""xR2: the client of its product API, a drop-in for `xr2_sdk`.

Change `from xr2_sdk.client import xR2Client` to `from promptport.xr2.client import xR2Client`; the rest of a program stands.
"""

from .._lazy import lazy

VERSION = __version__ = "0.3.0"  # of xr2_sdk, with which this is compatible

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncxR2Client"],
        "._sync.client": ["xR2Client"],
        ".errors": ["APIError", "AuthenticationError", "PromptNotFoundError", "VariableError", "XR2Error"],
        ".fields": ["ValidationError"],
        ".models": ["CheckAPIKeyResponse", "EventResponse", "PromptContentResponse", "RenderedPrompt"],
        ".response": ["Response"],
    },
    "VERSION",
    "__version__",
    rooms=("client", "config", "models"),
)
