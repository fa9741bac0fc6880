"""Proves that the layers hold, and that each arrow which the design forbids is found: the import is added, and lint fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest

pytestmark = pytest.mark.one_python("it reads source")

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
LAYERS = "Who may import whom, from the top down"
CIRCLES = "No circles between modules"
ROOMS = "A generated package is imported by the room of its name, and by nothing else"
GENERATED = "Generated code imports `promptport.model`, nothing else of ours and no HTTP library"
JUDGE = "The local platform shares no code with what it judges"
ITSELF = "The package itself, whose names come from everywhere, is imported by nothing of it"
NAMED = "The command line and the testing kit alone name the local platform"

MOMENTS = count(1_000_000_000)  # seconds

FORBIDDEN = [
    # From one layer to one above it, or beside it.
    ("promptport/errors.py", "promptport.settings", LAYERS),
    ("promptport/errors.py", "promptport", ITSELF),
    ("promptport/settings.py", "promptport.model", LAYERS),
    ("promptport/model/readers.py", "promptport.platform", LAYERS),
    ("promptport/concurrency/fork.py", "promptport.prompt", LAYERS),
    ("promptport/platform/sources.py", "promptport.concurrency", LAYERS),
    ("promptport/prompt/template.py", "promptport.http", LAYERS),
    ("promptport/cache/memory.py", "promptport.http.retry", LAYERS),
    ("promptport/http/retry.py", "promptport.cache", LAYERS),
    ("promptport/http/retry.py", "promptport.base", LAYERS),
    ("promptport/base/credentials.py", "promptport.client", LAYERS),
    ("promptport/base/credentials.py", "promptport.xr2", LAYERS),
    ("promptport/client/opening.py", "promptport.xr2.source", LAYERS),
    ("promptport/client/opening.py", "promptport.files", LAYERS),
    ("promptport/xr2/rules.py", "promptport.client", LAYERS),
    ("promptport/xr2/rules.py", "promptport.scope.errors", LAYERS),
    ("promptport/files/messages.py", "promptport.promptic", LAYERS),
    ("promptport/promptic/rules.py", "promptport.testing", LAYERS),
    ("promptport/testing/suite/names.py", "promptport.cli", LAYERS),
    # What a room has to itself, and the wall around generated code.
    ("promptport/xr2/rules.py", "promptport_api.scope.models", ROOMS),
    ("promptport/http/retry.py", "promptport_api.xr2", ROOMS),
    ("promptport/testing/suite/names.py", "promptport_api.xr2.client", ROOMS),
    ("promptport/cli/app.py", "promptport_api.xr2.client", ROOMS),
    ("promptport_api/xr2/client.py", "promptport_api.scope.models", ROOMS),
    ("promptport_api/xr2/client.py", "promptport.errors", GENERATED),
    ("promptport_api/xr2/client.py", "promptport.model.decoder", GENERATED),
    ("promptport_api/xr2/client.py", "promptport", GENERATED),
    ("promptport_api/scope/client.py", "httpx", GENERATED),
    ("promptport_api/scope/client.py", "http.client", GENERATED),
    # The judge.
    ("promptport_local/xr2/__init__.py", "promptport.errors", JUDGE),
    ("promptport_local/xr2/__init__.py", "promptport_api.xr2.client", JUDGE),
    ("promptport/client/opening.py", "promptport_local", NAMED),
    ("promptport/xr2/rules.py", "promptport_local.xr2", NAMED),
    ("promptport/base/credentials.py", "promptport_local.server", NAMED),
    # Circles, also those that type checkers alone go round.
    ("promptport/model/values.py", "promptport.model.readers", CIRCLES),
    ("promptport/http/clock.py", "promptport.http._async.pipeline", CIRCLES),
    ("promptport_local/clock.py", "promptport_local.server", CIRCLES),
]  # fmt: skip


def broken(root: Path) -> set[str]:
    """The names of the contracts that import-linter finds broken."""
    return linted(root)[0]


def linted(root: Path) -> tuple[set[str], str]:
    """The names of the contracts that import-linter finds broken, and all that it says."""
    environment = {
        **os.environ, "COLUMNS": "300", "PYTHONPATH": os.pathsep.join(str(root / each) for each in (".", "wrapper", "generated")),
    }  # fmt: skip
    # Verbose, since else a second thread draws on the same output for as long as something takes.
    command = (Path(sys.executable).with_name("lint-imports"), "--verbose", "--no-logo")
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    print(done.stdout, done.stderr)  # shown where a test fails
    found = set(re.findall(r"^(.+) BROKEN", done.stdout, re.MULTILINE))
    assert (done.returncode != 0) == bool(found)
    return found, done.stdout


def test_every_contract_is_tested() -> None:
    """A contract that no forbidden arrow breaks is not known to work."""
    assert {each["name"] for each in SETTINGS["contracts"]} == {contract for _, _, contract in FORBIDDEN}


def test_the_layers_hold(copied: Path) -> None:
    assert broken(copied) == set()


@contextmanager
def added(root: Path, file: str, text: str) -> Iterator[None]:
    """Something more stands in a module for a while."""
    at = root / ("generated" if file.startswith("promptport_api") else "wrapper") / file
    before = at.read_text(encoding="utf-8")
    _write(at, before + text)
    try:
        yield
    finally:
        _write(at, before)


def _write(at: Path, text: str) -> None:
    """Change a module. Lint keeps what it has read by the time of the file, which the clock may give twice."""
    at.write_text(text, encoding="utf-8")
    moment = next(MOMENTS)
    os.utime(at, (moment, moment))


@pytest.mark.parametrize("contract", dict.fromkeys(contract for _, _, contract in FORBIDDEN))
def test_forbidden_arrows(copied: Path, contract: str) -> None:
    """All of a contract at once: lint fails, and names each of them."""
    arrows = [(file, imported) for file, imported, broken in FORBIDDEN if broken == contract]
    with ExitStack() as stack:
        for file, imported in arrows:
            stack.enter_context(added(copied, file, f"\nimport {imported}\n"))
        found, said = linted(copied)

    assert contract in found
    told = said.partition("Broken contracts")[2]
    assert [arrow for arrow in arrows if not names(told, contract, *arrow)] == []


def names(told: str, contract: str, file: str, imported: str) -> bool:
    """Whether an arrow is named; of circles it is their package, and of a library outside its first part."""
    importer = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    if contract == CIRCLES:
        package = importer.rpartition(".")[0]
        return imported.startswith(package) and f"No cycles are allowed in {package}.\n" in told
    target = imported if imported.startswith("promptport") else imported.partition(".")[0]
    return re.search(rf"{re.escape(importer)} .*{re.escape(target)}( |$)", told, re.MULTILINE) is not None


@pytest.mark.parametrize(("file", "imported", "contract"), {each[2]: each for each in FORBIDDEN}.values(), ids=str)
def test_imports_for_type_checkers_count(copied: Path, file: str, imported: str, contract: str) -> None:
    """One of each contract: who names a type has to know where it lives."""
    with added(copied, file, f"\nfrom typing import TYPE_CHECKING as CHECKED\n\nif CHECKED:\n    import {imported}\n"):
        found = broken(copied)

    assert contract in found


def test_the_list_of_rooms_is_the_only_one() -> None:
    """A new platform has its name on one line of the settings, among the layers."""
    rooms = {each.name for each in (ROOT / "generated" / "promptport_api").iterdir() if each.is_dir()} - {"__pycache__"}
    lines = str(SETTINGS).split("'")
    assert [line for line in lines if rooms & set(re.findall(r"\w+", line))] == [
        next(layer for layer in SETTINGS["contracts"][0]["layers"] if "client" in layer)
    ]
