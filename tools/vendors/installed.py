"""A vendor's package of one release, with what it needs, in a folder of its own below `.nox/`."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock

# Not `.nox/vendors`, which is the environment of the session.
FOLDER = Path(__file__).parents[2] / ".nox" / "vendor-packages"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SECONDS = 600


class InstallError(Exception):
    """A release can't be installed; the text says why, and what to do."""


def installed(package: str, release: str, folder: Path = FOLDER) -> Path:
    """Install a release, unless it is there. It stays from run to run, and processes at the same time install it once.

    Args:
        package: The package's name on PyPI.
        release: The release, such as `0.9.2`.
        folder: Where such folders lie.

    Returns:
        The folder with the package and all that it needs, for this Python.

    Raises:
        InstallError: There is no such release, or no network.
    """
    found = place(package, release, folder)
    if found.is_dir():
        return found
    home = found.parent
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / f"{found.name}.lock"):
        if not found.is_dir():
            # Made beside it and renamed, so that one which broke off is never taken for one that is whole.
            made = Path(tempfile.mkdtemp(prefix=f".{found.name}-", dir=home))
            try:
                _install(f"{package}=={release}", made)
                made.chmod(0o755)
                made.rename(found)
            finally:
                shutil.rmtree(made, ignore_errors=True)
    return found


def place(package: str, release: str, folder: Path = FOLDER) -> Path:
    """Where a release belongs, whether it is there or not.

    Raises:
        InstallError: That names no release.
    """
    if not (_NAME.fullmatch(package) and re.fullmatch(r"[0-9][A-Za-z0-9.!+]*", release)):
        raise InstallError(
            f"{package}=={release} names no release: write PACKAGE==RELEASE, such as promptrails==0.9.2."
        )
    # What is compiled is compiled for one Python.
    return folder / str(sys.implementation.cache_tag) / f"{package}-{release}"


def _install(wanted: str, folder: Path) -> None:
    command = [*_installer(), "--quiet", "--target", str(folder), wanted]
    try:
        ended = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise InstallError(
            f"{wanted} was not installed within {_SECONDS // 60} minutes. Is there a network?"
        ) from error
    if ended.returncode:
        said = "\n".join((ended.stderr + ended.stdout).strip().splitlines()[-6:])
        raise InstallError(
            f"{wanted} can't be installed. It comes from PyPI: is there a network, and this release?\n{said}"
        )


def _installer() -> list[str]:
    """uv, if there is one, else pip; both install for this Python."""
    uv = shutil.which("uv", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if uv:
        return [uv, "pip", "install", "--python", sys.executable]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "install", "--no-input"]
    pip = shutil.which("pip") or shutil.which("pip3")
    if pip:
        return [pip, "--python", sys.executable, "install", "--no-input"]
    raise InstallError("There is neither uv nor pip: `pip install uv`.")
