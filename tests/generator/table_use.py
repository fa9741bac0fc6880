"""The rows that are generated rightly as programs: what a type checker must pass or object to, and what then is run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from promptport.http.options import Options
from promptport.http.retry import Policy
from promptport.http.schemes import SchemeRules
from promptport.model import Scheme

from .echo import Echo
from .rows import Row

HEAD = """\
# mypy must object to the lines that end in `# wrong`, and to no other.
import io
import pathlib
from datetime import UTC, date, datetime

from promptport_api.{package} import models
from promptport_api.{package}.client import SCHEMES, Client

_ = (UTC, date, datetime, io, pathlib, models, SCHEMES)
"""


def program(package: str, some: list[Row]) -> str:
    """What uses a package: a function for each row that calls and reads, and one that is wrong and never called."""
    parts = [HEAD.format(package=package)]
    for row in some:
        parts.append(f"\n\ndef {row.slug}(client: Client) -> None:\n")
        answers = "" if row.about.get("nothing") else "answer = "
        parts += [f"    {answers}client.{row.about.get('call', f'things.{row.slug}()')}\n"]
        parts += [f"    assert {each}, answer\n" for each in row.about.get("reads", ())]
        if row.about.get("wrong"):
            parts.append(f"\n\ndef wrong_{row.slug}(client: Client) -> None:\n")
            parts += [f"    client.{each}  # wrong\n" for each in row.about["wrong"]]
    return "".join(parts)


def wrong_lines(programs: Mapping[str, Path]) -> set[str]:
    """File and line of all that a type checker must object to."""
    return {f"{path.name}:{number}" for path in programs.values()
            for number, line in enumerate(path.read_text().splitlines(), 1) if line.endswith("  # wrong")}  # fmt: skip


def rules(row: Row, schemes: Mapping[str, Scheme]) -> SchemeRules:
    """A platform that takes what its contract names."""
    given = row.about.get("credentials", {"bearer": "hush"} if "bearer" in schemes else {})
    return SchemeRules(
        schemes, {name: tuple(each) if isinstance(each, list) else each for name, each in given.items()}, "table"
    )


class Hosts(Mapping[str, str]):
    """The server that takes the place of every other, and which were asked for."""

    def __init__(self, url: str) -> None:
        self.url, self.asked = url, list[str]()

    def __getitem__(self, server: str) -> str:
        self.asked.append(server)
        return self.url

    def __iter__(self) -> Iterator[str]:
        return iter((self.url,))

    def __len__(self) -> int:
        return 1


def options(echo: Echo) -> Options:
    """The behaviour of a client that calls the server once."""
    return Options(5.0, 5.0, Policy(0, 0.0), Hosts(echo.url))


def answered(row: Row) -> tuple[int, dict[str, str], bytes]:
    """What the server answers."""
    about = {"status": 200, "type": "application/json", "json": {"id": "1"}} | row.about.get("answers", {})
    body = about["body"].encode() if "body" in about else json.dumps(about["json"]).encode()
    return about["status"], {"Content-Type": about["type"], **about.get("headers", {})}, body


def differences(row: Row, echo: Echo) -> list[str]:
    """Where what was sent is not what the row says."""
    if len(echo.sent) != 1:
        return [f"{len(echo.sent)} requests were sent"]
    (sent,) = echo.sent
    found = []
    expected: dict[str, Any] = row.about.get("sends", {})
    for kind, each in expected.items():
        if kind == "headers":
            seen: Any = {name: sent.headers.get(name) for name in each}
        else:
            seen = sent.seen(kind)
        if seen != each:
            found.append(f"{kind}: sent {seen!r}, not {each!r}")
    return found
