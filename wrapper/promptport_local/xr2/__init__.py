"""xR2 on the local platform."""

from __future__ import annotations

from typing import Any

from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.vendor import VendorServer

VARIABLES = {"api_key": "XR2_API_KEY", "base_url": "XR2_BASE_URL"}


def create(contract: Contract, environment: Environment) -> VendorServer:
    """xR2, with state and behaviour."""
    from promptport_local.xr2.routes import Xr2

    return Xr2(contract, environment)


def settings(url: str) -> dict[str, Any]:
    """What a client is opened with that talks to it at an address."""
    return {"api_key": "YOUR_PRODUCT_API_KEY", "base_url": url}
