"""Promptic on the local platform."""

from __future__ import annotations

from typing import Any

from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.vendor import VendorServer

VARIABLES = {"api_key": "PROMPTIC_API_KEY", "endpoint": "PROMPTIC_ENDPOINT"}


def create(contract: Contract, environment: Environment) -> VendorServer:
    """Promptic, with state and behaviour."""
    from promptport_local.promptic.routes import Promptic

    return Promptic(contract, environment)


def settings(url: str) -> dict[str, Any]:
    """What a client is opened with that talks to it at an address."""
    return {"api_key": "pk_local_dev", "endpoint": url}
