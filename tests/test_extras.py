"""Proves that whatever an install without extras lacks is told with what to install, wherever it is used."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from promptport import ConfigurationError
from promptport.extras import MissingExtra, missing_extra

BARE = """
import sys
BLOCKED = {"jsonschema", "mcp", "opentelemetry", "redis", "referencing", "rich", "starlette", "typer", "uvicorn", "yaml"}
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
"""
USES = {
    "from promptport.testing import Platform": "local",
    "from promptport.testing import PlatformSuite; from promptport_local import Server": "local",
    "import promptport; promptport.Client('local:xr2')": "local",
    "import promptport.cache.redis": "redis",
    "import promptport; promptport.Client('xr2', api_key='k', telemetry=True)": "otel",
    "import promptport.promptic; promptport.promptic.init(api_key='k')": "otel",
    "import sys; sys.argv[1:] = ['list']; import promptport.cli; promptport.cli.main()": "cli",
}
COMMANDS = """
import os, pathlib
BLOCKED -= {"typer"}
sys.stderr = sys.stdout
pathlib.Path("a.prompt").write_text("---\\nmodel: x\\n---\\nHi")
from promptport.cli import main
for arguments in (["mcp", "files:."], ["prompts", "import", "a.prompt", "--to", "here"]):
    sys.argv[1:] = arguments
    try: main()
    except SystemExit as ended: assert ended.code == 1
"""


@pytest.mark.one_python("what is not installed is the same on each")
def test_what_to_install_is_told(tmp_path: Path) -> None:
    """In one line, by an error that is an `ImportError`; the command ends with exit code 1."""
    tries = "\n".join(
        f"try: exec({use!r})\nexcept (ImportError, SystemExit) as error: print(error)\nelse: print('nothing')"
        for use in USES
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{BARE}{tries}\n{COMMANDS}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    extras = {**USES, "promptport mcp": "cli,mcp", "promptport prompts import": "cli"}
    said = dict(zip(extras, done.stdout.splitlines(), strict=True))
    for use, extra in extras.items():
        assert said[use].endswith(f'which is not installed: pip install "promptport[{extra}]"'), use
        assert "o module named" not in said[use]


def test_the_error_is_one_of_ours() -> None:
    """It is what each place documents, tells the module, and can be pickled."""
    made = missing_extra(ModuleNotFoundError("No module named 'redis'", name="redis"), "redis", "A cache in Redis")
    assert isinstance(made, ConfigurationError)
    assert isinstance(made, ImportError)
    again = pickle.loads(pickle.dumps(made))
    assert (type(again), str(again), again.name) == (MissingExtra, str(made), "redis")


def test_a_fault_of_ours_is_no_missing_extra() -> None:
    error = ImportError("cannot import name 'x' from 'promptport.y'", name="promptport.y")
    with pytest.raises(ImportError) as raised:
        missing_extra(error, "cli", "The command")
    assert raised.value is error
