"""One run of a suite: copied, its imports changed, run by pytest in a process of its own, and what came of each test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as Xml
from collections import Counter
from collections.abc import Iterable, Mapping
from configparser import ConfigParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tools.suites.internals import internals
from tools.suites.rewrite import rewritten

_LEFT = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "*.pyc")
_OUTCOMES = ("passed", "failed", "errors", "skipped")
_SECONDS = 3600


class Problem(Exception):
    """A suite can't be run; the text says why, and what to do."""


class Result(NamedTuple):
    """What came of one test.

    Attributes:
        test: Its name, such as `test_client.py::TestClient::test_list`.
        outcome: `passed`, `failed`, `errors` or `skipped`.
        reason: The first line of why it did not pass.
        internals: The vendor's internals that it touches.
    """

    test: str
    outcome: str
    reason: str = ""
    internals: tuple[str, ...] = ()


class Run(NamedTuple):
    """What came of a suite.

    Attributes:
        results: Of each test, in the order in which they ran.
    """

    results: list[Result]

    @property
    def counts(self) -> dict[str, int]:
        """How many tests that touch no internals had each outcome; `aside` are the others."""
        counted = Counter(each.outcome for each in self.results if not each.internals)
        return {
            **{name: counted[name] for name in _OUTCOMES},
            "aside": sum(1 for each in self.results if each.internals),
        }

    @property
    def code(self) -> int:
        """The exit code: 0 where everything that touches no internals passes."""
        return int(any(self.counts[name] for name in ("failed", "errors")))

    def text(self) -> str:
        """For a person: the failures, what was set aside, and the counts."""
        lines = [
            f"{each.outcome.removesuffix('s').upper()} {each.test}: {each.reason}"
            for each in self.results
            if not each.internals and each.outcome != "passed"
        ]
        lines += [
            f"ASIDE {each.test}: touches {', '.join(each.internals)}{' (passed)' if each.outcome == 'passed' else ''}"
            for each in self.results
            if each.internals
        ]
        counts = self.counts
        summary = ", ".join(f"{counts[name]} {name}" for name in _OUTCOMES)
        return "\n".join([*lines, f"{summary}; {counts['aside']} set aside, which touch internals"])

    def json(self) -> str:
        """For programs: `counts`, and `tests` with all that is known of each."""
        return json.dumps({"counts": self.counts, "tests": [each._asdict() for each in self.results]}, indent=1)


def run(path: Path, packages: Mapping[str, str], more: Iterable[str] = (), env: Mapping[str, str] | None = None) -> Run:
    """Run a suite against ours.

    Args:
        path: A folder of tests for pytest, or one file; what lies there is read and never changed.
        packages: Our package for each of the vendor's.
        more: Modules of the vendor's that are internal though no underscore says so.
        env: What the environment has besides.

    Raises:
        Problem: There is nothing to run, or pytest could not run it.
    """
    if not path.exists():
        raise Problem(f"There is no {path}: give a folder of tests, or a file.")
    folder = path if path.is_dir() else path.parent
    with TemporaryDirectory(prefix="suite-") as made:
        root = Path(made).resolve()
        copied = root / (folder.resolve().name or "tests")
        shutil.copytree(folder, copied, ignore=_LEFT)
        shutil.copyfile(Path(__file__).with_name("suite_names.py"), root / "suite_names.py")
        (root / "pytest.ini").write_text(_settings(folder), encoding="utf-8")
        (root / "home").mkdir()
        sources = _rewrite(copied, root, packages)
        report = root / "report.xml"
        target = copied if path.is_dir() else copied / path.name
        said = _pytest(root, target, report, {**os.environ, **(env or {})})
        if not report.exists():
            raise Problem(f"pytest could not run it: {_why(said)}")
        found = _results(report, internals(sources, packages, more))
    if not found:
        raise Problem(f"pytest found no test in {path}.")
    return Run(found)


def _rewrite(copied: Path, root: Path, packages: Mapping[str, str]) -> dict[str, str]:
    """Change the imports of a copy. Answers the sources as they were, by their names below its root."""
    sources: dict[str, str] = {}
    for file in sorted(copied.rglob("*.py")):
        try:
            source = file.read_text(encoding="utf-8-sig")
            file.write_text(rewritten(source, packages), encoding="utf-8")
        except (SyntaxError, UnicodeDecodeError) as error:
            raise Problem(f"{file.relative_to(root)} is no Python that this one reads: {error}") from error
        sources[file.relative_to(root).as_posix()] = source
    return sources


