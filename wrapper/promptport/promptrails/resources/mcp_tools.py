"""The resource `mcp_tools`, under the names that `promptrails.resources.mcp_tools` has for it."""

from promptport_api.promptrails.api.mcp_tools import AsyncMcpTools as AsyncMCPToolsResource
from promptport_api.promptrails.api.mcp_tools import McpTools as MCPToolsResource

__all__ = ["AsyncMCPToolsResource", "MCPToolsResource"]
