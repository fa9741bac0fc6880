"""Proves that what judges the client shares no code with it: the local platform imports nothing else of promptport."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import promptport_local

FOLDER = Path(promptport_local.__file__).parent
PACKAGES = {"starlette", "uvicorn", "jsonschema", "referencing", "opentelemetry.proto", "google.protobuf"}
ALLOWED = {*PACKAGES, "promptport_local", *sys.stdlib_module_names}


def test_only_the_standard_library_and_a_few_packages() -> None:
    seen: set[str] = set()
    for file in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                seen.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, file
                seen.add(node.module or "")
    strange = {name for name in seen if not ({name, name.split(".")[0]} | {".".join(name.split(".")[:2])}) & ALLOWED}
    assert strange == set()


def test_importing_it_costs_nothing_until_it_is_used() -> None:
    code = "import sys, promptport_local; print(sorted(n for n in ('starlette', 'uvicorn', 'jsonschema') if n in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
