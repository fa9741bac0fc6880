# Made from wrapper/promptport/xr2/client.py by `python tools/stubs.py`: change that file, never this one.
from ._async.client import AsyncxR2Client as AsyncxR2Client
from ._sync.client import xR2Client as xR2Client
from .config import BASE_URL as BASE_URL
from .config import DEFAULT_TIMEOUT_SECONDS as DEFAULT_TIMEOUT_SECONDS
from .models import CheckAPIKeyResponse as CheckAPIKeyResponse
from .models import EventRequest as EventRequest
from .models import EventResponse as EventResponse
from .models import GetPromptRequest as GetPromptRequest
from .models import PromptContentResponse as PromptContentResponse
from .response import Response as Response

__all__ = [
    "AsyncxR2Client",
    "BASE_URL",
    "CheckAPIKeyResponse",
    "DEFAULT_TIMEOUT_SECONDS",
    "EventRequest",
    "EventResponse",
    "GetPromptRequest",
    "PromptContentResponse",
    "Response",
    "xR2Client",
]
