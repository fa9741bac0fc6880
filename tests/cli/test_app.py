"""Proves the usual courtesies of the command."""

from __future__ import annotations

from .commands import run


def test_version_and_help() -> None:
    """The usual courtesies."""
    assert run("--version").stdout.startswith("promptport ")
    assert "serve" in run("--help").stdout
    assert run("sevre").returncode == 2
