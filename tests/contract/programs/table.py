"""Tables of programs as users of a vendor's package write them: one page a platform, which this reads.

A page opens with what comes before every program: a fence `python blocking`, and `python asyncio`, which comes before a
program that awaits on its top level instead. Then each row has a heading and a fence `python`. Between the two may stand

- `Differs: …`: why ours may do something else. The row fails as soon as ours does the same.
- `Raises: NotFoundError`: the exception that ends the program.

and behind it, where no package of the vendor's can say what is right, a fence `text` with what it prints and a fence `json` with
what is in `result` then.

A program knows `URL`, where the platform is, and `platform`, with which it may script answers. What it shows is what it
prints and what it puts into `result`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_MARK = re.compile(r"^(Differs|Raises): (.+)$", re.MULTILINE)


class WrongTable(ValueError):
    """A page is not written as a table of programs is."""


@dataclass(frozen=True)
class Row:
    """One program.

    Attributes:
        name: What it shows.
        page: The file in which it stands.
        line: The line on which its program begins.
        source: The program.
        differs: Why ours may do something else; empty where it may not.
        raises: The name of the exception that ends it; empty where none does.
        result: What is in `result` then; None where nothing is, or where the vendor's package says it.
        printed: The lines that it prints, likewise.
    """

    name: str
    page: Path
    line: int
    source: str
    differs: str = ""
    raises: str = ""
    result: Any = None
    printed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """The programs of one platform.

    Attributes:
        before: What comes before a program that waits, under `blocking`, and before one that awaits, under `asyncio`.
        rows: The programs.
    """

    before: dict[str, str]
    rows: tuple[Row, ...]


def read(platform: str) -> Table:
    """The table of a platform.

    Raises:
        WrongTable: Something in it would be passed over, or two rows have one name.
    """
    page = HERE / f"{platform}.md"
    text = page.read_text("utf-8")
    head, *parts = _HEADING.split(text)
    before = {kind.removeprefix("python "): source for kind, source in _FENCE.findall(head)}
    if sorted(before) != ["asyncio", "blocking"]:
        raise WrongTable(f"{page.name} opens with a fence `python blocking` and a fence `python asyncio`")
    rows, line = [], head.count("\n") + 1
    for name, part in zip(parts[::2], parts[1::2], strict=True):
        rows.append(_row(name.strip(), page, line, part))
        line += part.count("\n")
    if len({row.name for row in rows}) < len(rows):
        raise WrongTable(f"{page.name}: two rows have one name")
    return Table(before, tuple(rows))


def _row(name: str, page: Path, line: int, part: str) -> Row:
    fences = {at[1]: at for at in _FENCE.finditer(part)}
    outside = _FENCE.sub("", part)
    marks = dict(_MARK.findall(outside))
    left = _MARK.sub("", outside).strip()
    if left or "python" not in fences or fences.keys() - {"python", "text", "json"} or "```" in outside:
        raise WrongTable(
            f"{page.name}:{line}: {name!r} has a fence `python`, marks, perhaps `text` and `json`; not {left!r}"
        )
    program = fences["python"]
    return Row(
        name,
        page,
        line + part.count("\n", 0, program.start(2)),
        program[2],
        marks.get("Differs", ""),
        marks.get("Raises", ""),
        json.loads(fences["json"][2]) if "json" in fences else None,
        tuple(fences["text"][2].splitlines()) if "text" in fences else (),
    )
