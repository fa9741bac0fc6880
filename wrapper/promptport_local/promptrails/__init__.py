"""PromptRails on the local platform."""

from __future__ import annotations

from typing import Any

from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.vendor import VendorServer

VARIABLES = {"api_key": "PROMPTRAILS_API_KEY", "base_url": "PROMPTRAILS_BASE_URL"}


def create(contract: Contract, environment: Environment) -> VendorServer:
    """PromptRails, with state and behaviour."""
    from promptport_local.promptrails.routes import PromptRails

    return PromptRails(contract, environment)


def settings(url: str) -> dict[str, Any]:
    """What a client is opened with that talks to it at an address."""
    return {"api_key": "your-api-key", "base_url": url}
