"""`promptport demo`: six lines of code, each shown with what it did, against a local platform."""

from __future__ import annotations

import os
from importlib import import_module
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from .terminal import failing

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from promptport_local import Server

PURCHASE = """\
client.track(
    rendered, "purchase_completed",
    value=99.99, currency="USD", metadata={"order_id": "order_67890"},
)"""

# What is shown is what runs.
STEPS = (
    (
        "Connect, with the key of the documents",
        'client = promptport.Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=platform)',
    ),
    ("Fetch the version in production", 'prompt = client.get("welcome")'),
    ("Put values in", 'rendered = prompt.render(customer_name="Alice", language="en")'),
    ("Report what happened", 'client.track(rendered, "sign_up", user_id="user_123")'),
    ("And what it was worth", PURCHASE),
    ("It is kept on disk, and goes out by itself. To wait for it", "books = client.flush()"),
)


def demo() -> None:
    """Fetch, render and track a prompt, step by step. It runs against a local platform."""
    with failing("demo"):
        show()


def show(console: Console | None = None) -> None:
    """Run the demo.

    Args:
        console: Where it is shown; the terminal where None.
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.rule import Rule
    from rich.syntax import Syntax

    from promptport_local import Server

    console = console or Console()
    with TemporaryDirectory() as folder, Server() as server:
        os.environ.update(PROMPTPORT_CACHE_DIR=folder, PROMPTPORT_OUTBOX_DIR=folder)  # so that it leaves nothing behind
        names: dict[str, Any] = {"promptport": import_module("promptport"), "platform": server.url("xr2")}
        console.print(
            f"A local platform runs at [bold]{server.url()}[/] for as long as this takes. No account, no network."
        )
        for number, (title, code) in enumerate(STEPS, 1):
            console.print(Rule(f"{number}  {title}", align="left"))
            console.print(Syntax(code, "python", background_color="default", word_wrap=True))
            exec(compile(code, "<demo>", "exec"), names)
            console.print(escape(f"→ {_outcome(number, names)}"), style="green")
        names["client"].close()
        console.print(Rule("What the platform holds now", align="left"))
        console.print(_events(server))
        sent = ", ".join(f"{each.method} {each.path} → {each.status}" for each in server.requests)
        console.print(f"[dim]{len(server.requests)} requests went over the wire: {escape(sent)}[/]")
    console.print("Next: [bold]promptport serve[/] keeps a platform running; `base_url` is all that your code changes.")


def _outcome(number: int, names: dict[str, Any]) -> str:
    if number in (2, 3):
        found = names["prompt" if number == 2 else "rendered"]
        return "\n  ".join((repr(found), *(f"{each.role}: {each.content}" for each in found.messages)))
    if number in (4, 5):
        return "accepted"
    return repr(names["client"] if number == 1 else names["books"])


def _events(server: Server) -> Table:
    from rich.table import Table

    table = Table("event", "user", "value", "metadata", "event id")
    for event in server.backend("xr2").events:
        value = "" if event["value"] is None else f"{event['value']} {event['currency'] or ''}"
        table.add_row(
            event["event_name"], event["user_id"] or "", value, str(event["metadata"] or ""), event["event_id"]
        )
    return table
