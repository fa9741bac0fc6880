"""Where a client of Promptic gets its credentials: arguments first, then the environment, then what a login has kept."""

from __future__ import annotations

import os

from ..base.credentials import stored
from ..errors import ConfigurationError, MissingCredential
from ..hidden import Secret
from ..http.key import AskedKey, AsyncKey, key_of
from ..settings import address, credential
from .rules import Credentials

HOST = "https://promptic.eu"
MISSING = (
    "Authentication required. Pass `api_key` (or set PROMPTIC_API_KEY), or pass `access_token` and `ai_application_id` (or "
    "set PROMPTIC_ACCESS_TOKEN and PROMPTIC_AI_APPLICATION_ID), or run `promptport login promptic`."
)
NO_APPLICATION = (
    "A session token needs an AI application: pass `ai_application_id` (`workspace_id` is its older name), set "
    "PROMPTIC_AI_APPLICATION_ID, or run `promptport login promptic`, which lists yours."
)
SCOPES = ("ai_application_id", "workspace_id")  # the name, and the older one


def endpoint_of(endpoint: str | None) -> str:
    """The address of the platform, without the `/api/v1` that every path begins with.

    Raises:
        ConfigurationError: It is no address.
    """
    found = address(endpoint, argument="endpoint", variable="PROMPTIC_ENDPOINT", default=HOST)
    return found.removesuffix("/api/v1")


def application_of(ai_application_id: str | None, workspace_id: str | None) -> str | None:
    """The AI application of the arguments, of which the second is the older name of the first. Empty counts as not given.

    Raises:
        ConfigurationError: They differ, or one is no id.
    """
    for name, value in zip(SCOPES, (ai_application_id, workspace_id), strict=True):
        if value and "/" in credential(value, argument=name, variable=""):
            raise ConfigurationError(f"`{name}` is an id, and no address: pass an address as `endpoint`.")
    if ai_application_id and workspace_id and ai_application_id != workspace_id:
        raise ConfigurationError(
            "`ai_application_id` and `workspace_id` are two names of the same, and differ: pass one of them."
        )
    return ai_application_id or workspace_id


def credentials_of(
    api_key: AsyncKey | None, access_token: AsyncKey | None, application: str | None, endpoint: str
) -> Credentials:
    """Who asks. Beside a token of the same source, a key does not count; an argument beats the environment.

    What `promptport login promptic` has kept for the endpoint's origin is looked at where neither gives a credential.

    Args:
        api_key: The argument.
        access_token: The argument.
        application: What the arguments say of the AI application.
        endpoint: Where the platform is.

    Raises:
        MissingCredential: There is no credential, or a token without an AI application.
        ConfigurationError: There is one that can't be one.
    """
    if api_key and not access_token:
        return Credentials(api_key=_key(api_key, "api_key"))
    token = _key(access_token, "access_token")
    application = _scope(application)
    if token is None and (key := _text(None, "api_key")):
        return Credentials(api_key=key)
    if token is None:
        kept = stored("promptic", endpoint)
        token = _text(kept.get("access_token"), "access_token")
        application = application or _scope(next((kept[each] for each in SCOPES if kept.get(each)), None))
    if token is None:
        raise MissingCredential(MISSING)
    if application is None:
        raise MissingCredential(NO_APPLICATION)
    return Credentials(access_token=token, ai_application_id=application)


def shown(
    api_key: AsyncKey | None, access_token: AsyncKey | None, application: str | None, used: Credentials
) -> tuple[str | None, str | None, str | None]:
    """What a client says of its key, its token and its AI application: those that are texts, also where another one is used.

    Args:
        api_key: The argument.
        access_token: The argument.
        application: What the arguments say of the AI application.
        used: What came of all of them.
    """
    key = used.api_key or api_key or os.environ.get("PROMPTIC_API_KEY")
    token = used.access_token or access_token or os.environ.get("PROMPTIC_ACCESS_TOKEN")
    key, token = (Secret(each) if isinstance(each, str) and each else None for each in (key, token))
    variables = (os.environ.get(_variable(each)) for each in SCOPES)
    return key, token, used.ai_application_id or application or next(filter(None, variables), None)


def _key(value: AsyncKey | None, argument: str) -> str | AskedKey | None:
    """A text, or a function that answers it."""
    if value is None or isinstance(value, str):
        return _text(value, argument)
    return key_of(value, argument=argument, variable="")


def _text(value: str | None, argument: str) -> str | None:
    """An argument, else its environment variable, checked; None where both are missing or empty."""
    variable = _variable(argument)
    if not value and not os.environ.get(variable):
        return None
    return credential(value or None, argument=argument, variable=variable)


def _scope(value: str | None) -> str | None:
    """The AI application of the arguments or of a login, else of the environment: by its name before its older one."""
    return _text(value, SCOPES[0]) or _text(None, SCOPES[1])


def _variable(argument: str) -> str:
    return f"PROMPTIC_{argument.upper()}"
