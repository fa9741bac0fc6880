"""The local platform: the checked-in contracts, served on one machine.

It lets anybody try, develop and test without an account: `promptport serve` and `promptport.testing` start it, and
`Client("local:xr2")` talks to it. It validates against the contract what comes in and what goes out, and keeps state.

    from promptport_local import Server

    with Server() as server:
        print(server.url("xr2"))

It needs the extra `local` (starlette, uvicorn, jsonschema, referencing, opentelemetry-proto), which is imported when
`Server` is first named. It imports nothing of promptport but the contracts: what judges the client shares no code with it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from promptport_local.errors import CannotListen, DataError, LocalError, PortInUse, PromptError
    from promptport_local.request_log import LoggedRequest, Violation
    from promptport_local.server import Server
    from promptport_local.vendor import VendorServer

__all__ = [
    "CannotListen",
    "DataError",
    "LocalError",
    "LoggedRequest",
    "PortInUse",
    "PromptError",
    "Server",
    "VendorServer",
    "Violation",
]

_HOMES = {
    "CannotListen": "errors",
    "DataError": "errors",
    "LocalError": "errors",
    "LoggedRequest": "request_log",
    "PortInUse": "errors",
    "PromptError": "errors",
    "Server": "server",
    "VendorServer": "vendor",
    "Violation": "request_log",
}

if not TYPE_CHECKING:

    def __getattr__(name):
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
