# Made from wrapper/promptport/scope/client.py by `python tools/stubs.py`: change that file, never this one.
from ._async.client import AsyncScopeClient as AsyncScopeClient
from ._sync.client import ScopeClient as ScopeClient

__all__ = [
    "AsyncScopeClient",
    "ScopeClient",
]
