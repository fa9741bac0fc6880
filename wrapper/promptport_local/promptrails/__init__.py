"""PromptRails on the local platform."""

from __future__ import annotations

from typing import Any

from promptport_local.contract import Contract
from promptport_local.platform import Environment, Platform


def create(contract: Contract, environment: Environment) -> Platform:
    """PromptRails, with state and behaviour."""
    from promptport_local.promptrails.routes import PromptRails

    return PromptRails(contract, environment)


def settings(url: str) -> dict[str, Any]:
    """What a client is opened with that talks to it at an address."""
    return {"api_key": "your-api-key", "base_url": url}
