"""Tools that agents can call: discovered, called, and installed from templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.promptrails.errors import not_found, wrong_fields
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.strict_json import write_json

_TOOK = 20


class Tools:
    """Answers for the servers behind the tools. Every call leaves a trace of one span.

    What such a server offers stands under `tools` in the tool's config; without that, it is one tool `echo`.

    Args:
        state: What is held.
        records: The records as clients see them.
    """

    def __init__(self, state: State, records: Records) -> None:
        self._state = state
        self._records = records

    def discover(self, tool_id: str) -> Json:
        """What the server behind a tool offers.

        Raises:
            Refusal: 404; there is no such tool.
        """
        with self._state.environment.transaction():
            tool = self._state.need("mcp_tools", tool_id)
            offered = self._offered(tool)
            return {"tools": offered, "trace_id": self._trace(tool, "tools/list", {}, {"tools": offered})}

    def call(self, tool_id: str, tool_name: str, arguments: Mapping[str, Any] | None = None) -> Json:
        """Call what it offers: the arguments come back, as text. What it does not offer is an error of the tool.

        Raises:
            Refusal: 404; there is no such tool.
        """
        with self._state.environment.transaction():
            tool = self._state.need("mcp_tools", tool_id)
            known = any(each.get("name") == tool_name for each in self._offered(tool))
            given = dict(arguments or {})
            text = write_json(given).decode("utf-8") if known else f"{tool['name']} offers no tool {tool_name!r}."
            answer = {"content": [{"type": "text", "text": text}], "is_error": not known}
            trace_id = self._trace(tool, "tools/call", {"name": tool_name, "arguments": given}, answer)
            return {**answer, "trace_id": trace_id}

    def install(self, slug: str, name: str, parameters: Mapping[str, Any] | None = None) -> Json:
        """Make a tool from a template. What is secret among the parameters is not kept.

        Raises:
            Refusal: 404; there is no such template. 400; a parameter is missing that it needs.
        """
        state = self._state
        with state.environment.transaction():
            template = self._template(slug)
            specs = template["required_parameters"] or []
            usual = {each["name"]: each["default"] for each in specs if each.get("default") is not None}
            values = {**usual, **(parameters or {})}
            missing = [each["name"] for each in specs if each.get("required") and each["name"] not in values]
            if missing:
                raise wrong_fields({f"parameters.{each}": "is required" for each in missing})
            secret = {each["name"] for each in specs if each.get("secret")}
            shown = {key: value for key, value in values.items() if key not in secret}
            config = template["config"] if isinstance(template["config"], dict) else {}
            tool = state.add(
                "mcp_tools",
                name=name,
                type=template["type"],
                description=template["description"],
                config={**config, **({"parameters": shown} if shown else {})},
                schema=template["schema"],
                template_id=template["id"],
            )
            return self._records.view("mcp_tools", tool)

    def template(self, slug: str) -> Json:
        """The template with this name in addresses.

        Raises:
            Refusal: 404; there is none.
        """
        return self._records.view("mcp_templates", self._template(slug))

    def _template(self, slug: str) -> Json:
        found = self._state.all("mcp_templates", slug=slug)
        if not found:
            raise not_found("MCP template")
        return found[-1]

    def _offered(self, tool: Json) -> list[Json]:
        listed = (tool["config"] or {}).get("tools")
        if isinstance(listed, list):
            return [each for each in listed if not self._records.fields.problems("MCPDiscoveredTool", each)]
        schema = tool["schema"] or {"type": "object"}
        return [{"name": "echo", "description": "Answers what it is given.", "inputSchema": schema}]

    def _trace(self, tool: Json, method: str, input: Json, output: Json) -> str:
        trace_id = self._state.mint()
        self._state.add(
            "traces",
            trace_id=trace_id,
            span_id=self._state.digits(16),
            name=f"mcp.{method}({tool['name']})",
            kind="mcp_call",
            status="error" if output.get("is_error") else "ok",
            level="error" if output.get("is_error") else "default",
            mcp_tool_name=tool["name"],
            mcp_tool_type=tool["type"],
            input=input,
            output=output,
            duration_ms=_TOOK,
            ended_at=self._state.moment(),
        )
        return trace_id
