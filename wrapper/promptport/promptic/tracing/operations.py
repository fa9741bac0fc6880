"""The operation that traces are sent by. The contract has it for the local platform; no client offers it."""

from __future__ import annotations

from ...model import Operation, Parameter
from ..settings import HOST

PROTOBUF = "application/x-protobuf"
INGEST = Operation(
    "ingest_otlp_traces", "POST", "/api/v1/traces", HOST, ("key",), repeatable=True, accept="*/*", content=PROTOBUF,
    parameters=(
        Parameter("body", "body", "whole", "any", required=True),
        Parameter("encoding", "Content-Encoding", "header", "string"),
    ),
)  # fmt: skip
