"""The public surface of a package: its modules, functions, clients with their methods, and types."""

from __future__ import annotations

import inspect
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from tools.vendors.driven import declared
from tools.vendors.driven.values import full_name

KEYS = ("api_key", "token", "access_token", "key")
ADDRESSES = ("base_url", "endpoint", "url", "host", "api_url", "server")
NO_RETRIES = ("max_retries", "total_retries", "retries")


def surface(package: str, skipped: tuple[str, ...]) -> dict[str, Any]:
    """What a package offers, as JSON; `tools/vendors/__init__.py` says how."""
    modules, unimportable = _modules(package, skipped)
    exported: dict[str, Any] = {}  # what is exported, by its first name
    for module in modules.values():
        for name in _names(module):
            each = getattr(module, name, None)
            if _is_below(_home(each), skipped):
                continue
            # Two literals of the same values are one object, and yet two types.
            known = [other for other, one in exported.items() if one is each]
            if not known or (declared.is_literal(each) and name not in [one.rpartition(".")[2] for one in known]):
                exported[f"{module.__name__}.{name}"] = each
    # Helpers of submodules take a key and an address as well; a client is what the package itself exports.
    clients = {name: each for name, each in exported.items() if name.rpartition(".")[0] == package and _is_client(each)}
    return {
        "modules": {name: _exports(module) for name, module in modules.items()},
        "unimportable": unimportable,
        "functions": {name: declared.signature(each) for name, each in exported.items() if inspect.isfunction(each)},
        "clients": {name: _client(each) for name, each in clients.items()},
        "types": _types({name: each for name, each in exported.items() if name not in clients}),
    }


def _types(exported: dict[str, Any]) -> dict[str, Any]:
    """What the types among what is exported are, and what the unions among them are of."""
    packages = {name.partition(".")[0] for name in exported}
    members = {
        full_name(one): one
        for each in exported.values()
        for one in declared.union(each)
        if inspect.isclass(one) and _home(one).partition(".")[0] in packages
    }
    found = {name: declared.declared(each) for name, each in exported.items() if not inspect.isclass(each)}
    classes = [each for each in (*exported.values(), *members.values()) if _home(each) and inspect.isclass(each)]
    found |= {full_name(each): declared.declared(each) for each in classes}
    return {name: each for name, each in found.items() if each is not None}


def _modules(package: str, skipped: tuple[str, ...]) -> tuple[dict[str, ModuleType], dict[str, str]]:
    top = import_module(package)
    found, failed = {package: top}, {}
    for each in pkgutil.walk_packages(top.__path__, f"{package}.", onerror=lambda _: None):
        name = each.name
        if any(part.startswith("_") for part in name.split(".")) or _is_below(name, skipped):
            continue
        try:
            found[name] = import_module(name)
        except Exception as error:  # an extra that is not installed
            failed[name] = f"{type(error).__name__}: {error}"
    return found, failed


def _exports(module: ModuleType) -> dict[str, Any]:
    names = _names(module)
    homes = {name: _defining(module, name) for name in names}
    return {"names": names, "homes": {name: home for name, home in homes.items() if home}}


def _defining(module: ModuleType, name: str) -> str:
    """The module that defines what another one exports; of what says nothing of that, a module below it that has it too."""
    each = getattr(module, name, None)
    if _home(each):
        return _home(each)
    below = [
        (home, other) for home, other in list(sys.modules.items()) if home.startswith(f"{module.__name__}.") and other
    ]
    return next((home for home, other in below if vars(other).get(name, module) is each), "")


def _names(module: ModuleType) -> list[str]:
    """What a module exports."""
    if hasattr(module, "__all__"):
        return sorted(module.__all__)
    top = module.__name__.partition(".")[0]
    return sorted(
        name
        for name, each in vars(module).items()
        if not name.startswith("_") and not inspect.ismodule(each) and _is_own(each, top)
    )


def _is_own(each: Any, package: str) -> bool:
    home = _home(each)
    if home:
        return home.partition(".")[0] == package
    return isinstance(each, str | int | float) or declared.is_literal(each) or bool(declared.union(each))


def _home(each: Any) -> str:
    home = getattr(each, "__module__", None)
    return home if isinstance(home, str) and (inspect.isclass(each) or inspect.isfunction(each)) else ""


def _is_below(module: str, others: tuple[str, ...]) -> bool:
    return any(f"{module}.".startswith(f"{each}.") for each in others)


def _is_client(each: Any) -> bool:
    if not inspect.isclass(each) or issubclass(each, BaseException):
        return False
    try:
        taken = set(inspect.signature(each).parameters)
    except (TypeError, ValueError):
        return False
    return bool(taken & set(KEYS)) and bool(taken & set(ADDRESSES))


def constructor(kind: type, address: str) -> dict[str, Any]:
    """Arguments with which a client can be made: a key, an address, nothing tried again."""
    taken = inspect.signature(kind).parameters
    key = next((name for name in KEYS if name in taken), None)
    given: dict[str, Any] = {key: "key"} if key else {}
    given |= dict.fromkeys([each for each in ADDRESSES if each in taken][:1], address)
    given |= {name: 0 for name in NO_RETRIES if name in taken}
    return given


def _client(kind: type) -> dict[str, Any]:
    init = declared.signature(kind)
    try:
        client = kind(**constructor(kind, "http://127.0.0.1:9"))
    except Exception as error:  # it wants more than a key and an address
        return {
            "asyncio": False,
            "init": init,
            "resources": [],
            "methods": {},
            "failed": f"{type(error).__name__}: {error}",
        }
    methods = dict(_methods(client))
    kinds = {each["kind"] for each in methods.values()}
    return {
        "asyncio": bool(kinds & {"coroutine", "async generator"}),
        "init": init,
        "resources": sorted({path.rpartition(".")[0] for path in methods} - {""}),
        "methods": methods,
    }


def _methods(found: object, path: str = "", depth: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """The methods of a client and of its resources, by path."""
    package = type(found).__module__.partition(".")[0]
    for name in dir(found):
        if name.startswith("_"):
            continue
        try:
            each = getattr(found, name)
        except Exception:  # a property that wants a connection, or more than a client
            continue
        if inspect.ismethod(each):
            yield f"{path}{name}", declared.signature(each)
        elif type(each).__module__.partition(".")[0] == package and depth < 2 and not inspect.isclass(each):
            yield from _methods(each, f"{path}{name}.", depth + 1)


def at(client: object, path: str) -> Any:
    """What stands at a path below a client."""
    for name in path.split("."):
        client = getattr(client, name)
    return client
