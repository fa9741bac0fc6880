# Made from wrapper/promptport/scope/resources/prompt_version.py by `python tools/stubs.py`: change that file, never this one.
from ..models import PromptVersion as PromptVersion

__all__ = [
    "PromptVersion",
]
