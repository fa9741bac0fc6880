"""F7: reading a page of 10,000 records, a part of them compared with the contract: beside promptrails and promptic-sdk."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from importlib import resources
from typing import Any

from promptport_api.promptic.api.client import list_traces
from promptport_api.promptrails.api.traces import traces_list
from promptrails.pagination import PaginatedResponse
from promptrails.types import Trace as TheirTrace

from .measure import OURS, Row, Samples, beside, few, in_turn

RECORDS = 10_000
ROUNDS = 15
JSON = "the limit, json alone"


def records(platform: str, path: str, field: str) -> list[dict[str, Any]]:
    """Records as the contract's example has them, each with an id of its own."""
    packed = (resources.files("promptport_api") / platform / "contract.json").read_text(encoding="utf-8")
    document = json.loads(packed)
    found = document["paths"][path]["get"]["responses"]["200"]
    if "$ref" in found:  # an answer that several operations have stands once
        found = document["components"]["responses"][found["$ref"].rpartition("/")[2]]
    answer = found["content"]["application/json"]["example"]
    return [answer[field][0] | {"id": f"00000000-0000-4000-8000-{number:012d}"} for number in range(RECORDS)]


def whole(trace: dict[str, Any]) -> dict[str, Any]:
    """A trace with the 37 fields that promptrails 0.9.2 knows, about 1,000 bytes: the example has not all of them."""
    more = {
        "prompt_id": "p1", "user_id": "user-id", "service_name": "api", "error_type": None,
        "prompt_tokens": 150, "completion_tokens": 80, "total_tokens": 230,
    }  # fmt: skip
    return {each.name: {**more, **trace}[each.name] for each in fields(TheirTrace)}


def weights(reads: Mapping[str, Callable[[], object]]) -> tuple[Samples, Samples]:
    """The bytes that are kept of what each reads, and the most that it has while it reads. They are the same in each round."""
    kept, most = dict[str, list[float]](), dict[str, list[float]]()
    for name, read in reads.items():
        read()  # what is made once is not counted
        tracemalloc.start()
        held = read()
        now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        del held
        kept[name], most[name] = [now], [peak]
    return kept, most


def rows(share: float) -> Iterator[Row]:
    """Measure time and memory of both pages; a share of the rounds."""
    meta = {"total": RECORDS, "page": 1, "limit": RECORDS, "total_pages": 1}
    page = json.dumps(
        {"data": [whole(each) for each in records("promptrails", "/api/v1/traces", "data")], "meta": meta}
    ).encode()

    def theirs() -> Any:
        return PaginatedResponse.from_response(json.loads(page), TheirTrace.from_dict)

    def ours() -> Any:
        return traces_list.parse(page)

    assert [each.id for each in ours().data] == [each.id for each in theirs().data]
    reads = {OURS: ours, "promptrails": theirs, JSON: lambda: json.loads(page)}
    what = f"a page of {RECORDS:,} traces"
    yield from beside("F7", what, in_turn(reads, few(ROUNDS, share)), {"promptrails": 0.5})
    kept, most = weights(reads)
    yield from beside("F7", f"memory: {what}, kept", kept, {"promptrails": 0.65}, unit="B")
    yield from beside("F7", f"memory: {what}, while it is read", most, unit="B")

    listed = json.dumps({"traces": records("promptic", "/api/v1/traces", "traces"), "total": RECORDS}).encode()
    # promptic-sdk answers what json makes of it.
    dicts = {OURS: lambda: list_traces.parse(listed), "promptic-sdk": lambda: json.loads(listed)}
    found = in_turn(dicts, few(2 * ROUNDS, share))
    yield from beside("F7", f"{what} of Promptic", found, {"promptic-sdk": 1.1})
    kept, _ = weights(dicts)
    yield from beside("F7", f"memory: {what} of Promptic, kept", kept, unit="B")
