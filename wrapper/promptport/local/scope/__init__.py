"""Scope on the local platform."""

from __future__ import annotations

from promptport.local.contract import Contract
from promptport.local.platform import Environment, Platform


def create(contract: Contract, environment: Environment) -> Platform:
    """Scope, with state and behaviour."""
    from promptport.local.scope.routes import Scope

    return Scope(contract, environment)
