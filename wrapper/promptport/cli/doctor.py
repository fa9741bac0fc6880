"""`promptport doctor`: what is configured here, from where, whether it works, and what to do about what doesn't."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from .terminal import Format, FormatOption, emit, failing, progress

if TYPE_CHECKING:
    from ..project.file import Project
    from .doctor_report import Finding

NOTHING = (
    "No platform is configured: set the key of one, such as XR2_API_KEY, or name a folder of prompt files, as in "
    "`promptport doctor files:./prompts`. `promptport demo` needs neither."
)


def doctor(
    source: Annotated[
        str | None, typer.Argument(metavar="[SOURCE]", help="One source alone, such as xr2.", show_default=False)
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a platform may take to answer.")] = 5.0,
    format: FormatOption = Format.text,
) -> None:
    """Say what is configured, whether it works, and what to do. Keys are never shown."""
    with failing("doctor"):
        findings = _found(source, timeout)
        if format == Format.json:
            emit(
                {"ok": all(each.mark != "bad" for each in findings), "findings": [each.as_data() for each in findings]}
            )
        else:
            from .doctor_report import lines_of

            for each in lines_of(findings):
                typer.echo(each)
        if any(each.mark == "bad" for each in findings):
            raise typer.Exit(1)


def _found(source: str | None, timeout: float) -> list[Finding]:
    from . import doctor_places, doctor_project
    from .log_lines import warnings_hidden

    with warnings_hidden(), progress(None, "Asking"):  # what they say is said below
        about, project = doctor_project.project()
        findings = [doctor_project.program(), about]
        if about.state != doctor_project.UNUSABLE:  # else no client can be built here, whatever its platform is
            findings += _platforms(source, project, timeout)
        return [*findings, doctor_places.cache(), doctor_places.outbox(), doctor_places.extras()]


def _platforms(source: str | None, project: Project | None, timeout: float) -> list[Finding]:
    from . import doctor_platforms
    from .doctor_report import Finding

    used, origin = source, "the argument"
    if used is None and (used := os.environ.get("PROMPTPORT_SOURCE") or None):
        origin = "the environment variable PROMPTPORT_SOURCE"
    if used is None and project is not None and isinstance(configured := project.table.get("source"), str):
        used, origin = configured, str(project.file)
    subjects = doctor_platforms.subjects(source, used, project)
    found = doctor_platforms.looked_at(subjects, project, timeout)
    if used:
        about = Finding("source", "good", f"{used}, from", origin, data={"source": used, "origin": origin})
    elif any(each.data.get("configured") for each in found):
        about = Finding("source", "none", "none:", "name one to `Client`, or set PROMPTPORT_SOURCE")
    else:
        about = Finding("source", "bad", "none", "", NOTHING)
    return [about, *found]
