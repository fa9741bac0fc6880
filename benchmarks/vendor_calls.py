"""F1 and F2 of PromptRails and Promptic: a call of each drop-in client, beside that of the vendor's newest package."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from promptic_sdk import AsyncPrompticClient as TheirAsyncPromptic
from promptic_sdk import PrompticClient as TheirPromptic
from promptrails import AsyncPromptRails as TheirAsyncRails
from promptrails import PromptRails as TheirRails

from promptport.promptic import AsyncPrompticClient, PrompticClient
from promptport.promptrails import AsyncPromptRails, PromptRails

from .calls import seconds_in_turn
from .measure import OURS, Row, Samples, beside, few, in_turn
from .server import running

IN_FLIGHT = (1, 20, 100)
RAILS, PROMPTIC = "promptrails", "promptic-sdk"


def rows(share: float) -> Iterator[Row]:
    """Measure blocking calls, then asyncio calls; a share of the rounds."""
    with running("promptrails") as rails, running("promptic") as promptic:
        for rival, found in blocking(rails, promptic, few(201, share)).items():
            yield from beside("F1", f"a blocking call, beside {rival}", found)
        for what, found in asyncio.run(concurrent(rails, promptic, few(7, share))).items():
            yield from beside("F2", what, found)


def blocking(rails: str, promptic: str, rounds: int) -> dict[str, Samples]:
    """The seconds of a blocking call, by the rival."""
    with (
        PromptRails("k", base_url=rails) as ours,
        TheirRails(api_key="k", base_url=rails) as theirs,
        PrompticClient("k", endpoint=promptic) as our_promptic,
        TheirPromptic(api_key="k", endpoint=promptic) as their_promptic,
    ):
        pairs: dict[str, dict[str, Callable[[], object]]] = {
            RAILS: {
                OURS: lambda: ours.prompts.get("p").name,
                RAILS: lambda: theirs.prompts.get("p").name,
            },
            PROMPTIC: {
                OURS: lambda: our_promptic.get_component("c")["name"],
                PROMPTIC: lambda: their_promptic.get_component("c")["name"],
            },
        }
        for calls in pairs.values():
            assert len({call() for call in calls.values()}) == 1
        return {rival: in_turn(calls, rounds, seconds=0.005) for rival, calls in pairs.items()}


async def concurrent(rails: str, promptic: str, rounds: int) -> dict[str, Samples]:
    """The seconds of an asyncio call, by what it is."""
    async with (
        AsyncPromptRails("k", base_url=rails) as ours,
        TheirAsyncRails(api_key="k", base_url=rails) as theirs,
        AsyncPrompticClient("k", endpoint=promptic) as our_promptic,
        TheirAsyncPromptic(api_key="k", endpoint=promptic) as their_promptic,
    ):
        pairs: dict[str, dict[str, Callable[[], Awaitable[object]]]] = {
            RAILS: {OURS: lambda: ours.prompts.get("p"), RAILS: lambda: theirs.prompts.get("p")},
            PROMPTIC: {
                OURS: lambda: our_promptic.get_component("c"),
                PROMPTIC: lambda: their_promptic.get_component("c"),
            },
        }
        return {
            f"an asyncio call, {many} in flight, beside {rival}": await seconds_in_turn(calls, many, rounds)
            for rival, calls in pairs.items()
            for many in IN_FLIGHT
        }
