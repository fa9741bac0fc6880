"""The clients of xR2, under the name that `xr2_sdk.client` has for them."""

from .._lazy import lazy

__all__, __getattr__ = lazy(__name__, {"._async.client": ["AsyncxR2Client"], "._sync.client": ["xR2Client"]})
