"""All that can be told of a release without knowing it: its surface, and what each of its methods sends and reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.vendors.growing import grown
from tools.vendors.installed import FOLDER, installed
from tools.vendors.recording import Answer, RecordingServer
from tools.vendors.samples import Samples
from tools.vendors.vendor import Vendor, VendorError

# Modules that no program imports, and what stays out of our contracts on purpose.
SKIPPED: Mapping[str, tuple[str, ...]] = {"promptic-sdk": ("promptic_sdk.agent_gym", "promptic_sdk.cli")}
_SECONDS = 20


def recorded(package: str, release: str, skipped: Sequence[str] | None = None, folder: Path = FOLDER) -> dict[str, Any]:
    """Record a release: install it, look at it, and call every method of its clients against a server of ours.

    Args:
        package: The package's name on PyPI.
        release: The release.
        skipped: Modules of it that are left alone, by default those that are no part of a contract.
        folder: Where releases are installed.

    Returns:
        A recording, as `tools/vendors/__init__.py` describes it.

    Raises:
        InstallError: It can't be installed.
        VendorError: It can't be looked at.
    """
    home = installed(package, release, folder)
    left = tuple(SKIPPED.get(package, ()) if skipped is None else skipped)
    with Vendor(package, home, skipped=left, seconds=_SECONDS) as vendor, RecordingServer() as server:
        surface = vendor.surface()
        made = [name for name, each in surface["clients"].items() if "failed" not in each]
        twins = {name.replace("Async", "") for name in made}
        for name, each in surface["clients"].items():
            # One beside the clients is left alone. Of one of the two the other would say that nothing differs.
            if "failed" in each and (not made or name.replace("Async", "") in twins):
                raise VendorError(f"{name} can't be made of a key and an address: {each['failed']}. Look yourself.")
        calls = [call for name in made for call in _calls(vendor, server, surface, name)]
    top = next(iter(surface["modules"]))
    return {"package": package, "release": release, "import": top, "surface": surface, "calls": calls}


def _calls(vendor: Vendor, server: RecordingServer, surface: dict[str, Any], client: str) -> Iterator[dict[str, Any]]:
    samples = Samples(surface["types"])
    vendor.client(client, client, server.url)
    closing = ("close", "aclose", "shutdown")
    for method, signature in surface["clients"][client]["methods"].items():
        if method in closing:
            continue
        for positional, arguments in samples.calls(signature):

            def ask(
                answer: Any, method: str = method, positional: list[Any] = positional, arguments: Any = arguments
            ) -> dict[str, Any]:
                server.answer = Answer(body=json.dumps(answer).encode())
                server.taken()
                try:
                    return vendor.call(client, method, *positional, **arguments)
                except VendorError as error:
                    return {
                        "raised": {"type": "VendorError", "text": str(error), "fields": {}},
                        "read": {},
                        "warned": [],
                    }

            answered = grown(ask)
            reply = ask(answered)
            yield {
                "client": client,
                "method": method,
                "positional": positional,
                "arguments": arguments,
                "requests": [each.json() for each in server.taken()],
                **reply,
                "answered": answered,
            }
