"""What `promptport doctor` says of the program and of the project file."""

from __future__ import annotations

import os
import platform
import sys

from .._version import __version__
from ..client.own import own_settings
from ..client.project import check_names
from ..errors import ConfigurationError
from ..project.file import Project, find_project
from ..project.guard import believed
from ..project.trust import VARIABLE, is_trusted
from .doctor_report import Finding

UNUSABLE = "not usable"
TELLING = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")


def program() -> Finding:
    """Which release runs on what, and which variables change how platforms are reached; by their names alone."""
    found = [each for each in sorted(os.environ) if each.upper() in TELLING or each.startswith("PROMPTPORT_")]
    data = {"version": __version__, "python": platform.python_version(), "system": sys.platform, "variables": found}
    about = f"on Python {data['python']}, {sys.platform}" + (f", with {', '.join(found)}" if found else "")
    return Finding("promptport", "good", __version__, about, data=data)


def project() -> tuple[Finding, Project | None]:
    """The nearest project file, and the one that counts."""
    try:
        nearest = find_project()
        if nearest is None:
            return Finding("project", "none", "none:", "no pyproject.toml here or above has [tool.promptport]"), None
        counts = find_project(believed=believed)
        if counts is not None:
            check_names(counts)
            own_settings(counts, {})
        trusted = is_trusted(nearest)
    except ConfigurationError as error:
        return Finding("project", "bad", UNUSABLE, "", str(error)), None
    data = {"file": str(nearest.file), "trusted": trusted}
    if counts is None or counts.file != nearest.file:
        problem = (
            f"It belongs to somebody else: run `promptport trust {nearest.file}`, or set {VARIABLE}, if you trust it."
        )
        return Finding("project", "bad", "passed over:", str(nearest.file), problem, data=data), counts
    state = "trusted" if trusted else "used, as far as it decides neither where keys go nor who is believed"
    return Finding("project", "good", f"{state}:", str(nearest.file), data=data), counts
