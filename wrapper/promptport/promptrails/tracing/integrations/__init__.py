"""Spans of what other libraries do: `langchain`, `openai`, `anthropic`, `google` and `otel`. Each is imported by itself."""
