# Made from wrapper/promptport/files/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .conversion import file_of as file_of
from .conversion import version_of as version_of
from .errors import Problem as Problem
from .errors import PromptFileError as PromptFileError
from .export import export as export
from .folder import Folder as Folder
from .folder import PromptVersions as PromptVersions
from .prompt_file import PromptFile as PromptFile
from .prompt_file import read_prompt_file as read_prompt_file
from .writing import write_prompt_file as write_prompt_file

__all__ = [
    "Folder",
    "Problem",
    "PromptFile",
    "PromptFileError",
    "PromptVersions",
    "export",
    "file_of",
    "read_prompt_file",
    "version_of",
    "write_prompt_file",
]
