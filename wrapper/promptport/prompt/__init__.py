"""A prompt of any platform, its template, and what it becomes when values are put in."""

from .._lazy import lazy

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
