"""What a page, a test and a program in another process see of all platforms, in one form."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from promptport_local.local_platform import LocalPlatform

Json = dict[str, Any]

ACTS = ("publish", "labels", "ab_tests", "tokens")


def platforms(local: LocalPlatform, base_url: str) -> list[Json]:
    """What platforms are served, where, and what can be done with each.

    Args:
        local: What is served.
        base_url: The address of the server, with a slash at the end.
    """
    return [_platform(local, name, f"{base_url}{name}") for name in local.vendors]


def prompts(local: LocalPlatform, platform: str | None = None) -> list[Json]:
    """The prompts that the platforms hold, or one of them, in the order in which they came.

    Raises:
        PlatformError: There is no such platform.
    """
    names = list(local.vendors) if platform is None else [platform]
    return [
        {"platform": name, "name": each.name, "versions": [version.shown() for version in each.versions]}
        for name in names
        for each in local.vendor(name).authoring.prompts()
    ]


def tables(local: LocalPlatform) -> Json:
    """The tables of what each platform holds, by platform."""
    return {
        name: [
            {
                "title": each.title,
                "columns": list(each.columns),
                "rows": [list(row) for row in each.rows],
                "total": len(each.rows) if each.total is None else each.total,
            }
            for each in (vendor.backend.tables() if vendor.backend is not None else ())
        ]
        for name, vendor in local.vendors.items()
    }


def settings_of(platform: str, url: str) -> dict[str, str]:
    """What the environment of a client holds that talks to a platform at an address: variables, and keys of the fixture."""
    package = f"{__package__}.{platform}"
    if find_spec(package) is None:
        return {}
    module = import_module(package)
    variables: Mapping[str, str] = getattr(module, "VARIABLES", {})
    given = module.settings(url) if variables else {}
    return {variable: given[name] for name, variable in variables.items()}


def _platform(local: LocalPlatform, name: str, url: str) -> Json:
    vendor = local.vendors[name]
    authoring = vendor.authoring
    return {
        "name": name,
        "release": vendor.release.name if vendor.release else None,
        "releases": list(local.known_releases[name]),
        "base_url": url,
        "settings": settings_of(name, url),
        **{act: act not in authoring.lacks for act in ACTS},
        "label_names": None if authoring.labels is None else list(authoring.labels),
        "moved_labels": None if authoring.moved is None else list(authoring.moved),
        "lacks": dict(authoring.lacks),
    }
