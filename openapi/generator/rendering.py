"""The files of a package: the pinned generator with our templates, which see all of a contract, and its style by ruff."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import openapi_python_client as upstream
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from openapi_python_client.config import Config, ConfigFile, MetaType

from . import compared, contract
from .aliases import aliases
from .arguments import signature
from .examine import Examined
from .fields import fields
from .history import releases
from .keys import keys
from .notices import deprecated, described, failures
from .operations import page, values
from .overloads import accepting
from .parsed import refusal
from .places import Refusal
from .quoting import class_identifier, guard, identifier, literal, qualified, text

OPTIONS = ConfigFile.load_from_path(Path(__file__).parents[2] / "generator-config.yaml")
HEADER = "# Made by `nox -s generate` from openapi/{name}: change the contract or a template, never this file.\n"


class Compiled(BytecodeCache):
    """The templates as Python: compiled once, however many contracts there are."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is known."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


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


def _check_python(source: str, name: str) -> None:
    try:
        compile(source, name, "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        raise Refusal(f"{name} would be no Python ({problem}): tell the maintainers what was written") from None


def config(source: Path, package: Path) -> Config:
    """How the generator is to read a contract, and where it writes."""
    return Config.from_sources(OPTIONS, MetaType.NONE, source, "utf-8", True, package)


def write(found: Examined, package: Path, templates: Path) -> None:
    """Write the package of one contract, which `tidy` then gives its style.

    Args:
        found: The contract.
        package: A folder that is not there yet.
        templates: The folder of our overrides.

    Raises:
        Refusal: A template made something that is no Python.
    """
    options = config(found.source.path, package)
    project = Project(openapi=found.data, config=options, custom_template_path=templates)
    project.source = found.source.path.name
    project.env.finalize = guard  # nothing is printed but what `quoting` made
    project.env.globals.update(
        view=found.view, classes=found.classes, fields=fields, keys=keys, page=page, values=values, signature=signature,
        qualified=qualified, literal=literal, text=text, identifier=identifier, class_identifier=class_identifier,
        described=described, described_fields=compared.fields, failures=failures, deprecated=deprecated, accepting=accepting,
        aliases=aliases, releases=releases,
    )  # fmt: skip
    project.env.bytecode_cache = COMPILED
    with redirect_stdout(sys.stderr):
        errors = project.build()
    if errors:
        raise refusal(errors[0])
    (package / "contract.json").write_text(contract.packed(found.document), encoding="utf-8")


def tidy(folder: Path) -> None:
    """Give all that was written its style: the commands of `generator-config.yaml`.

    Raises:
        Refusal: One of them failed.
    """
    found = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # for ruff
    for command in OPTIONS.post_hooks or []:
        name, *arguments = command.split()
        done = subprocess.run([shutil.which(name, path=found) or name, *arguments],
                              cwd=folder, capture_output=True, text=True, check=False)  # fmt: skip
        if done.returncode:
            raise Refusal(f"{name} failed: {' '.join((done.stderr or done.stdout).split())}")
