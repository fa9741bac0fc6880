"""Prompts between a platform and a folder of files: pulled, compared and pushed.

`promptport pull`, `promptport diff` and `promptport push` are these functions. They take a `promptport.Client` that is open,
print nothing, and tell how far they are by `watch`.
"""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        ".comparing": ["Comparison", "Difference", "diff"],
        ".pulling": ["frozen", "pull"],
        ".planning": ["Creation", "PushPlan", "plan_push"],
        ".pushing": ["push"],
        ".step": ["Step", "refused"],
        ".words": ["Part", "Row", "side_by_side"],
    },
)
