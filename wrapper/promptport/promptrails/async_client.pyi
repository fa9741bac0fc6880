# Made from wrapper/promptport/promptrails/async_client.py by `python tools/stubs.py`: change that file, never this one.
from ._async.client import AsyncPromptRails as AsyncPromptRails

__all__ = [
    "AsyncPromptRails",
]
