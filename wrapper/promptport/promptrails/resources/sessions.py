"""The resource `sessions`, under the names that `promptrails.resources.sessions` has for it."""

from promptport_api.promptrails.api.sessions import AsyncSessions as AsyncSessionsResource
from promptport_api.promptrails.api.sessions import Sessions as SessionsResource

__all__ = ["AsyncSessionsResource", "SessionsResource"]
