# Made from wrapper/promptport/promptrails/client.py by `python tools/stubs.py`: change that file, never this one.
from ._sync.client import PromptRails as PromptRails

__all__ = [
    "PromptRails",
]
