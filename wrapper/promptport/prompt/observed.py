"""A prompt whose rendering is watched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from attrs import fields, frozen

from .prompt import Prompt, RenderedPrompt

PARTS: tuple[tuple[Any, str], ...] = tuple((each.alias, each.name) for each in fields(Prompt))
Watch = Callable[[Prompt, object, Mapping[str, object]], AbstractContextManager[object]]


@frozen(eq=False, repr=False)
class ObservedPrompt(Prompt):
    """A prompt that says when it is rendered; in every other way it is the prompt.

    Attributes:
        watch: Makes a block around each rendering, of the prompt and of what it is given. It is a function of a module, so that
            the prompt can be pickled.
    """

    watch: Watch | None = None

    def render(self, values: Mapping[str, object] | None = None, /, **variables: object) -> RenderedPrompt:
        """Put values in, as every prompt does; see `Prompt.render`."""
        if self.watch is None:
            return Prompt.render(self, values, **variables)
        with self.watch(self, values, variables):
            return Prompt.render(self, values, **variables)


def observed(prompt: Prompt, watch: Watch) -> ObservedPrompt:
    """A prompt, watched.

    Args:
        prompt: The prompt.
        watch: Makes a block around each rendering.
    """
    return ObservedPrompt(**{alias: getattr(prompt, name) for alias, name in PARTS}, watch=watch)
