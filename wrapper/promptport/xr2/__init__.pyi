# Made from wrapper/promptport/xr2/__init__.py by `python tools/stubs.py`: change that file, never this one.
from . import client as client
from . import config as config
from . import models as models
from ._async.client import AsyncxR2Client as AsyncxR2Client
from ._sync.client import xR2Client as xR2Client
from .errors import APIError as APIError
from .errors import AuthenticationError as AuthenticationError
from .errors import PromptNotFoundError as PromptNotFoundError
from .errors import VariableError as VariableError
from .errors import XR2Error as XR2Error
from .fields import ValidationError as ValidationError
from .models import CheckAPIKeyResponse as CheckAPIKeyResponse
from .models import EventResponse as EventResponse
from .models import PromptContentResponse as PromptContentResponse
from .models import RenderedPrompt as RenderedPrompt
from .response import Response as Response

VERSION: str
__version__: str

__all__ = [
    "APIError",
    "AsyncxR2Client",
    "AuthenticationError",
    "CheckAPIKeyResponse",
    "EventResponse",
    "PromptContentResponse",
    "PromptNotFoundError",
    "RenderedPrompt",
    "Response",
    "VERSION",
    "ValidationError",
    "VariableError",
    "XR2Error",
    "__version__",
    "xR2Client",
]
