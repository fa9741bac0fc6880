# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""The objects of answers (read-only classes) and of requests (typed dicts), each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .login_request import LoginRequest as LoginRequest
    from .prompt_version import PromptVersion as PromptVersion
    from .sdk_token_request import SdkTokenRequest as SdkTokenRequest
    from .token import Token as Token

_MODULES: dict[str, str] = {
    "LoginRequest": ".login_request",
    "PromptVersion": ".prompt_version",
    "SdkTokenRequest": ".sdk_token_request",
    "Token": ".token",
}

__all__ = (  # noqa: PLE0604 # a tuple of the names above
    "LoginRequest",
    "PromptVersion",
    "SdkTokenRequest",
    "Token",
)


if not TYPE_CHECKING:  # a type checker must go on to find misspelt names

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(_MODULES[name], __name__), name)
        return found
