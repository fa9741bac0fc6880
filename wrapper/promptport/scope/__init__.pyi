# Made from wrapper/promptport/scope/__init__.py by `python tools/stubs.py`: change that file, never this one.
from ._async.client import AsyncScopeClient as AsyncScopeClient
from ._sync.client import ScopeClient as ScopeClient
from .config import Configuration as Configuration
from .config import configuration as configuration
from .config import configure as configure
from .config import reset_configuration as reset_configuration
from .credentials import ApiKeyCredentials as ApiKeyCredentials
from .credentials import ClientCredentials as ClientCredentials
from .credentials import ClientCredentialsProtocol as ClientCredentialsProtocol
from .credentials import Credentials as Credentials
from .credentials import CredentialsProtocol as CredentialsProtocol
from .errors import ApiError as ApiError
from .errors import AuthenticationError as AuthenticationError
from .errors import AuthorizationError as AuthorizationError
from .errors import ClosedError as ClosedError
from .errors import ConfigurationError as ConfigurationError
from .errors import ConflictError as ConflictError
from .errors import ConnectionError as ConnectionError
from .errors import InvalidCredentialsError as InvalidCredentialsError
from .errors import MissingApiKeyError as MissingApiKeyError
from .errors import MissingVariableError as MissingVariableError
from .errors import NoProductionVersionError as NoProductionVersionError
from .errors import NotFoundError as NotFoundError
from .errors import RateLimitError as RateLimitError
from .errors import RenderError as RenderError
from .errors import ResourceError as ResourceError
from .errors import ScopeError as ScopeError
from .errors import ServerError as ServerError
from .errors import TimeoutError as TimeoutError
from .errors import TokenRefreshError as TokenRefreshError
from .errors import ValidationError as ValidationError
from .models import PromptVersion as PromptVersion
from .models import Resource as Resource
from .process import async_client as async_client
from .process import client as client
from .telemetry import ErrorInfo as ErrorInfo
from .telemetry import OnErrorCallback as OnErrorCallback
from .telemetry import OnRequestCallback as OnRequestCallback
from .telemetry import OnResponseCallback as OnResponseCallback
from .telemetry import RequestInfo as RequestInfo
from .telemetry import ResponseInfo as ResponseInfo
from .telemetry import Telemetry as Telemetry

VERSION: str
__version__: str

__all__ = [
    "ApiError",
    "ApiKeyCredentials",
    "AsyncScopeClient",
    "AuthenticationError",
    "AuthorizationError",
    "ClientCredentials",
    "ClientCredentialsProtocol",
    "ClosedError",
    "Configuration",
    "ConfigurationError",
    "ConflictError",
    "ConnectionError",
    "Credentials",
    "CredentialsProtocol",
    "ErrorInfo",
    "InvalidCredentialsError",
    "MissingApiKeyError",
    "MissingVariableError",
    "NoProductionVersionError",
    "NotFoundError",
    "OnErrorCallback",
    "OnRequestCallback",
    "OnResponseCallback",
    "PromptVersion",
    "RateLimitError",
    "RenderError",
    "RequestInfo",
    "Resource",
    "ResourceError",
    "ResponseInfo",
    "ScopeClient",
    "ScopeError",
    "ServerError",
    "Telemetry",
    "TimeoutError",
    "TokenRefreshError",
    "VERSION",
    "ValidationError",
    "__version__",
    "async_client",
    "client",
    "configuration",
    "configure",
    "reset_configuration",
]
