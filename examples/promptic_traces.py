"""Traces of an agent, sent to Promptic and read back: here to a local one, so that it needs no account and no model.

pip install "promptport[otel,local]"
python examples/promptic_traces.py
"""

from __future__ import annotations

import json

from opentelemetry import trace

from promptport.promptic import PrompticClient, ai_component, init
from promptport.testing import Platform

tracer = trace.get_tracer("shop")


def look_up(order: str) -> str:
    """A tool of the agent's."""
    with tracer.start_as_current_span("execute_tool look_up", attributes={"gen_ai.tool.name": "look_up"}) as span:
        span.set_attribute("gen_ai.tool.call.arguments", json.dumps({"order": order}))
        return "It left us yesterday."


@ai_component("welcome", dataset="January", run="first")
def answer(question: str) -> str:
    """The agent. A model library's own instrumentation makes the span of the call in the middle by itself."""
    attributes = {"traceloop.span.kind": "workflow", "traceloop.entity.input": question}
    with tracer.start_as_current_span("answer", attributes=attributes) as span:
        with tracer.start_as_current_span("chat", attributes={"gen_ai.request.model": "gpt-4.1-nano"}) as call:
            call.set_attribute("gen_ai.usage.input_tokens", 12)
            call.set_attribute("gen_ai.usage.output_tokens", 6)
        found = look_up("7")
        span.set_attribute("traceloop.entity.output", found)
        return found


def main() -> None:
    """Ask the agent, and look at its trace."""
    with Platform() as platform, PrompticClient("pk_local_dev", endpoint=platform.url("promptic")) as client:
        init(api_key="pk_local_dev", endpoint=platform.url("promptic"), service_name="shop", auto_instrument=False)
        answer("Where is my order?")
        print(
            "delivered:", trace.get_tracer_provider().force_flush(10_000)
        )  # only since the platform ends with this program
        (row,) = [each for each in client.list_traces()["traces"] if each["name"] == "answer"]
        for span in client.get_trace(row["traceId"])["spans"]:
            print(row["componentName"], span["name"], span["kind"], span["totalTokens"], span["output"])


if __name__ == "__main__":
    main()
