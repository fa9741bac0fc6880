"""Proves of each change in `table/` that it is generated rightly, or refused with its place, and nothing written."""

from __future__ import annotations

import inspect
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

import generate
import promptport_api
import pytest

from promptport.http._sync.pipeline import Pipeline

from .echo import Echo, echo
from .rows import Row, rows, write
from .strict import lines, mypy
from .table_use import answered, differences, options, program, rules, wrong_lines
from .test_generate import files

pytestmark = pytest.mark.one_python("what is generated is the same on all")

RIGHT = [row for row in rows() if row.right]
REFUSED = [row for row in rows() if not row.right]


def given(root: Path) -> list[str]:
    """The arguments that name both folders."""
    return ["--contracts", str(root / "contracts"), "--to", str(root)]


def test_what_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All rows at once: generated, type-checked strictly by one process, then called; what goes out and comes in is compared."""
    packages = {
        name: list(some) for name, some in groupby(sorted(RIGHT, key=lambda row: row.package), lambda row: row.package)
    }
    (tmp_path / "contracts").mkdir()
    for name, some in packages.items():
        write(tmp_path / "contracts", name, *some)
    generate.main(given(tmp_path))
    programs = {name: tmp_path / f"use_{name}.py" for name in packages}
    for name, some in packages.items():
        programs[name].write_text(program(name, some))

    assert objections(tmp_path, programs) == wrong_lines(programs)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(promptport_api, "__path__", [str(tmp_path / "promptport_api")])
    with echo() as server:
        failed = {f"{row.group}, {row.name}": found for row in RIGHT if (found := faults(row, server))}
    print(f"{len(RIGHT)} changes in {len(packages)} packages are generated rightly")
    assert failed == {}


def objections(root: Path, programs: dict[str, Path]) -> set[str]:
    """File and line of what a type checker finds, in programs and packages."""
    said = mypy(root, "-p", "promptport_api", *(part for name in programs for part in ("-m", f"use_{name}")))
    print(said)
    return lines(said)


def faults(row: Row, server: Echo) -> list[str]:
    """What is wrong with a row when it is called."""
    used = import_module(f"use_{row.package}")
    server.answer = answered(row)
    server.sent.clear()
    found = []
    asked = options(server)
    with Pipeline(rules(row, used.SCHEMES), asked) as pipeline:
        client: Any = used.Client(pipeline)
        try:
            getattr(used, row.slug)(client)
        except Exception as error:  # noqa: BLE001, RUF100 # all rows are told at once
            found.append(f"{type(error).__name__}: {error}")
        if "signature" in row.about:
            method = getattr(type(client.things), row.about.get("method", row.slug))
            shown = str(inspect.signature(method)).replace("'", "")
            found += [f"signature: {shown}"] if shown != row.about["signature"] else []
    if server.sent or not found:
        found += differences(row, server)
    server_of = row.about.get("server", "https://table.example")
    asked_for = asked.hosts.asked[-1:]  # type: ignore[attr-defined] # it is ours
    return found + ([f"server: {asked_for}"] if asked_for != [server_of] and "server" in row.about else [])


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.group}-{row.slug}")
def test_what_is_refused(row: Row, tmp_path: Path) -> None:
    """With document, operation or schema, line, and what to write, each on a line of its own; nothing is touched."""
    (tmp_path / "contracts").mkdir()
    (tmp_path / "promptport_api" / "t").mkdir(parents=True)
    (tmp_path / "promptport_api" / "t" / "kept.py").write_text("# as it was\n")
    source = write(tmp_path / "contracts", "t", row)
    before = files(tmp_path)

    with pytest.raises(SystemExit) as refused:
        generate.main(given(tmp_path))

    told = str(refused.value).splitlines()
    assert len(told) == len(row.about["refused"]), "\n".join(told)
    for line, expected in zip(told, row.about["refused"], strict=True):
        where, _, what = line.partition(": ")[2].partition(": ")
        owner, _, number = where.rpartition(", line ")
        assert line.startswith(f"{expected.get('file', source.name)}: "), line
        assert owner == expected["in"], line
        there = (source.parent / expected.get("file", source.name)).read_text().splitlines()[int(number) - 1]
        assert expected["line"] in there, f"{line}\nline {number} is {there!r}"
        assert expected["says"] in what, line
    assert files(tmp_path) == before
