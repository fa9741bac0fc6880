"""Promptic on the local platform."""

from __future__ import annotations

from promptport.local.contract import Contract
from promptport.local.platform import Environment, Platform


def create(contract: Contract, environment: Environment) -> Platform:
    """Promptic, with state and behaviour."""
    from promptport.local.promptic.routes import Promptic

    return Promptic(contract, environment)
