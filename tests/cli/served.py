"""Runs the command in this process, against a local platform that the environment names."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from promptport.cli.app import app
from promptport.testing import Platform


def use(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the environment name a platform and its key, as a person's would."""
    monkeypatch.setenv("PROMPTPORT_SOURCE", "xr2")
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))


def run(*arguments: str, say: str | None = None) -> tuple[int, str, str]:
    """Run the command; its exit code, and what it says on stdout and stderr."""
    done = CliRunner().invoke(app, arguments, input=say, prog_name="promptport")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr
