"""F6: what importing costs, and importing with the first client together (F8 for asyncio), beside the vendor's package."""

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
# Other vendors' packages: what is imported, and what builds a client.
OTHERS = {"promptrails": "PromptRails(api_key='k')", "promptic_sdk": "PrompticClient(api_key='k')"}
OURS = {"promptrails": "promptport.promptrails", "promptic_sdk": "promptport.promptic"}


def rows() -> Iterator[Row]:
    """Measure in interpreters of their own."""
    times = {name: time * 1e3 for name, time in fresh(STATEMENTS).items()}
    for name, most in (("promptport", 3.0), ("promptport.xr2", 5.0)):
        more = times[name] - times["nothing"]
        beside = f"xr2_sdk {times['xr2_sdk']:.1f} ms"
        yield Row("F6", f"import {name}, over bare Python", f"{more:.2f} ms", beside, more, most)
    for promise, name, bound in (("F6", "client", 0.6), ("F8", "asyncio client", 0.9)):
        ours, theirs = times[f"our {name}"], times[f"their {name}"]
        yield Row(
            promise, f"import and first {name}", f"{ours:.0f} ms", f"xr2-sdk {theirs:.0f} ms", ours / theirs, bound
        )
    yield from others()


def others() -> Iterator[Row]:
    """What importing costs, and the first client, beside the other vendors that have a package."""
    statements = {"nothing": "pass"}
    for package, build in OTHERS.items():
        for name in (package, OURS[package]):
            statements[name] = f"import {name}"
            statements[f"{name}()"] = f"from {name} import {build.partition('(')[0]} as C; C({build.partition('(')[2]}"
    times = {name: time * 1e3 for name, time in fresh(statements).items()}
    for package, ours in OURS.items():
        more, theirs = times[ours] - times["nothing"], times[package] - times["nothing"]
        yield Row("F6", f"import {ours}, over bare Python", f"{more:.2f} ms", f"{package} {theirs:.0f} ms", more, 5.0)
        more, theirs = times[f"{ours}()"], times[f"{package}()"]
        yield Row("F6", "and the first client", f"{more:.0f} ms", f"{package} {theirs:.0f} ms", more / theirs)
