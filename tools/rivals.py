"""The rivals that promises are measured beside: which release, and where it is by itself."""

from __future__ import annotations

from pathlib import Path

from tools.vendors.installed import FOLDER, installed

RELEASES = {
    "langfuse": "5.0.4",
    "openfeature-sdk": "0.10.0",
    "posthog": "7.91.1",
    "promptic-sdk": "1.1.0",
    "promptrails": "0.9.2",
    "xr2-sdk": "0.3.0",
}


def environment(package: str, folder: Path = FOLDER) -> dict[str, str]:
    """What a Python that is run with `-S` needs, to find a rival's package as it was published, and nothing beside it.

    Args:
        package: The rival's name on PyPI.
        folder: Where such packages are kept.

    Raises:
        InstallError: The package can't be had.
    """
    return {"PYTHONPATH": str(installed(package, RELEASES[package], folder)), "OTEL_SDK_DISABLED": ""}
