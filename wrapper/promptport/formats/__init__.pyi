# Made from wrapper/promptport/formats/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .importing import Imported as Imported
from .importing import Result as Result
from .importing import import_files as import_files
from .reading import FORMATS as FORMATS
from .reading import format_of as format_of

__all__ = [
    "FORMATS",
    "Imported",
    "Result",
    "format_of",
    "import_files",
]
