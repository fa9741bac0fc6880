"""Scope: the client of its prompt API, a drop-in for `scope_client`.

Change `from scope_client import ScopeClient` to `from promptport.scope import ScopeClient`, or `import scope_client` to
`from promptport import scope as scope_client`; the rest of a program stands.
"""

from .._lazy import lazy

VERSION = __version__ = "0.2.0"  # of scope_client, with which this is compatible

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncScopeClient"],
        "._sync.client": ["ScopeClient"],
        ".config": ["Configuration", "configuration", "configure", "reset_configuration"],
        ".credentials": ["ApiKeyCredentials", "ClientCredentials", "ClientCredentialsProtocol", "Credentials",
                         "CredentialsProtocol"],
        ".errors": [
            "ApiError", "AuthenticationError", "AuthorizationError", "ClosedError", "ConfigurationError", "ConflictError",
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
