"""The resource `dashboard`, under the names that `promptrails.resources.dashboard` has for it."""

from promptport_api.promptrails.api.dashboard import AsyncDashboard as AsyncDashboardResource
from promptport_api.promptrails.api.dashboard import Dashboard as DashboardResource

__all__ = ["AsyncDashboardResource", "DashboardResource"]
