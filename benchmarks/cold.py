"""F8: cold start, a new process to its first rendered prompt, beside other clients against a server of the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryDirectory

from .measure import OURS, Row, beside, few, over, processes
from .server import running

ROUNDS = 11
VALUES = "customer_name='Alice', language='en'"
PROGRAM = f"""
import os, promptport
with promptport.Client("xr2", api_key="k", base_url=XR2, disk=DISK) as client:
    text = client.get("welcome").render({VALUES}).text
    done()
"""
PROGRAM_ASYNCIO = f"""
import asyncio, os, promptport
async def main():
    async with promptport.AsyncClient("xr2", api_key="k", base_url=XR2, disk=DISK) as client:
        text = (await client.get("welcome")).render({VALUES}).text
        done()
asyncio.run(main())
"""
LANGFUSE = f"""
import os
os.environ["OTEL_SDK_DISABLED"] = "true"  # of langfuse only its prompts are measured
from langfuse import Langfuse
client = Langfuse(public_key="pk-lf-1", secret_key="sk-lf-1", base_url=LANGFUSE, tracing_enabled=False)
text = client.get_prompt("welcome").compile({VALUES})
done()
client.shutdown()
"""
XR2_SDK = """
from xr2_sdk.client import xR2Client
client = xR2Client(api_key="k", base_url=XR2)
text = client.get_prompt(slug="welcome").data.render({"customer_name": "Alice", "language": "en"}).user_prompt
done()
client._session.close()
"""
# These render nothing on the client, so that it is their first answer.
RAILS = "from {} import PromptRails\nname = PromptRails(api_key='k', base_url=RAILS).prompts.get('p').name\ndone()"
PROMPTIC = (
    "from {} import PrompticClient\nPrompticClient(api_key='k', endpoint=PROMPTIC).get_component('c')['name']\ndone()"
)
EMPTY, FILLED = 'FOLDER + "/" + str(os.getpid())', 'FOLDER + "/filled"'
WORLDS = {
    "blocking": PROGRAM.replace("DISK", EMPTY),
    "asyncio": PROGRAM_ASYNCIO.replace("DISK", EMPTY),
    "blocking, from disk": PROGRAM.replace("DISK", FILLED),
    "asyncio, from disk": PROGRAM_ASYNCIO.replace("DISK", FILLED),
}
RIVALS = {"langfuse": LANGFUSE, "xr2-sdk": XR2_SDK}
LIMITS = {"blocking": 0.3, "asyncio": 0.6}  # of langfuse's
VENDORS = {
    "promptrails": (RAILS.format("promptport.promptrails"), RAILS.format("promptrails")),
    "promptic-sdk": (PROMPTIC.format("promptport.promptic"), PROMPTIC.format("promptic_sdk")),
}


def rows(share: float) -> Iterator[Row]:
    """Measure in processes of their own, in turn; a share of the rounds."""
    programs = {"nothing": "done()", **WORLDS, **RIVALS}
    for rival, (ours, theirs) in VENDORS.items():
        programs |= {f"{rival} ours": ours, rival: theirs}
    with (
        running() as xr2,
        running("langfuse") as langfuse,
        running("promptrails") as rails,
        running("promptic") as promptic,
        TemporaryDirectory() as folder,
    ):
        names = {"XR2": xr2, "LANGFUSE": langfuse, "RAILS": rails, "PROMPTIC": promptic, "FOLDER": folder}
        found = processes(programs, few(ROUNDS, share), names)
    for world in WORLDS:
        limit = {"langfuse": LIMITS[world]} if world in LIMITS else None
        compared = {OURS: world} | {rival: rival for rival in RIVALS}
        what = f"first prompt, {world}"
        yield from beside("F8", what, over(found["since start"], compared), limit)
        yield from beside("F8", f"memory: {what}, over bare Python", over(found["peak"], compared, "nothing"), unit="B")
    for rival in VENDORS:
        compared = {OURS: f"{rival} ours", rival: rival}
        yield from beside("F8", f"first answer, as {rival} gives it", over(found["since start"], compared))
