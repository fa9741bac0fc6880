"""Prompts of other formats, read as prompt files: what `promptport prompts import` does.

`docs/import.md` says what becomes of each format.
"""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        ".importing": ["Imported", "Result", "import_files"],
        ".reading": ["FORMATS", "format_of"],
    },
)
