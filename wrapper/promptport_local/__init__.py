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

_HOMES = {
    "CannotListen": ".errors",
    "DataError": ".errors",
    "LocalError": ".errors",
    "LoggedRequest": ".request_log",
    "PlatformError": ".errors",
    "PortInUse": ".errors",
    "PromptError": ".errors",
    "ReleaseError": ".errors",
    "Server": ".server",
    "VendorServer": ".vendor",
    "Violation": ".request_log",
}
__all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    try:
        module = import_module(home, __name__)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(__name__):
            raise
        remedy = f'The local platform needs {error.name}, which is not installed: pip install "promptport[local]"'
        raise ModuleNotFoundError(remedy, name=error.name) from None
    globals()[name] = found = getattr(module, name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
