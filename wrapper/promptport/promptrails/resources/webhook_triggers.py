"""The resource `webhook_triggers`, under the names that `promptrails.resources.webhook_triggers` has for it."""

from promptport_api.promptrails.api.webhook_triggers import AsyncWebhookTriggers as AsyncWebhookTriggersResource
from promptport_api.promptrails.api.webhook_triggers import WebhookTriggers as WebhookTriggersResource

__all__ = ["AsyncWebhookTriggersResource", "WebhookTriggersResource"]
