"""Where a client of Promptic gets its credentials: arguments first, then the environment, then what a login has kept."""

from __future__ import annotations

import os

from ..base.credentials import stored
from ..errors import MissingCredential
from ..hidden import Secret
from ..http.key import AskedKey, AsyncKey, key_of
from ..settings import address, credential
from .rules import Credentials

HOST = "https://promptic.eu"
MISSING = (
    "Authentication required. Pass `api_key` (or set PROMPTIC_API_KEY), or pass `access_token` and `workspace_id` (or set "
    "PROMPTIC_ACCESS_TOKEN and PROMPTIC_WORKSPACE_ID), or run `promptport login promptic`."
)
NO_WORKSPACE = (
    "A session token needs a workspace: pass `workspace_id`, set PROMPTIC_WORKSPACE_ID, or run "
    "`promptport login promptic`, which lists yours."
)


def endpoint_of(endpoint: str | None) -> str:
    """The address of the platform, without the `/api/v1` that every path begins with.

    Raises:
        ConfigurationError: It is no address.
    """
    found = address(endpoint, argument="endpoint", variable="PROMPTIC_ENDPOINT", default=HOST)
    return found.removesuffix("/api/v1")


def credentials_of(
    api_key: AsyncKey | None, access_token: AsyncKey | None, workspace_id: str | None, endpoint: str
) -> Credentials:
    """Who asks. Beside a token of the same source, a key does not count; an argument beats the environment.

    What `promptport login promptic` has kept for the endpoint's origin is looked at where neither gives a credential.

    Raises:
        MissingCredential: There is no credential, or a token without a workspace.
        ConfigurationError: There is one that can't be one.
    """
    if api_key and not access_token:
        return Credentials(api_key=_key(api_key, "api_key"))
    token = _key(access_token, "access_token")
    workspace = _text(workspace_id, "workspace_id")
    if token is None and (key := _text(None, "api_key")):
        return Credentials(api_key=key)
    if token is None:
        kept = stored("promptic", endpoint)
        token = _text(kept.get("access_token"), "access_token")
        workspace = workspace or _text(kept.get("workspace_id"), "workspace_id")
    if token is None:
        raise MissingCredential(MISSING)
    if workspace is None:
        raise MissingCredential(NO_WORKSPACE)
    return Credentials(access_token=token, workspace_id=workspace)


def shown(
    api_key: AsyncKey | None, access_token: AsyncKey | None, workspace_id: str | None, used: Credentials
) -> tuple[str | None, str | None, str | None]:
    """What a client says of its key, its token and its workspace: those that are texts, also where another one is used.

    Args:
        api_key: The argument.
        access_token: The argument.
        workspace_id: The argument.
        used: What came of all of them.
    """
    key = used.api_key or api_key or os.environ.get("PROMPTIC_API_KEY")
    token = used.access_token or access_token or os.environ.get("PROMPTIC_ACCESS_TOKEN")
    key, token = (Secret(each) if isinstance(each, str) and each else None for each in (key, token))
    return key, token, used.workspace_id or workspace_id or os.environ.get("PROMPTIC_WORKSPACE_ID") or None


def _key(value: AsyncKey | None, argument: str) -> str | AskedKey | None:
    """A text, or a function that answers it."""
    if value is None or isinstance(value, str):
        return _text(value, argument)
    return key_of(value, argument=argument, variable="")


def _text(value: str | None, argument: str) -> str | None:
    """An argument, else its environment variable, checked; None where both are missing or empty."""
    variable = f"PROMPTIC_{argument.upper()}"
    if not value and not os.environ.get(variable):
        return None
    return credential(value or None, argument=argument, variable=variable)
