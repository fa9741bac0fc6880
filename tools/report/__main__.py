"""Report what has changed since a release, or another commit, for those who use promptport: `python -m tools.report --help`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "openapi"))


def main() -> int:
    """Run the report of the project in which this file stands. Answers the exit code."""
    from tools.report.run import Problem, report

    parser = argparse.ArgumentParser(prog="nox -s report --", description=__doc__)
    parser.add_argument(
        "--since", metavar="REF", help="a tag, branch or commit (default: the last release's tag, else HEAD)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what is printed (default: text)")
    given = parser.parse_args()
    try:
        found = report(ROOT, given.since)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    print(found.json() if given.format == "json" else found.text())
    return found.code


if __name__ == "__main__":
    sys.exit(main())
