"""The resource `mcp_templates`, under the names that `promptrails.resources.mcp_templates` has for it."""

from promptport_api.promptrails.api.mcp_templates import AsyncMcpTemplates as AsyncMCPTemplatesResource
from promptport_api.promptrails.api.mcp_templates import McpTemplates as MCPTemplatesResource

__all__ = ["AsyncMCPTemplatesResource", "MCPTemplatesResource"]
