"""The resource `guardrails`, under the names that `promptrails.resources.guardrails` has for it."""

from promptport_api.promptrails.api.guardrails import AsyncGuardrails as AsyncGuardrailsResource
from promptport_api.promptrails.api.guardrails import Guardrails as GuardrailsResource

__all__ = ["AsyncGuardrailsResource", "GuardrailsResource"]
