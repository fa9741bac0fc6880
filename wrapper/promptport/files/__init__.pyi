# Made from wrapper/promptport/files/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .errors import Problem as Problem
from .errors import PromptFileError as PromptFileError
from .export import export as export
from .folder import Folder as Folder
from .folder import PromptVersions as PromptVersions
from .prompt_file import PromptFile as PromptFile

__all__ = [
    "Folder",
    "Problem",
    "PromptFile",
    "PromptFileError",
    "PromptVersions",
    "export",
]
