# Made from wrapper/promptport/scope/resources/base.py by `python tools/stubs.py`: change that file, never this one.
from ..models import Resource as Resource

__all__ = [
    "Resource",
]
