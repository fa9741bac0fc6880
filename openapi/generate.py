"""Make `generated/` from the contracts: the pinned openapi-python-client with our templates, which see all of a contract."""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import contract
import openapi_python_client as upstream
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from python_view import View, docstring, qualified

HERE = Path(__file__).parent
HEADER = "# Made by `nox -s generate` from openapi/{name}: change the contract or a template, never this file.\n"
STAMP = re.compile(r"upstream: (\S+) sha256:([0-9a-f]{64})")


class Project(upstream.Project):
    """The generator's project, without what it writes for an HTTP client of its own."""

    source: str

    def _run_post_hooks(self) -> None:
        (self.package_dir / "types.py").unlink()
        for path in sorted(self.package_dir.rglob("*.py")):
            if not path.read_text(encoding="utf-8").strip():
                path.unlink()
                continue
            path.write_text(HEADER.format(name=self.source) + path.read_text(encoding="utf-8"), encoding="utf-8")
        os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # for ruff
        super()._run_post_hooks()


def contracts() -> list[Path]:
    """The contracts: every document in the folder."""
    return sorted(HERE.glob("*.yaml"))


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


def simplified(node: Any) -> Any:
    """The contract for the generator's own parser, which would make a class of every enumeration and of every plain dict."""
    if isinstance(node, dict):
        if node.get("type") == "object" and "properties" not in node:
            return {}
        kept = {key: each for key, each in node.items() if key not in contract.METHODS or not contract.hidden(each)}
        return {key: simplified(value) for key, value in kept.items() if key != "enum" or not isinstance(value, list)}
    return [simplified(each) for each in node] if isinstance(node, list) else node


def generate(source: Path, package: Path) -> None:
    """Write the package of one contract; what the folder held is gone afterwards.

    Raises:
        SystemExit: A template is out of date, or the generator has a warning.
    """
    check_templates(HERE / "templates")
    document = contract.load(source)
    shutil.rmtree(package, ignore_errors=True)
    options = ConfigFile.load_from_path(HERE.parent / "generator-config.yaml")
    config = Config.from_sources(options, MetaType.NONE, source, "utf-8", True, package)
    data = GeneratorData.from_dict(simplified(document), config=config)
    if isinstance(data, GeneratorError):
        raise SystemExit(f"{source.name}: {data.header} {data.detail}")
    view = View(document)
    data.models = [model for model in data.models if model.class_info.name in view.used]
    project = Project(openapi=data, config=config, custom_template_path=HERE / "templates")
    project.source = source.name
    project.env.globals.update(view=view, qualified=qualified, name=package.name)
    project.env.filters["doc"] = docstring
    if errors := project.build():
        raise SystemExit("\n".join(f"{source.name}: {each.header} {each.detail}" for each in errors))
    (package / "contract.json").write_text(contract.packed(document), encoding="utf-8")
    (package.parent / "py.typed").touch()
    (package.parent / "__init__.py").write_text(
        HEADER.format(name="*.yaml")
        + '"""The prompt platforms as their contracts have them: models, operations, resources."""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--to", type=Path, default=HERE.parent / "generated", help="the folder to write")
    target = arguments.parse_args().to / "promptport_api"
    for each in contracts():
        generate(each, target / each.stem)
