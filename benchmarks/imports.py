"""F6: what importing costs, and importing with the first client together, beside the vendor's package."""

from __future__ import annotations

from collections.abc import Iterator

from .measure import Row, fresh

STATEMENTS = {
    "nothing": "pass",
    "promptport": "import promptport",
    "promptport.xr2": "import promptport.xr2",
    "xr2_sdk": "import xr2_sdk",
    "our client": "from promptport.xr2.client import xR2Client; xR2Client(api_key='k')",
    "our asyncio client": "from promptport.xr2.client import AsyncxR2Client; AsyncxR2Client(api_key='k')",
    "their client": "from xr2_sdk.client import xR2Client; xR2Client(api_key='k')",
    "their asyncio client": "from xr2_sdk.client import AsyncxR2Client; AsyncxR2Client(api_key='k')",
}


def rows() -> Iterator[Row]:
    """Measure in interpreters of their own."""
    times = {name: time * 1e3 for name, time in fresh(STATEMENTS).items()}
    for name, most in (("promptport", 3.0), ("promptport.xr2", 5.0)):
        more = times[name] - times["nothing"]
        beside = f"xr2_sdk {times['xr2_sdk']:.1f} ms"
        yield Row("F6", f"import {name}, over bare Python", f"{more:.2f} ms", beside, more, most)
    limits: dict[str, float | None] = {"client": 0.6, "asyncio client": None}
    for name, bound in limits.items():
        ours, theirs = times[f"our {name}"], times[f"their {name}"]
        yield Row("F6", f"import and first {name}", f"{ours:.0f} ms", f"xr2-sdk {theirs:.0f} ms", ours / theirs, bound)
