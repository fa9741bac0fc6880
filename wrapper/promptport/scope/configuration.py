"""The configuration of Scope's clients, under the name that `scope_client.configuration` has for it.

`scope_client.configuration()` is a function, too: when this module has been imported, it can be called as that one.
"""

import sys

from .._lazy import lazy
from ._callable import CallableModule

__all__, __getattr__ = lazy(__name__, {".config": ["Configuration"]})
sys.modules[__name__].__class__ = CallableModule.of(".config", "configuration")
