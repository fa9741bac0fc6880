"""The resource `templates`, under the names that `promptrails.resources.templates` has for it."""

from promptport_api.promptrails.api.templates import AsyncTemplates as AsyncTemplatesResource
from promptport_api.promptrails.api.templates import Templates as TemplatesResource

__all__ = ["AsyncTemplatesResource", "TemplatesResource"]
