# Made from wrapper/promptport/promptic/client.py by `python tools/stubs.py`: change that file, never this one.
from ._async.client import AsyncPrompticClient as AsyncPrompticClient
from ._sync.client import PrompticClient as PrompticClient
from .errors import PrompticAPIError as PrompticAPIError

__all__ = [
    "AsyncPrompticClient",
    "PrompticAPIError",
    "PrompticClient",
]
