# Made from wrapper/promptport/testing/__init__.py by `python tools/stubs.py`: change that file, never this one.
from ..http.clock import later as later
from ..http.clock import without_waiting as without_waiting
from .platform import Platform as Platform
from .proxy import Fault as Fault
from .proxy import FaultProxy as FaultProxy
from .suite import PlatformSuite as PlatformSuite
from .variants import Example as Example

__all__ = [
    "Example",
    "Fault",
    "FaultProxy",
    "Platform",
    "PlatformSuite",
    "later",
    "without_waiting",
]
