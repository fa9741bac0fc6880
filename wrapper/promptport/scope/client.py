"""The client of Scope, under the name that `scope_client.client` has for it.

`scope_client.client()` is a function, too: when this module has been imported, it can be called as that one.
"""

import sys

from .._lazy import lazy
from ._callable import CallableModule

__all__, __getattr__ = lazy(__name__, {"._async.client": ["AsyncScopeClient"], "._sync.client": ["ScopeClient"]})
sys.modules[__name__].__class__ = CallableModule.of(".process", "client")
