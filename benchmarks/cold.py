"""F8: cold start, a new process to its first rendered prompt, beside other clients against a server of the same bytes."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from tempfile import TemporaryDirectory
from time import monotonic

from .measure import Row
from .server import running

ROUNDS = 15
VALUES = "customer_name='Alice', language='en'"
OURS = f"""
import os, promptport
with promptport.Client("xr2", api_key="k", base_url=OURS, disk=DISK) as client:
    text = client.get("welcome").render({VALUES}).text
    done()
"""
OURS_ASYNCIO = f"""
import asyncio, os, promptport
async def main():
    async with promptport.AsyncClient("xr2", api_key="k", base_url=OURS, disk=DISK) as client:
        text = (await client.get("welcome")).render({VALUES}).text
        done()
asyncio.run(main())
"""
LANGFUSE = f"""
import os
os.environ["OTEL_SDK_DISABLED"] = "true"  # of langfuse only its prompts are measured
from langfuse import Langfuse
client = Langfuse(public_key="pk-lf-1", secret_key="sk-lf-1", base_url=THEIRS, tracing_enabled=False)
text = client.get_prompt("welcome").compile({VALUES})
done()
client.shutdown()
"""
XR2_SDK = """
from xr2_sdk.client import xR2Client
client = xR2Client(api_key="k", base_url=OURS)
text = client.get_prompt(slug="welcome").data.render({"customer_name": "Alice", "language": "en"}).user_prompt
done()
client._session.close()
"""
EMPTY, FILLED = 'FOLDER + "/" + str(os.getpid())', 'FOLDER + "/filled"'
PROGRAMS = {
    "blocking": OURS.replace("DISK", EMPTY),
    "asyncio": OURS_ASYNCIO.replace("DISK", EMPTY),
    "blocking, from disk": OURS.replace("DISK", FILLED),
    "asyncio, from disk": OURS_ASYNCIO.replace("DISK", FILLED),
    "langfuse": LANGFUSE,
    "xr2-sdk": XR2_SDK,
}
LIMITS = {"blocking": 0.3, "asyncio": 0.6}


def rows() -> Iterator[Row]:
    """Measure in processes of their own, in turn."""
    with running() as ours, running("langfuse") as theirs, TemporaryDirectory() as folder:
        times = cold(PROGRAMS, {"OURS": ours, "THEIRS": theirs, "FOLDER": folder})
    milliseconds = {name: time * 1e3 for name, time in times.items()}
    for name in PROGRAMS:
        if name in ("langfuse", "xr2-sdk"):
            continue
        for rival in ("langfuse", "xr2-sdk"):
            here, there = milliseconds[name], milliseconds[rival]
            limit = LIMITS.get(name) if rival == "langfuse" else None
            yield Row("F8", f"first prompt, {name}", f"{here:.0f} ms", f"{rival} {there:.0f} ms", here / there, limit)


def cold(programs: Mapping[str, str], names: Mapping[str, str], rounds: int = ROUNDS) -> dict[str, float]:
    """The median seconds from the start of a process to where it calls `done`, measured in alternating rounds.

    Args:
        programs: What is measured, by name.
        names: What they know, by name.
        rounds: How many rounds; one more comes first, in which everything is compiled and kept.
    """
    given = "".join(f"{name} = {value!r}\n" for name, value in names.items())
    found: dict[str, list[float]] = {name: [] for name in programs}
    for at in range(rounds + 1):
        for name, program in programs.items():
            code = f"{given}import time\ndef done(): print(time.monotonic(), flush=True)\n{program}"
            began = monotonic()  # the same clock in all processes
            ended = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
            if at:
                found[name].append(float(ended.stdout) - began)
    return {name: statistics.median(each) for name, each in found.items()}
