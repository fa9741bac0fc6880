"""The clients of xR2, under the name that `xr2_sdk.client` has for them."""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async.client import AsyncxR2Client as AsyncxR2Client
    from ._sync.client import xR2Client as xR2Client
else:
    __all__, __getattr__ = lazy(__name__, {"._async.client": ["AsyncxR2Client"], "._sync.client": ["xR2Client"]})
