"""Langfuse on the local platform."""

from __future__ import annotations

from typing import Any

from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.vendor import VendorServer

VARIABLES = {
    "public_key": "LANGFUSE_PUBLIC_KEY",
    "secret_key": "LANGFUSE_SECRET_KEY",
    "base_url": "LANGFUSE_BASE_URL",
}


def create(contract: Contract, environment: Environment) -> VendorServer:
    """Langfuse, with state and behaviour."""
    from promptport_local.langfuse.routes import Langfuse

    return Langfuse(contract, environment)


def settings(url: str) -> dict[str, Any]:
    """What a client is opened with that talks to it at an address."""
    return {"public_key": "pk-lf-...", "secret_key": "sk-lf-...", "base_url": url}
