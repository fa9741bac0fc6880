"""What is kept in memory: 1,000 prompts, and (D12) 25,000 events of 2 KB that wait for a backend which never answers.

More of these would not all be taken: 64 MiB of an account may wait on disk. D12 itself, of 120,000, is measured where that
limit is raised (`tests/promises/test_spool.py`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.rivals import environment

from .event_server import running as running_events
from .measure import OURS, Row, Samples, beside, few, processes
from .server import running

PROMPTS, EVENTS, ROUNDS = 1_000, 25_000, 3
VALUES = "customer_name='Alice', language='en'"
COUNTED = f"""
import gc, tracemalloc
fetch("first")
tracemalloc.start()
for number in range({PROMPTS}):
    fetch(f"prompt-{{number}}")
gc.collect()
done(tracemalloc.get_traced_memory()[0])
"""
PROGRAM = f"""
import promptport
client = promptport.Client("xr2", api_key="k", base_url=XR2, disk=False, ttl=86_400)
def fetch(name):
    prompt = client.get(name)
    prompt.render({VALUES})
    return prompt
{COUNTED}
assert fetch("prompt-0").origin.source == "cache"
client.close()
"""
LANGFUSE = f"""
import os
os.environ["OTEL_SDK_DISABLED"] = "true"  # of langfuse only its prompts are measured
from langfuse import Langfuse
client = Langfuse(public_key="pk-lf-1", secret_key="sk-lf-1", base_url=LANGFUSE, tracing_enabled=False)
def fetch(name):
    return client.get_prompt(name, cache_ttl_seconds=86_400).compile({VALUES})
{COUNTED}
client.shutdown()
"""
WAITING = Path(__file__).with_name("waiting.py")
QUEUED = (OURS, "langfuse", "posthog")


def rows(share: float) -> Iterator[Row]:
    """Measure each in a process of its own; a share of the rounds."""
    with running() as xr2, running("langfuse") as langfuse:
        programs, names = {OURS: PROGRAM, "langfuse": LANGFUSE}, {"XR2": xr2, "LANGFUSE": langfuse}
        found = processes(programs, few(ROUNDS, share), names)
    yield from beside("-", f"memory: {PROMPTS:,} prompts that are kept, rendered once", found["peak"], unit="B")
    grown: Samples = {library: [] for library in QUEUED}
    refused: Samples = {library: [] for library in QUEUED}
    for _ in range(few(ROUNDS, share)):
        for library in QUEUED:
            bytes_, not_taken = waiting(library)
            grown[library].append(bytes_)
            refused[library].append(not_taken)
    yield from beside("D12", f"memory: {EVENTS:,} events of 2 KB that wait", grown, unit="B", most=6 * 2**20)
    yield from beside("D12", f"of {EVENTS:,} events of 2 KB, not taken", refused, unit="", most=0)


def waiting(library: str) -> tuple[float, float]:
    """By how many bytes a process grows, and how many events its library has not taken."""
    outer = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    options, environ = ((), outer) if library == OURS else (("-S",), outer | environment(library))
    with running_events() as address, tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, *options, str(WAITING), library, address, folder, str(EVENTS)],
            env=environ, cwd=WAITING.parents[1], stdout=subprocess.PIPE, text=True, check=True, timeout=300,
        )  # fmt: skip
    grown, refused = json.loads(done.stdout)
    return grown, refused
