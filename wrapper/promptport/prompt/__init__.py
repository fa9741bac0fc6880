"""A prompt of any platform, its template, and what it becomes when values are put in."""

from .._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .message import Message as Message
    from .origin import Origin as Origin
    from .prompt import Prompt as Prompt
    from .prompt import RenderedPrompt as RenderedPrompt
    from .template import Template as Template
    from .values import RenderError as RenderError
else:
    __all__, __getattr__ = lazy(
        __name__,
        {
            ".message": ["Message"],
            ".origin": ["Origin"],
            ".prompt": ["Prompt", "RenderedPrompt"],
            ".template": ["Template"],
            ".values": ["RenderError"],
        },
    )
