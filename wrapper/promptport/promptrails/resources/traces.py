"""The resource `traces`, under the names that `promptrails.resources.traces` has for it."""

from promptport_api.promptrails.api.traces import AsyncTraces as AsyncTracesResource
from promptport_api.promptrails.api.traces import Traces as TracesResource

__all__ = ["AsyncTracesResource", "TracesResource"]
