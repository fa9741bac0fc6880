"""`promptport diff`: how the files of a folder and a platform have drifted apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .asked import LabelOption
from .terminal import Format, FormatOption, SourceOption, emit, failing, many, open_client, shown
from .transfer_view import NamesArgument, watching

if TYPE_CHECKING:
    from ..transfer import Comparison, Difference

STATES = {
    "edited": "edited here",
    "changed": "changed there",
    "conflict": "changed on both sides",
    "deleted": "its file is not there",
    "gone": "no longer there",
    "new": "new here",
    "versions": "one of several versions",
    "malformed": "its file is malformed",
    "failed": "the platform gives no good answer",
}


def diff(
    names: NamesArgument = None,
    source: SourceOption = None,
    folder: Annotated[Path, typer.Option("--from", metavar="DIR", help="The folder of the files.")] = Path("prompts"),
    label: LabelOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Compare files with the prompts of a platform.

    The platform's words are on the left, the file's on the right. Exit code 1 where they differ. Prompts of the platform that
    were never pulled are named, and are no difference.
    """
    with failing("diff"):
        from ..transfer import diff as compare

        with open_client(source, disk=False, bundle=False) as client:
            found = compare(client, folder, names or (), label=label, watch=watching("Comparing"))
            platform = client.platform.name
        drifted = [each for each in found.differences if each.drifted]
        if format is Format.json:
            emit(_data(found, folder, platform))
        else:
            for each in drifted:
                _show(each, platform)
            if found.elsewhere:
                typer.echo(f"not pulled: {shown(', '.join(found.elsewhere))}")
            typer.echo(
                f"{len(drifted)} of {many(len(found.differences), 'prompt')} differ" if drifted else "no difference"
            )
        if drifted:
            raise typer.Exit(1)


def _show(difference: Difference, platform: str) -> None:
    from .diff_view import show

    version = "" if difference.version is None else f" version {difference.version}"
    typer.echo(f"{shown(difference.name)}: {STATES[difference.state]} ({shown(platform)}{shown(version)})")
    for line in difference.text.splitlines():
        typer.echo(f"  {shown(line)}")
    if difference.here and difference.there:
        show(difference.there, difference.here)


def _data(found: Comparison, folder: Path, platform: str) -> dict[str, object]:
    prompts = [{**each._asdict(), "drifted": each.drifted} for each in found.differences]
    return {"folder": str(folder), "platform": platform, "prompts": prompts, "elsewhere": list(found.elsewhere)}
