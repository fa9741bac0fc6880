# Made from wrapper/promptport/scope/resources/__init__.py by `python tools/stubs.py`: change that file, never this one.
from ..models import PromptVersion as PromptVersion
from ..models import Resource as Resource

__all__ = [
    "PromptVersion",
    "Resource",
]
