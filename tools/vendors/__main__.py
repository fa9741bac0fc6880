"""Compare the vendors' packages, as they are published, with our contracts: `nox -s vendors`.

Each package is installed into a folder of its own below `.nox/vendor-packages/` and driven in a process of its own against a
recording server: nothing is sent to a platform. What the contract marks as ended before a release, or as begun after it, is no
difference there; what it leaves out (`x-left-out`) is listed with its reason. The exit code is 0 where nothing differs, 1 where
something does, and 2 where nothing could be compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "openapi"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the watch. Answers the exit code."""
    from tools.vendors.contracts import Problem
    from tools.vendors.installed import InstallError
    from tools.vendors.newest import LookupFailed, published
    from tools.vendors.recorded import recorded
    from tools.vendors.run import Misuse, watch
    from tools.vendors.vendor import VendorError

    parser = argparse.ArgumentParser(
        prog="nox -s vendors --", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "packages",
        nargs="*",
        metavar="PACKAGE[==RELEASE]",
        help="what to look at, such as promptrails==0.9.2 (default: the newest release of every vendor's package)",
    )
    parser.add_argument(
        "--contract", metavar="REF", help="the contracts of a tag, branch or commit (default: the files)"
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print everything, the drafts too, for programs")
    shown.add_argument(
        "--draft", action="store_true", help="print the new entries only, as Overlays to lay beside the contracts"
    )
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the JSON to a file too")
    given = parser.parse_args(arguments)
    try:
        found = watch(ROOT, given.packages, given.contract, recorded, published)
    except (Misuse, Problem, LookupFailed, InstallError, VendorError) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(found.json() if given.json else found.draft() if given.draft else found.text())
    try:
        if given.save:
            given.save.write_text(found.json() + "\n", encoding="utf-8")
    except OSError as problem:
        print(f"--save {given.save}: {problem.strerror}", file=sys.stderr)
        return 2
    return found.code


if __name__ == "__main__":
    sys.exit(main())
