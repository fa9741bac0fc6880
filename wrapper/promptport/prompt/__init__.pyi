# Made from wrapper/promptport/prompt/__init__.py by `python tools/stubs.py`: change that file, never this one.
from .message import Message as Message
from .origin import Origin as Origin
from .prompt import Prompt as Prompt
from .prompt import RenderedPrompt as RenderedPrompt
from .template import Template as Template
from .values import RenderError as RenderError

__all__ = [
    "Message",
    "Origin",
    "Prompt",
    "RenderError",
    "RenderedPrompt",
    "Template",
]
