# Made from wrapper/promptport/xr2/client.py by `python tools/stubs.py`: change that file, never this one.
from ._async.client import AsyncxR2Client as AsyncxR2Client
from ._sync.client import xR2Client as xR2Client

__all__ = [
    "AsyncxR2Client",
    "xR2Client",
]
