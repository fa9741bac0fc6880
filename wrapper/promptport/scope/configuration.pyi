# Made from wrapper/promptport/scope/configuration.py by `python tools/stubs.py`: change that file, never this one.
from .config import Configuration as Configuration

__all__ = [
    "Configuration",
]
