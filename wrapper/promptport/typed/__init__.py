"""Prompts as functions with typed parameters: what `promptport types` writes, and what the written module stands on.

A written module imports `Renders` and its like from here, and calls `rendered`; programs import the written module. `written`
makes its text for those who want to do so without the command.
"""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        ".module": ["written"],
        ".rendering": ["Array", "Messages", "Number", "Object", "R", "Renders", "Value", "rendered"],
    },
)
