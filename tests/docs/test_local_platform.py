"""Proves that what `docs/local-platform.md` shows is so: its programs run, its tables and its figures are those of the code."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from typer.main import get_command

import promptport
from promptport.cli.app import app
from promptport.cli.serve_lines import opening_lines
from promptport.testing import Platform
from promptport_local import control
from promptport_local.clock import utc_now
from promptport_local.control import control_routes
from promptport_local.events import STREAMS
from promptport_local.local_platform import LocalPlatform
from promptport_local.scripts import FIELDS
from promptport_local.store import Store

from ..base.rooms import ROOMS, settings
from .pages import Page

PAGE = Page("docs/local-platform.md")
PLACE = "http://127.0.0.1:8700/"
NAMES = {"xR2": "xr2", "PromptRails": "promptrails", "Scope": "scope", "Promptic": "promptic", "Langfuse": "langfuse"}

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def rows(head: str) -> list[list[str]]:
    """The rows of the table whose head begins so."""
    _, _, rest = PAGE.text.partition(f"\n| {head}")
    lines = rest.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@PAGE.runs()
def test_programs() -> None:
    PAGE.run(*PAGE.to_run())


def test_what_serve_says(platform: Platform) -> None:
    """The lines below the command, with the address of whoever reads them."""
    (said,) = [each for each in PAGE.blocks("text") if each.startswith("ready")]
    assert said.splitlines()[1:] == [each.replace(platform.url(), PLACE) for each in opening_lines(platform)]


def test_the_commands(platform: Platform) -> None:
    """What curl sends is taken, one after the other."""
    lines = [each for block in PAGE.blocks("sh") for each in block.splitlines() if each.startswith("curl ")]
    assert len(lines) == 5
    for line in lines:
        words = shlex.split(line)
        body = words[words.index("-d") + 1] if "-d" in words else None
        method = "DELETE" if "DELETE" in words else "POST" if body else "GET"
        answer = httpx.request(method, words[-1].replace(PLACE, platform.url()), content=body, trust_env=False)
        assert (answer.status_code, "error" in answer.json()) == (200, False), line
    assert json.loads(answer.text)["prompts"][0]["versions"][0]["messages"][0]["content"] == "Hi!"


def test_options() -> None:
    group: object = get_command(app)
    serve = group.commands["serve"]  # type: ignore[attr-defined]
    known = {each for option in serve.params for each in option.opts if each.startswith("--")}
    shown = {each for row in rows("option |") for each in re.findall(r"--[a-z-]+", row[0])}
    assert shown == known


def test_the_calls_of_the_door() -> None:
    """Every one of them, and no other; the module says the same."""
    with closing(Store()) as store:
        routes = control_routes(LocalPlatform(store, utc_now))
    known = {(method, each.path) for each in routes for method in (each.methods or ()) if method != "HEAD"}
    shown = {
        (method, path)
        for row in rows("call |")
        for methods, path in re.findall(r"`(?:([A-Z]+) )?(/_local/[a-z-]+)", row[0].replace("`GET`, `DELETE", "`GET"))
        for method in methods_of(methods or "GET", row[0])
    }
    said = set(re.findall(r"^\| `([A-Z]+) (/_local[/a-z-]*)`", control.__doc__ or "", re.MULTILINE))
    assert said == known
    assert shown == known - {("GET", "/_local")}


def methods_of(method: str, cell: str) -> list[str]:
    return ["GET", "DELETE"] if cell.startswith("`GET`, `DELETE") else [method]


def test_fields_of_a_script() -> None:
    shown = {each for row in rows("field |") for each in re.findall(r"`(\w+)`", row[0])}
    assert shown == set(FIELDS)


def test_what_each_platform_has(platform: Platform) -> None:
    """The table of labels, tests and tokens."""
    told = httpx.get(f"{platform.url()}_local/platforms", trust_env=False).json()["platforms"]
    known = {each["name"]: each for each in told}
    for name, _, labels, moved, tests, tokens in rows("platform | a version"):
        able = known[NAMES[name]]
        assert [bool(tests), bool(tokens)] == [able["ab_tests"], able["tokens"]]
        if able["label_names"] is not None:
            assert set(re.findall(r"`(\w+)`", labels)) == set(able["label_names"])
            assert moved.startswith("the same") or re.findall(r"`(\w+)`", moved) == able["moved_labels"]
    assert len(rows("platform | a version")) == len(known)


def test_what_is_kept_of_declared_variables(tmp_path: Path) -> None:
    """The sentence below the options: types, defaults and enumerations."""
    head = 'customer_name = "string"\nlanguage = { type = "string", enum = ["en", "de"], default = "en" }'
    (tmp_path / "hello.md").write_text(
        f"+++\n[variables]\n{head}\n+++\nHi {{{{customer_name}}}}, {{{{language}}}}.", "utf-8"
    )
    kept = {}
    with Platform(prompts=tmp_path) as platform:
        for room in ROOMS:
            with promptport.Client(room, **settings(room, platform.url(room)), disk=False) as client:
                _, language = client.get("hello").variables
            kept[room] = language.type, language.default, language.enum
    nothing = dict.fromkeys(("scope", "promptic", "langfuse"), (None, None, None))
    assert kept == {"promptrails": ("string", "en", ("en", "de")), "xr2": ("string", "en", None)} | nothing


def test_figures() -> None:
    assert STREAMS == 20
    assert "Twenty streams" in " ".join(PAGE.text.split())
