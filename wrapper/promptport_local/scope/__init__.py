"""Scope on the local platform."""

from __future__ import annotations

from typing import Any

from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.vendor import VendorServer

VARIABLES = {
    "org_id": "SCOPE_ORG_ID",
    "api_key": "SCOPE_API_KEY",
    "api_secret": "SCOPE_API_SECRET",
    "base_url": "SCOPE_API_URL",
    "auth_api_url": "SCOPE_AUTH_API_URL",
}


def create(contract: Contract, environment: Environment) -> VendorServer:
    """Scope, with state and behaviour."""
    from promptport_local.scope.routes import Scope

    return Scope(contract, environment)


def settings(url: str) -> dict[str, Any]:
    """What a client is opened with that talks to it at an address."""
    return {
        "org_id": "my-org",
        "api_key": "key_abc123",
        "api_secret": "secret_xyz",
        "base_url": url,
        "auth_api_url": url,
    }
