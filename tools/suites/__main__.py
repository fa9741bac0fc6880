"""Run a vendor's own tests, a folder or a file for pytest, against ours: `nox -s suites -- PATH`.

The tests are copied, and the copy's imports changed (`promptic_sdk` becomes `promptport.promptic`, also where
`mock.patch("promptic_sdk.client.X")` or `python -m promptic_sdk` names it); nothing else is. Tests that touch a vendor's
internals, which no drop-in has, are set aside and counted apart. The exit code is 0 where all others pass, 1 where some do
not, and 2 where nothing could be run.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a suite. Answers the exit code."""
    from tools.suites.run import Problem, run

    packages = _packages()
    parser = argparse.ArgumentParser(
        prog="nox -s suites --", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="a folder of tests, or one file; it is not changed")
    parser.add_argument(
        "--package", choices=sorted(packages), metavar="NAME", help="only this package's imports change (default: all)"
    )
    parser.add_argument(
        "--internal",
        action="append",
        default=[],
        metavar="MODULE",
        help="a module that is internal though no underscore says so, such as promptic_sdk.cli; may be repeated",
    )
    parser.add_argument(
        "--serve",
        metavar="VARIABLE=PLATFORM",
        help="start the local platform with --any-key, and give the suite its address in this variable",
    )
    parser.add_argument("--json", action="store_true", help="print what came of every test, for programs")
    given = parser.parse_args(arguments)
    chosen = {given.package: packages[given.package]} if given.package else packages
    try:
        with ExitStack() as stack:
            env = _served(given.serve, stack) if given.serve else {}
            found = run(given.path, chosen, given.internal, env)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    print(found.json() if given.json else found.text())
    return found.code


def _packages() -> dict[str, str]:
    """Our package for each of the vendors'."""
    listed: dict[str, str] = tomllib.loads((ROOT / "tests/seeds/imports.toml").read_text(encoding="utf-8"))["packages"]
    return listed


def _served(wanted: str, stack: ExitStack) -> dict[str, str]:
    """What the environment says of a local platform, which runs until the stack ends."""
    from promptport_local import Server
    from tools.suites.run import Problem

    variable, _, platform = wanted.partition("=")
    server = stack.enter_context(Server(any_key=True))
    try:
        return {variable: server.url(platform)}
    except ValueError as error:
        raise Problem(f"--serve {wanted}: {error}") from error


if __name__ == "__main__":
    sys.exit(main())
