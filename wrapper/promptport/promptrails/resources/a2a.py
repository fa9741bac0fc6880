"""The resource `a2a`, under the names that `promptrails.resources.a2a` has for it."""

from .._async.a2a import AsyncA2A as AsyncA2AResource
from .._sync.a2a import A2A as A2AResource  # noqa: N811 # an abbreviation, no constant

__all__ = ["A2AResource", "AsyncA2AResource"]
