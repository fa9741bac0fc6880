"""Says how long each of many events takes its caller: `tracking.py LIBRARY ADDRESS FOLDER LOAD`, the load as JSON.

It runs beside one library and nothing else, and prints the percentiles in seconds, as JSON.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import sys
from collections.abc import Callable
from threading import Thread
from time import perf_counter, sleep
from typing import Any
from urllib.request import Request, urlopen

Call = Callable[[int], Any]
TRACE = "0af7651916cd43dd8448eb211c80319c"
MESSAGES = json.dumps([{"role": "user", "content": "Where is my parcel? It was sent a week ago. " * 8}])


def ours(address: str, folder: str, count: int) -> Call:
    """`Client.track` about prompts that were rendered beforehand, each from the copy that is kept."""
    import promptport

    client = promptport.Client("xr2", api_key="k", base_url=address, disk=False, spool=folder)
    rendered = [client.get("welcome").render(customer_name="Alice") for _ in range(count)]
    return lambda number: client.track(rendered[number], "purchase", user_id="u1", value=9.9, currency="EUR").id


def langfuse(address: str, _: str, __: int) -> Call:
    """Langfuse's `create_score`."""
    from langfuse import Langfuse

    client = Langfuse(public_key="pk-lf-1", secret_key="sk-lf-1", base_url=address)
    # It answers nothing, whether it takes the score or not.
    return lambda _: client.create_score(name="purchase", value=9.9, trace_id=TRACE, metadata={"user_id": "u1"}) or True


def posthog(address: str, _: str, __: int) -> Call:
    """PostHog's `capture`."""
    from posthog import Posthog  # type: ignore[import-not-found] # it is where this runs

    client = Posthog("phc_1", host=address)
    return lambda _: client.capture("purchase", distinct_id="u1", properties={"value": 9.9, "currency": "EUR"})


def blocking(address: str, _: str, __: int) -> Call:
    """xr2-sdk's `track_event`, which is over when the platform has answered."""
    from xr2_sdk.client import xR2Client  # type: ignore[import-untyped]

    client = xR2Client("k", base_url=address)
    return lambda number: client.track_event(
        trace_id=f"evt_{number:08x}", event_name="purchase", user_id="u1", value=9.9, currency="EUR"
    )


def spans_of(tracer: Any) -> Call:
    """A span of a model's call, as an instrumentation makes it."""

    def call(_: int) -> bool:
        with tracer.start_as_current_span("chat gpt-4o") as span:
            span.set_attribute("gen_ai.request.model", "gpt-4o")
            span.set_attribute("gen_ai.input.messages", MESSAGES)
            span.set_attribute("gen_ai.output.messages", MESSAGES)
            span.set_attribute("gen_ai.usage.input_tokens", 120)
            span.set_attribute("gen_ai.usage.output_tokens", 30)
        return True

    return call


def promptic(address: str, folder: str, _: int) -> Call:
    """A span that goes to Promptic through our outbox."""
    os.environ["PROMPTPORT_OUTBOX_DIR"] = folder
    from opentelemetry import trace

    from promptport import promptic as room

    tracing: Any = room
    tracing.init(api_key="k", endpoint=address, auto_instrument=False)
    return spans_of(trace.get_tracer("t"))


def promptic_sdk(address: str, _: str, __: int) -> Call:
    """A span that goes to Promptic through the vendor's own package."""
    import promptic_sdk as vendor
    from opentelemetry import trace

    vendor.init(api_key="k", endpoint=address, auto_instrument=False)
    return spans_of(trace.get_tracer("t"))


def rails_spans(tracer: Any) -> Call:
    """A span of a model's call, by PromptRails' tracer."""

    def call(_: int) -> bool:
        with tracer.span("chat", kind="llm") as span:
            span.set_model("gpt-4o").set_usage(120, 30).set_input(MESSAGES).set_output(MESSAGES)
        return True

    return call


def rails(address: str, folder: str, _: int) -> Call:
    """A span that goes to PromptRails through our outbox."""
    os.environ["PROMPTPORT_OUTBOX_DIR"] = folder
    from promptport.promptrails.tracing import Tracer

    return rails_spans(Tracer(api_key="k", base_url=address))


def promptrails(address: str, _: str, __: int) -> Call:
    """A span that goes to PromptRails through the vendor's own package."""
    from promptrails.tracing import Tracer

    return rails_spans(Tracer(api_key="k", base_url=address))


LIBRARIES: dict[str, Callable[[str, str, int], Call]] = {
    "promptport": ours, "langfuse": langfuse, "posthog": posthog, "xr2-sdk": blocking,
    "promptport.promptic": promptic, "promptic-sdk": promptic_sdk,
    "promptport.promptrails": rails, "promptrails": promptrails,
}  # fmt: skip


def main(library: str, address: str, folder: str, load: dict[str, Any]) -> dict[str, float]:
    """Measure; answers the percentiles, and how many events were not accepted."""
    logging.disable()  # what a library says of a backend that is away goes to no terminal here
    ahead, count = load["ahead"], load["count"]
    if load["disk_full"]:
        os.posix_fallocate = _no_room
    call = LIBRARIES[library](address, folder, 1 + ahead + count)
    if load["backend"] in ("hung", "gone"):
        urlopen(Request(f"{address}/{load['backend']}", method="POST"), timeout=5).close()
    began = perf_counter()
    call(0)
    first = perf_counter() - began
    for number in range(1, 1 + ahead):
        call(number)
    sleep(0.3)  # until its worker is at work
    if load["spinning"]:
        Thread(target=_spin, daemon=True).start()
    times, refused = list[float](), 0
    for number in range(1 + ahead, 1 + ahead + count):
        if load["paced"]:
            sleep(0.001)
        began = perf_counter()
        taken = call(number)
        times.append(perf_counter() - began)
        refused += taken is None
    times.sort()
    return {
        "p50": times[len(times) // 2], "p99": times[len(times) * 99 // 100], "first": first, "refused": refused,
    }  # fmt: skip


def _no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _spin() -> None:
    while True:
        sum(range(100))


if __name__ == "__main__":
    _, name, at, spool, given = sys.argv
    print(json.dumps(main(name, at, spool, json.loads(given))), flush=True)
    os._exit(0)  # what waits is not delivered: only the calls were to be measured
