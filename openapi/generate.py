"""Make `generated/` from the contracts: the pinned openapi-python-client with our templates, which see all of a contract."""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import openapi_python_client as upstream
from generator import swap
from generator.examine import Examined, examine
from generator.places import Refusal
from generator.rendering import HEADER, config, tidy, write
from generator.source import refuse

HERE = Path(__file__).parent
PACKAGE = "promptport_api"
STAMP = re.compile(r"upstream: (\S+) sha256:([0-9a-f]{64})")


def contracts(folder: Path = HERE) -> list[Path]:
    """The contracts of a folder: every document in it. An overlay is a part of the document beside it.

    Raises:
        Refusal: There is none, two have one name, or an overlay is beside none: a line each.
    """
    files = sorted(each for each in folder.glob("*") if each.suffix in (".yaml", ".yml", ".json"))
    found = [each for each in files if not each.stem.endswith(".overlay")]
    stems = [each.stem for each in found]
    refusals = [] if found else [f"{folder}: there is no contract: write one as {folder / 'NAME.yaml'}"]
    for number, each in enumerate(found):
        if each.stem in stems[:number]:
            refusals.append(
                f"{each.name}: document, line 1: another contract is called {each.stem}: write another name"
            )
    for each in files:
        stem = each.stem.removesuffix(".overlay")
        if each not in found and (stem not in stems or each.suffix != ".yaml"):
            remedy = f"call it {stem}.overlay.yaml" if stem in stems else f"write {stem}.yaml, or take it out"
            refusals.append(f"{each.name}: overlay, line 1: there is no document that this belongs to: {remedy}")
    if refusals:
        raise Refusal("\n".join(refusals))
    return found


def check_templates(folder: Path) -> None:
    """Fail unless every override was copied from the upstream template that is installed."""
    installed = Path(upstream.__file__).parent / "templates"
    for ours in sorted(folder.glob("*.jinja")):
        stamp = STAMP.search(ours.read_text(encoding="utf-8").partition("#}")[0])
        if stamp is None:
            raise SystemExit(
                f"{ours.name}: the first comment must say `upstream: FILE sha256:…` and why it is replaced"
            )
        if (found := hashlib.sha256((installed / stamp[1]).read_bytes()).hexdigest()) != stamp[2]:
            raise SystemExit(f"{ours.name}: upstream's {stamp[1]} is now {found}; compare, adapt, and set the new hash")


def generate(source: Path, package: Path) -> None:
    """Write the package of one contract; what the folder held is gone afterwards.

    Raises:
        SystemExit: A template is out of date, or the generator has a warning.
        Refusal: The contract can't be expressed; it says where, and what to write.
    """
    (found,) = check_all([source])
    shutil.rmtree(package, ignore_errors=True)
    write(found, package, HERE / "templates")
    tidy(package)


def check_all(sources: list[Path]) -> list[Examined]:
    """Check contracts before anything is written.

    Raises:
        SystemExit: A template is out of date.
        Refusal: Something can't be expressed: all of it, a line each.
    """
    check_templates(HERE / "templates")
    examined = [examine(source, config(source, source)) for source in sources]
    refuse([source for source, _ in examined])
    return [found for _, found in examined if found]


def generate_all(folder: Path, target: Path) -> None:
    """Write the packages of all contracts of a folder, and nothing else, into an empty one."""
    write_all(check_all(contracts(folder)), target)


def write_all(checked: list[Examined], target: Path) -> None:
    """Write the packages of contracts that were checked into an empty folder."""
    for found in checked:
        write(found, target / found.source.path.stem, HERE / "templates")
    tidy(target)
    (target / "py.typed").touch()
    (target / "__init__.py").write_text(
        HEADER.format(name="*.yaml")
        + '"""The prompt platforms as their contracts have them: models, operations, resources."""\n',
        encoding="utf-8",
    )


def differences(one: Path, other: Path) -> list[str]:
    """The files that two folders do not share, byte for byte."""
    names = {
        found.relative_to(root).as_posix()
        for root in (one, other)
        for found in root.rglob("*")
        if found.is_file() and "__pycache__" not in found.parts
    }
    return sorted(
        name
        for name in names
        if not (one / name).exists()
        or not (other / name).exists()
        or not filecmp.cmp(one / name, other / name, shallow=False)
    )


def main(arguments: list[str]) -> None:
    """Make all packages, and then write what has changed, or compare.

    Raises:
        SystemExit: A contract was refused, and nothing was written; or, with `--check`, there is a difference.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--contracts", type=Path, default=HERE, metavar="FOLDER", help="where the contracts are")
    parser.add_argument("--to", type=Path, default=HERE.parent / "generated", metavar="FOLDER", help="what to write")
    given = parser.parse_args(arguments)
    target: Path = given.to / PACKAGE
    if not given.check:
        swap.recover(target)
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / PACKAGE
        fresh.mkdir()
        try:
            generate_all(given.contracts, fresh)
        except Refusal as refused:
            raise SystemExit(str(refused)) from None
        changed = differences(target, fresh)
        if given.check and changed:
            raise SystemExit(f"{given.to} is not what the contracts make; run `nox -s generate`: {', '.join(changed)}")
        if changed:
            swap.replace(target, fresh)
    print(
        f"{given.to}: {len(changed)} files written or removed" if changed else f"{given.to} is what the contracts make"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
