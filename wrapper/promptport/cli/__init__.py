"""The command `promptport`. It needs the extra `cli`: `pip install "promptport[cli]"`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command, and end the process with its exit code."""
    try:
        from .app import app
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("promptport"):
            raise
        sys.exit(f"The command needs {error.name}, which is not installed: pip install 'promptport[cli]'")
    app()
