"""Follows a page as its reader does: files are written, commands typed and programs run, one after the other in one folder."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from runpy import run_path
from unittest.mock import patch

from typer.testing import CliRunner

from promptport.cli.app import app

from .pages import ROOT, blocks, record, typed

DOCS = ROOT / "docs"
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)

# No plugin but ours is loaded by the `pytest` of a page: those of the libraries here take seconds to import.
PYTEST = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "-p promptport.testing.fixture -p pytest_httpx"}


def sections(page: str) -> dict[str, str]:
    """What a page says below each heading, in order; before the first one, below the empty text."""
    _, *rest = parts = SECTION.split((DOCS / page).read_text("utf-8"))
    return {"": parts[0], **dict(zip(rest[::2], rest[1::2], strict=True))}


def files_of(example: str) -> dict[str, str]:
    """The files of an example, seen from its folder, and what is in them."""
    folder = ROOT / "examples" / example
    found = (each for each in folder.rglob("*") if each.is_file() and each.suffix != ".pyc")
    return {each.relative_to(folder).as_posix(): each.read_text("utf-8") for each in found}


@dataclass
class Walk:
    """A reader in an empty folder.

    Args:
        folder: Where the reader is.
        places: What stands in the page for what differs from run to run, such as an address: what it is here.
        apart: Whether programs run in processes of their own, as those need that log, or report when they end.
    """

    folder: Path
    places: dict[str, str] = field(default_factory=dict)
    apart: bool = False
    environment: dict[str, str] = field(default_factory=lambda: {**os.environ, **PYTEST, "PYTHONUNBUFFERED": "1"})
    ran: int = 0
    written: dict[str, str] = field(default_factory=dict)

    def follow(self, text: str) -> None:
        """Do what the blocks of a text say. What a command answers must be what stands below it; `…` is anything.

        Raises:
            AssertionError: A command said something else, or there is a block that nobody can follow.
        """
        for language, title, block in blocks(text):
            if language == "console":
                for command, said in typed(block):
                    self.check(command, said)
            elif title:
                path = self.folder / title
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(self._here(block), "utf-8")
                self.written[title] = block
            else:
                assert language not in {"python", "toml", "yaml"}, f"a block without a file: {block}"
                continue
            record(block)

    def check(self, command: str, said: str) -> None:
        """Type a command, and compare."""
        answer = self.run(shlex.split(self._here(command), comments=True))
        for shown, here in self.places.items():
            answer = answer.replace(here, shown)
        pattern = ".*".join(re.escape(each) for each in said.split("…"))
        assert re.fullmatch(pattern, answer, re.DOTALL), f"$ {command}\n{answer}"
        self.ran += 1

    def run(self, words: list[str]) -> str:
        """What a command writes, as a terminal shows it."""
        if words[0] == "export":
            for word in words[1:]:
                name, _, value = word.partition("=")
                self.environment[name] = value
            return ""
        if words[0] == "promptport":
            done = CliRunner(env=self.environment).invoke(app, words[1:], prog_name="promptport")
            return done.output
        assert words[0] in {"pytest", "python"}, words
        if words[0] == "python" and not self.apart:
            return self._said(*words[1:])
        program = [sys.executable, "-m", *words] if words[0] == "pytest" else [sys.executable, *words[1:]]
        ended = subprocess.run(
            program, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, check=False, timeout=100,
        )  # fmt: skip
        return ended.stdout

    def _said(self, program: str) -> str:
        """What a program prints that runs in this process: starting another takes longer than most of them."""
        before, said = [*sys.modules], StringIO()
        with (
            patch.dict(os.environ, self.environment),
            patch.object(sys, "path", [str(self.folder), *sys.path]),
            redirect_stdout(said),
        ):
            run_path(str(self.folder / program), run_name="__main__")
        for name in {*sys.modules}.difference(before):
            if str(getattr(sys.modules[name], "__file__", "")).startswith(str(self.folder)):
                del sys.modules[name]  # the next program of the name is another
        return said.getvalue()

    def _here(self, text: str) -> str:
        for shown, here in self.places.items():
            text = text.replace(shown, here)
        return text
