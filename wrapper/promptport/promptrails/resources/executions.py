"""The resource `executions`, under the names that `promptrails.resources.executions` has for it."""

from promptport_api.promptrails.api.executions import AsyncExecutions as AsyncExecutionsResource
from promptport_api.promptrails.api.executions import Executions as ExecutionsResource

__all__ = ["AsyncExecutionsResource", "ExecutionsResource"]
