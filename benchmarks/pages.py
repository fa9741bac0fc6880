"""F7: reading a page of 10,000 records, a part of them compared with the contract: beside promptrails and promptic-sdk."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import fields
from importlib import resources
from typing import Any

from promptport_api.promptic.api.client import list_traces
from promptport_api.promptrails.api.traces import traces_list
from promptrails.pagination import PaginatedResponse
from promptrails.types import Trace as TheirTrace

from .measure import Row, in_turn

RECORDS = 10_000


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
    """A trace with the 30 fields that promptrails 0.3.0 knows, about 800 bytes: the example has not all of them."""
    more = {
        "prompt_id": "p1", "llm_model_id": "gpt-4o", "user_id": "user-id", "service_name": "api", "error_type": None,
        "error_stack": None, "prompt_tokens": 150, "completion_tokens": 80, "total_tokens": 230,
    }  # fmt: skip
    return {each.name: {**more, **trace}[each.name] for each in fields(TheirTrace)}


def weight(read: Callable[[], object]) -> int:
    """The bytes that are kept of what is read."""
    read()  # what is made once is not counted
    tracemalloc.start()
    kept = read()
    found, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return found


def rows() -> Iterator[Row]:
    """Measure time and memory of both pages."""
    meta = {"total": RECORDS, "page": 1, "limit": RECORDS, "total_pages": 1}
    page = json.dumps(
        {"data": [whole(each) for each in records("promptrails", "/api/v1/traces", "data")], "meta": meta}
    ).encode()

    def theirs() -> Any:
        return PaginatedResponse.from_response(json.loads(page), TheirTrace.from_dict)

    def ours() -> Any:
        return traces_list.parse(page)

    assert [each.id for each in ours().data] == [each.id for each in theirs().data]
    times = in_turn({"ours": ours, "theirs": theirs}, rounds=9)
    bytes_ = {"ours": weight(ours), "theirs": weight(theirs)}
    beside = f"promptrails {times['theirs'] * 1e3:.0f} ms"
    what = f"a page of {RECORDS:,} traces"
    yield Row("F7", what, f"{times['ours'] * 1e3:.0f} ms", beside, times["ours"] / times["theirs"], 0.5)
    beside = f"promptrails {bytes_['theirs'] / 2**20:.0f} MiB"
    yield Row(
        "F7", "what it takes", f"{bytes_['ours'] / 2**20:.0f} MiB", beside, bytes_["ours"] / bytes_["theirs"], 0.65
    )

    listed = json.dumps({"traces": records("promptic", "/api/v1/traces", "traces"), "total": RECORDS}).encode()
    times = in_turn({"ours": lambda: list_traces.parse(listed), "theirs": lambda: json.loads(listed)}, rounds=25)
    beside = f"promptic-sdk's dicts {times['theirs'] * 1e3:.0f} ms"
    what = f"a list of {RECORDS:,} traces of Promptic"
    yield Row("F7", what, f"{times['ours'] * 1e3:.0f} ms", beside, times["ours"] / times["theirs"], 1.4)
