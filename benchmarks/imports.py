"""F6: what importing costs, and importing with the first client together (F8 for asyncio), beside every vendor's package."""

from __future__ import annotations

from collections.abc import Iterator

from .measure import OURS, Row, beside, few, over, processes

ROUNDS = 11
NOTHING = "nothing"
IMPORTED = ("promptport", "promptport.xr2", "xr2_sdk", "promptrails", "promptic_sdk", "langfuse", "openai")
MOST = {"promptport": 3e-3, "promptport.xr2": 5e-3}
# What builds a client: ours, and that of the package which it is beside.
CLIENTS = {
    "xr2-sdk": (
        "from promptport.xr2.client import xR2Client as C; C(api_key='k')",
        "from xr2_sdk.client import xR2Client as C; C(api_key='k')",
    ),
    "promptrails": (
        "from promptport.promptrails import PromptRails as C; C(api_key='k')",
        "from promptrails import PromptRails as C; C(api_key='k')",
    ),
    "promptic-sdk": (
        "from promptport.promptic import PrompticClient as C; C(api_key='k')",
        "from promptic_sdk import PrompticClient as C; C(api_key='k')",
    ),
}
ASYNCIO = {"xr2-sdk": "AsyncxR2Client", "promptrails": "AsyncPromptRails", "promptic-sdk": "AsyncPrompticClient"}


def rows(share: float) -> Iterator[Row]:
    """Measure in interpreters of their own; a share of the rounds."""
    programs = {NOTHING: "pass"} | {name: f"import {name}" for name in IMPORTED}
    for rival, (ours, theirs) in CLIENTS.items():
        for world in ("blocking", "asyncio"):
            for whose, program in (("ours", ours), ("theirs", theirs)):
                client = program.partition(" as ")[0].rpartition(" ")[2]
                changed = program.replace(client, ASYNCIO[rival]) if world == "asyncio" else program
                programs[f"{rival} {world} {whose}"] = changed
    found = processes({name: f"{program}\ndone()" for name, program in programs.items()}, few(ROUNDS, share))
    for name, most in MOST.items():
        names = {OURS: name} | {each.replace("_", "-"): each for each in IMPORTED if each not in MOST}
        yield from beside("F6", f"import {name}, over bare Python", over(found["seconds"], names, NOTHING), most=most)
    for rival in CLIENTS:
        limits = {"xr2-sdk": {"blocking": 0.6, "asyncio": 0.9}}.get(rival, {})
        for world, promise in (("blocking", "F6"), ("asyncio", "F8")):
            names = {OURS: f"{rival} {world} ours", rival: f"{rival} {world} theirs"}
            what = f"import and first {world} client, as {rival} has it"
            limit = {rival: limits[world]} if limits else None
            yield from beside(promise, what, over(found["seconds"], names), limit)
            yield from beside(
                promise, f"memory: {what}, over bare Python", over(found["peak"], names, NOTHING), unit="B"
            )
