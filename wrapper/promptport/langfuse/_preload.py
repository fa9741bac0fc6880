"""Loads every operation and every model, for clients for asyncio: within a call an import would hold up the event loop."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from promptport_api.langfuse import api, models

for each in iter_modules(api.__path__, f"{api.__name__}."):
    import_module(each.name)
for name in models.__all__:
    getattr(models, name)
