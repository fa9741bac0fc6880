"""Scope: the client of its prompt API, a drop-in for `scope_client`.

Change `from scope_client import ScopeClient` to `from promptport.scope import ScopeClient`, or `import scope_client` to
`from promptport import scope as scope_client`; the rest of a program stands.
"""

from .._lazy import lazy

VERSION = __version__ = "0.2.0"  # of scope_client, with which this is compatible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async.client import AsyncScopeClient as AsyncScopeClient
    from ._sync.client import ScopeClient as ScopeClient
    from .config import Configuration as Configuration
    from .config import configuration as configuration
    from .config import configure as configure
    from .config import reset_configuration as reset_configuration
    from .credentials import ApiKeyCredentials as ApiKeyCredentials
    from .credentials import ClientCredentials as ClientCredentials
    from .credentials import Credentials as Credentials
    from .credentials import CredentialsProtocol as CredentialsProtocol
    from .errors import ApiError as ApiError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import AuthorizationError as AuthorizationError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import ConnectionError as ConnectionError  # noqa: A004 # the documented name
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
    from .errors import TimeoutError as TimeoutError  # noqa: A004 # likewise
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
else:
    __all__, __getattr__ = lazy(
        __name__,
        {
            "._async.client": ["AsyncScopeClient"],
            "._sync.client": ["ScopeClient"],
            ".config": ["Configuration", "configuration", "configure", "reset_configuration"],
            ".credentials": ["ApiKeyCredentials", "ClientCredentials", "Credentials", "CredentialsProtocol"],
            ".errors": [
                "ApiError", "AuthenticationError", "AuthorizationError", "ConfigurationError", "ConflictError",
                "ConnectionError", "InvalidCredentialsError", "MissingApiKeyError", "MissingVariableError",
                "NoProductionVersionError", "NotFoundError", "RateLimitError", "RenderError", "ResourceError", "ScopeError",
                "ServerError", "TimeoutError", "TokenRefreshError", "ValidationError",
            ],
            ".models": ["PromptVersion", "Resource"],
            ".process": ["async_client", "client"],
            ".telemetry": [
                "ErrorInfo", "OnErrorCallback", "OnRequestCallback", "OnResponseCallback", "RequestInfo", "ResponseInfo",
                "Telemetry",
            ],
        },
        "VERSION",
        "__version__",
    )  # fmt: skip
