"""Compare a contract with a vendor's published OpenAPI document on disk: `nox -s contract -- --document FILE`.

Operations are told by verb and path; their parameters, and the fields of what is sent and answered, are compared one by one. What
differs on purpose stands in `meant.toml`, with its reason. The exit code is 0 where nothing else differs, 1 where something does,
and 2 where nothing could be compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "openapi"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, and print. Answers the exit code."""
    from tools.published.document import Document, Unreadable
    from tools.published.run import compared, fitting

    parser = argparse.ArgumentParser(
        prog="nox -s contract --", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--document", type=Path, metavar="FILE", required=True, help="OpenAPI 3, YAML or JSON, maybe .gz"
    )
    parser.add_argument(
        "--contract",
        metavar="NAME",
        help="which of openapi/ (default: the one with the most operations of the document)",
    )
    given = parser.parse_args(arguments)
    try:
        document = Document.read(given.document)
        known = {path.stem: path for path in sorted((ROOT / "openapi").glob("*.yaml"))}
        if given.contract not in (None, *known):
            raise Unreadable(f"There is no contract {given.contract!r}; there are {', '.join(known)}.")
        name = given.contract or fitting({each: Document.read(path) for each, path in known.items()}, document)
        found = compared(name, Document.read(known[name]), document)
    except Unreadable as problem:
        print(problem, file=sys.stderr)
        return 2
    print(found.text())
    return found.code


if __name__ == "__main__":
    sys.exit(main())