def _settings(folder: Path) -> str:
    """How the suite sets pytest, as `pytest.ini`: its own settings but `addopts` and paths, which name what is not here."""
    for place in (folder, *folder.resolve().parents[:2]):
        found = _ini(place)
        if found is not None:
            left = ("addopts", "testpaths", "pythonpath", "filterwarnings", "minversion", "required_plugins")
            lines = [f"{name} = {_ini_value(value)}" for name, value in found.items() if name not in left]
            return "\n".join(["[pytest]", *lines, ""])
    return "[pytest]\n"


def _ini(place: Path) -> Mapping[str, object] | None:
    project = place / "pyproject.toml"
    if project.is_file():
        try:
            tool = tomllib.loads(project.read_text(encoding="utf-8")).get("tool", {})
        except tomllib.TOMLDecodeError as error:
            raise Problem(f"{project} is no TOML: {error}") from error
        if "pytest" in tool:
            options: Mapping[str, object] = tool["pytest"].get("ini_options", {})
            return options
    for name, section in (("pytest.ini", "pytest"), ("tox.ini", "pytest"), ("setup.cfg", "tool:pytest")):
        parser = ConfigParser(interpolation=None)
        if parser.read(place / name, encoding="utf-8") and parser.has_section(section):
            return dict(parser[section])
    return None


def _ini_value(value: object) -> str:
    lines = [str(each) for each in value] if isinstance(value, list) else str(value).splitlines()
    return "\n  ".join(lines)


def _pytest(root: Path, target: Path, report: Path, env: Mapping[str, str]) -> str:
    home = str(root / "home")
    settings = ("-p", "no:cacheprovider", f"--rootdir={root}", "-c", str(root / "pytest.ini"))
    options = (
        "-p",
        "timeout",
        "--timeout=60",
        "-q",
        "--continue-on-collection-errors",
        "-o",
        "junit_family=xunit1",
        f"--junitxml={report}",
    )
    command = [sys.executable, "-m", "pytest", *settings, *options, str(target)]
    # A person's own settings must decide nothing: no home, no colours, and no other plug-ins than are installed.
    own = {**env, "HOME": home, "USERPROFILE": home, "XDG_CONFIG_HOME": home, "PYTHONPATH": str(root), "PY_COLORS": "0"}
    own.pop("PYTEST_ADDOPTS", None)
    try:
        ended = subprocess.run(
            command, cwd=root, env=own, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Problem(f"The suite did not end within {_SECONDS // 60} minutes.") from error
    return ended.stdout + ended.stderr


def _why(said: str) -> str:
    """The line in what pytest said that tells why it did not run."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line.removeprefix("E ").strip() for line in lines if line.startswith(("E ", "ERROR"))]
    return (errors or lines or ["it said nothing"])[-1]


def _results(report: Path, touched: Mapping[tuple[str, str], list[str]]) -> list[Result]:
    found = []
    for case in Xml.parse(report).iter("testcase"):
        file, name, home = (case.get(each) or "" for each in ("file", "name", "classname"))
        module = file.removesuffix(".py").replace("/", ".")
        classes = home.removeprefix(module).strip(".")
        function = name.partition("[")[0]
        key = f"{classes.partition('.')[0]}.{function}" if classes else function
        outcome, reason = _outcome(case)
        shown = "::".join((file or home, *classes.split("."), name) if classes else (file or home, name))
        found.append(Result(shown, outcome, reason, tuple(touched.get((file, key), ()))))
    return found


def _outcome(case: Xml.Element) -> tuple[str, str]:
    for tag, outcome in (("error", "errors"), ("failure", "failed"), ("skipped", "skipped")):
        said = case.find(tag)
        if said is not None:
            text = said.get("message") or ""
            if outcome == "errors" and text.startswith("collection failure"):
                errors = [line[1:].strip() for line in (said.text or "").splitlines() if line.startswith("E ")]
                text = errors[-1] if errors else (said.text or text).strip().splitlines()[-1]
            return outcome, (text.splitlines() or ["it gave no reason"])[0]
    return "passed", ""
