"""xR2 on the local platform."""

from __future__ import annotations

from promptport.local.contract import Contract
from promptport.local.platform import Environment, Platform


def create(contract: Contract, environment: Environment) -> Platform:
    """xR2, with state and behaviour."""
    from promptport.local.xr2.routes import Xr2

    return Xr2(contract, environment)
