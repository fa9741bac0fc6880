"""Prompts of any source for MCP hosts. It needs the extra `mcp`: `pip install "promptport[mcp]"`.

`promptport mcp` serves them; `server.build` makes a server of the official package `mcp` for an application of its own.
"""
