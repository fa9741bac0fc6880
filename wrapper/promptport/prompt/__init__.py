"""A prompt of any platform, its template, and what it becomes when values are put in."""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .prompt import Message as Message
    from .prompt import Origin as Origin
    from .prompt import Prompt as Prompt
    from .prompt import RenderedPrompt as RenderedPrompt
    from .template import RenderError as RenderError
    from .template import Template as Template
else:
    __all__, __getattr__ = lazy(
        __name__,
        {".prompt": ["Message", "Origin", "Prompt", "RenderedPrompt"], ".template": ["RenderError", "Template"]},
    )
