"""`promptport track`: tells a platform what came of a prompt."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ..files.json_text import NoJson, read_json
from .asked import VersionOption, asked
from .terminal import Format, FormatOption, SourceOption, emit, fail, failing, many, open_client

ASIDE = "it was set aside, for the reason above; `promptport events list` shows it."


def track(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="What happened, such as sign_up.", show_default=False)],
    prompt: Annotated[
        str | None, typer.Option(metavar="NAME", help="What it came of: a prompt, in a trace of its own.")
    ] = None,
    version: VersionOption = None,
    trace: Annotated[
        str | None,
        typer.Option(metavar="ID", help="What it came of: a trace, as `promptport render --format json` tells it."),
    ] = None,
    user: Annotated[str | None, typer.Option("--user", metavar="ID", help="Whom it is about.")] = None,
    session: Annotated[str | None, typer.Option("--session", metavar="ID", help="The session it belongs to.")] = None,
    value: Annotated[float | None, typer.Option(help="An amount, such as revenue.")] = None,
    currency: Annotated[str | None, typer.Option(help="The amount's currency, such as USD.")] = None,
    metadata: Annotated[str | None, typer.Option(metavar="JSON", help="What else there is to say, an object.")] = None,
    timeout: Annotated[float, typer.Option(min=0.0, help="Seconds to wait for the platform at the most.")] = 10.0,
    source: SourceOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Report what happened to what came of a prompt. It is kept until it is delivered, if need be by the next process."""
    if (prompt is None) == (trace is None):
        raise typer.BadParameter("Give --prompt NAME or --trace ID: what the event came of.", param_hint="EVENT")
    more = _object(metadata)
    with failing("track"), open_client(source) as client:
        # What was rendered is somebody else's: of the prompt its name and version alone are told.
        what = trace or asked(client, prompt or "", version, None).options(strict=False).render()
        receipt = client.track(
            what, event, user_id=user, session_id=session, value=value, currency=currency, metadata=more
        )
        books = client.flush(timeout)
        failed = receipt.id is None or bool(books.aside)
        if format == Format.json:
            emit({"id": receipt.id, **books._asdict()})
        elif not failed:
            typer.echo(_outcome(books))
        if failed:
            fail("track", ASIDE if books.aside else f"it was not accepted: {', '.join(books.dropped)}.")


def _object(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    try:
        found = read_json(text)
    except NoJson:
        found = None
    if not isinstance(found, dict):
        raise typer.BadParameter("must be a JSON object, such as '{\"order_id\": 7}'.", param_hint="'--metadata'")
    return found


def _outcome(books: Any) -> str:
    """What has become of it, and of what earlier processes had left."""
    said = f"{many(books.delivered, 'event')} delivered"
    if books.waiting:
        said += f", {books.waiting:,} waiting: the next process delivers them, or `promptport events retry --now`"
    return said
