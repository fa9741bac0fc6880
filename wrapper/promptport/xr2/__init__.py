"""xR2: the client of its product API, a drop-in for `xr2_sdk`.

Change `from xr2_sdk.client import xR2Client` to `from promptport.xr2.client import xR2Client`; the rest of a program stands.
"""

from .._lazy import lazy

VERSION = __version__ = "0.3.0"  # of xr2_sdk, with which this is compatible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async.client import AsyncxR2Client as AsyncxR2Client
    from ._sync.client import xR2Client as xR2Client
    from .errors import APIError as APIError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import PromptNotFoundError as PromptNotFoundError
    from .errors import VariableError as VariableError
    from .errors import XR2Error as XR2Error
    from .models import CheckAPIKeyResponse as CheckAPIKeyResponse
    from .models import EventResponse as EventResponse
    from .models import PromptContentResponse as PromptContentResponse
    from .models import RenderedPrompt as RenderedPrompt
    from .models import Response as Response
else:
    __all__, __getattr__ = lazy(
        __name__,
        {
            "._async.client": ["AsyncxR2Client"],
            "._sync.client": ["xR2Client"],
            ".errors": ["APIError", "AuthenticationError", "PromptNotFoundError", "VariableError", "XR2Error"],
            ".models": ["CheckAPIKeyResponse", "EventResponse", "PromptContentResponse", "RenderedPrompt", "Response"],
        },
        "VERSION",
        "__version__",
    )
