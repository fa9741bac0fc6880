"""Which releases of a package there are on PyPI."""

from __future__ import annotations

from typing import NamedTuple

import httpx

from tools.vendors.as_of import number

ADDRESS = "https://pypi.org/pypi/{}/json"
SECONDS = 30


class LookupFailed(Exception):
    """The releases of a package can't be looked up; the text says why, and what to do."""


class Published(NamedTuple):
    """What PyPI has of a package.

    Attributes:
        newest: The newest release that is no preview, and was not withdrawn.
        releases: All such releases, the oldest first.
    """

    newest: str
    releases: tuple[str, ...]


def published(package: str, transport: httpx.BaseTransport | None = None) -> Published:
    """Ask PyPI for the releases of a package.

    Args:
        package: The package's name.
        transport: What is asked in place of the network.

    Raises:
        LookupFailed: There is no network, or no such package.
    """
    instead = f"give the release yourself: {package}==RELEASE"
    try:
        with httpx.Client(transport=transport, timeout=SECONDS, follow_redirects=True) as client:
            answer = client.get(ADDRESS.format(package))
        if answer.status_code == 404:
            raise LookupFailed(f"PyPI has no package {package}: correct the contract's x-package.")
        answer.raise_for_status()
        found = answer.json()
        files = {release: each for release, each in found["releases"].items() if each and _final(release)}
        kept = [release for release, each in files.items() if not all(file.get("yanked") for file in each)]
        return Published(str(found["info"]["version"]), tuple(sorted(kept, key=number)))
    except httpx.HTTPError as error:
        what = str(error) or type(error).__name__
        raise LookupFailed(f"PyPI can't be asked for the newest release of {package} ({what}): {instead}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LookupFailed(f"PyPI's answer on {package} can't be read: {instead}") from error


def _final(release: str) -> bool:
    """Whether a release is no preview."""
    return release.replace(".", "").isdigit()
