"""Make `generated/` from the contracts: the pinned openapi-python-client with our templates, which see all of a contract."""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import os
import re
import shutil
import sys
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import contract
import openapi_python_client as upstream
import swap
from arguments import signature
from examine import Examined, examine
from fields import fields
from keys import keys
from openapi_python_client.config import Config, ConfigFile, MetaType
from operations import page, values
from parsed import refusal
from places import Refusal
from prose import described
from quoting import class_identifier, guard, identifier, literal, qualified, text
from source import refuse
from told import deprecated, failures

HERE = Path(__file__).parent
PACKAGE = "promptport_api"
HEADER = "# Made by `nox -s generate` from openapi/{name}: change the contract or a template, never this file.\n"
STAMP = re.compile(r"upstream: (\S+) sha256:([0-9a-f]{64})")


class Project(upstream.Project):
    """The generator's project, without what it writes for an HTTP client of its own."""

    source: str

    def _run_post_hooks(self) -> None:
        (self.package_dir / "types.py").unlink()
        for written in sorted(self.package_dir.rglob("*.py")):
            if not written.read_text(encoding="utf-8").strip():
                written.unlink()
                continue
            source = HEADER.format(name=self.source) + written.read_text(encoding="utf-8")
            _check_python(source, written.name)
            written.write_text(source, encoding="utf-8")
        os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # for ruff
        super()._run_post_hooks()


def _check_python(source: str, name: str) -> None:
    try:
        compile(source, name, "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        raise Refusal(f"{name} would be no Python ({problem}): tell the maintainers what was written") from None


def contracts(folder: Path = HERE) -> list[Path]:
    """The contracts of a folder: every document in it. An overlay is a part of the document beside it."""
    return sorted(each for each in folder.glob("*.yaml") if not each.name.endswith(".overlay.yaml"))


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
    _write(found, package)


def check_all(sources: list[Path]) -> list[Examined]:
    """Check contracts before anything is written.

    Raises:
        SystemExit: A template is out of date.
        Refusal: Something can't be expressed: all of it, a line each.
    """
    check_templates(HERE / "templates")
    options = ConfigFile.load_from_path(HERE.parent / "generator-config.yaml")
    examined = [
        examine(source, Config.from_sources(options, MetaType.NONE, source, "utf-8", True, source))
        for source in sources
    ]
    refuse([source for source, _ in examined])
    return [found for _, found in examined if found]


def _write(found: Examined, package: Path) -> None:
    options = ConfigFile.load_from_path(HERE.parent / "generator-config.yaml")
    config = Config.from_sources(options, MetaType.NONE, found.source.path, "utf-8", True, package)
    project = Project(openapi=found.data, config=config, custom_template_path=HERE / "templates")
    project.source = found.source.path.name
    project.env.finalize = guard  # nothing is printed but what `quoting` made
    project.env.globals.update(
        view=found.view, classes=found.classes, fields=fields, keys=keys, page=page, values=values, signature=signature,
        qualified=qualified, literal=literal, text=text, identifier=identifier, class_identifier=class_identifier,
        described=described, failures=failures, deprecated=deprecated,
    )  # fmt: skip
    shutil.rmtree(package, ignore_errors=True)
    with redirect_stdout(sys.stderr):
        errors = project.build()
    if errors:
        raise refusal(errors[0])
    (package / "contract.json").write_text(contract.packed(found.document), encoding="utf-8")


def generate_all(folder: Path, target: Path) -> None:
    """Write the packages of all contracts of a folder, and nothing else, into an empty one."""
    for found in check_all(contracts(folder)):
        _write(found, target / found.source.path.stem)
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
