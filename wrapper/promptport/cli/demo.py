"""`promptport demo`: five lines of code, each shown with what it did, against a local platform."""

from __future__ import annotations

import io
import sys
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.rule import Rule
from rich.syntax import Syntax
from rich.table import Table

from promptport_local import Server

from .. import xr2

EVENT = """\
client.track_event(
    trace_id=rendered.trace_id, event_name="sign_up", user_id="user_123",
).unwrap()"""
PURCHASE = """\
client.track_event(
    trace_id=rendered.trace_id, event_name="purchase_completed",
    value=99.99, currency="USD", metadata={"order_id": "order_67890"},
).unwrap()"""

# What is shown is what runs.
STEPS = (
    ("Connect, with the key of the documents", 'client = xr2.xR2Client("YOUR_PRODUCT_API_KEY", base_url=platform)'),
    ("Fetch the version in production", 'prompt = client.get_prompt(slug="welcome").unwrap()'),
    ("Put values in", 'rendered = prompt.render({"customer_name": "Alice", "language": "en"})'),
    ("Report what happened", EVENT),
    ("And what it was worth", PURCHASE),
)


def show(console: Console | None = None) -> None:
    """Run the demo.

    Args:
        console: Where it is shown; the terminal where None.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every terminal has arrows
    console = console or Console()
    with Server() as server:
        names: dict[str, Any] = {"xr2": xr2, "platform": server.url("xr2")}
        console.print(
            f"A local platform runs at [bold]{server.url()}[/] for as long as this takes. No account, no network."
        )
        for number, (title, code) in enumerate(STEPS, 1):
            console.print(Rule(f"{number}  {title}", align="left"))
            console.print(Syntax(code, "python", background_color="default", word_wrap=True))
            exec(compile(code, "<demo>", "exec"), names)
            console.print(_outcome(number, names), style="green")
        names["client"].close()
        console.print(Rule("What the platform holds now", align="left"))
        console.print(_events(server))
        sent = ", ".join(f"{each.method} {each.path} → {each.status}" for each in server.requests)
        console.print(f"[dim]{len(server.requests)} requests went over the wire: {escape(sent)}[/]")
    console.print("Next: [bold]promptport serve[/] keeps a platform running; `base_url` is all that your code changes.")


def _outcome(number: int, names: dict[str, Any]) -> str:
    if number == 1:
        return escape(f"→ {names['client']!r}")
    if number == 2:
        prompt = names["prompt"]
        return escape(f"→ {prompt.slug}, version {prompt.version_number}, {prompt.status}\n  {prompt.user_prompt}")
    if number == 3:
        rendered = names["rendered"]
        return escape(f"→ system: {rendered.system_prompt}\n  user:   {rendered.user_prompt}")
    return "→ recorded"


def _events(server: Server) -> Table:
    table = Table("event", "user", "value", "metadata", "event id")
    for event in server.backend("xr2").events:
        value = "" if event["value"] is None else f"{event['value']} {event['currency'] or ''}"
        table.add_row(
            event["event_name"], event["user_id"] or "", value, str(event["metadata"] or ""), event["event_id"]
        )
    return table
