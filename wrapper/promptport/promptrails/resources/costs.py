"""The resource `costs`, under the names that `promptrails.resources.costs` has for it."""

from promptport_api.promptrails.api.costs import AsyncCosts as AsyncCostsResource
from promptport_api.promptrails.api.costs import Costs as CostsResource

__all__ = ["AsyncCostsResource", "CostsResource"]
