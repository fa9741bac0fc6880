"""What the picture for the README shows: what others need, as a multiple of what promptport needs in the same run."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .measure import Row

TIMES = "\N{MULTIPLICATION SIGN}"
# A heading, what was measured, and the rivals beside it. What is in promptport's disfavour is here as what is in its favour.
SHOWN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Cold start to the first prompt", "first prompt, blocking", ("langfuse", "xr2-sdk")),
    ("The same with asyncio", "first prompt, asyncio", ("langfuse", "xr2-sdk")),
    ("A cached get", "cached get, with origin", ("langfuse",)),
    ("A cached get and its rendering", "cached get and strict render", ("langfuse",)),
    ("Rendering 2,048 characters", "render, 2,048 characters", ("xr2-sdk", "langfuse", "jinja2, compiled")),
    ("A blocking call", "a blocking call", ("httpx", "xr2-sdk")),
    ("An asyncio call, 20 in flight", "an asyncio call, 20 in flight", ("httpx", "xr2-sdk", "aiohttp")),
    ("Reading a page of 10,000 records", "a page of 10,000 traces", ("promptrails",)),
    ("Reporting an event, median", "burst, backend well, p50", ("posthog", "langfuse")),
    ("Memory: 1,000 cached prompts", "memory: 1,000 prompts that are kept, rendered once", ("langfuse",)),
    ("Memory: events that wait", "memory: 25,000 events of 2 KB that wait", ("langfuse", "posthog")),
    ("Requests of 64 threads for one prompt", "requests of 64 threads", ("langfuse",)),
    ("Of 1,000 events, lost by kill -9", "of 1,000 events, lost by SIGKILL in an outage", ("langfuse", "posthog")),
)


class Bar(NamedTuple):
    """A bar of the picture.

    Attributes:
        heading: What was measured; empty where the bar above has it already.
        rival: Whose the bar is.
        times: How many times ours the rival's figure is; infinite where ours is nothing.
        low: The first quartile of that.
        high: The third quartile.
        said: What stands at its end.
    """

    heading: str
    rival: str
    times: float
    low: float
    high: float
    said: str


def bars(rows: Sequence[Row]) -> Iterator[Bar]:
    """The bars, from top to bottom.

    Raises:
        KeyError: Something that is shown was not measured.
    """
    found = {(row.what, row.rival): row for row in rows}
    for heading, what, rivals in SHOWN:
        for rival in rivals:
            ratio = found[what, rival].ratio
            times, low, high = (_through(each) for each in (ratio.median, ratio.high, ratio.low))
            nothing = f"{found[what, rival].theirs.median:,.0f} against 0"
            said = nothing if math.isinf(times) else f"{_rounded(times)}{TIMES}"
            yield Bar(heading if rival == rivals[0] else "", rival, times, low, high, said)


def _through(ratio: float) -> float:
    return 1 / ratio if ratio else math.inf


def _rounded(times: float) -> str:
    return f"{times:,.0f}" if times >= 9.95 else f"{times:.1f}" if times >= 0.995 else f"{times:.2f}"
