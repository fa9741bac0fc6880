"""Many prompts at once, as when a process starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import Error
from ...prompt.prompt import Prompt


class PrefetchError(Error):
    """Some of the prompts that were to be fetched could not be had. Its text names all of them, by what went wrong.

    Args:
        failed: What went wrong, by the prompt's name.
        prompts: What could be had all the same, by name.

    Attributes:
        failed: What went wrong, by the prompt's name: a `NotFound` or a `CallError`, as `get` would have raised it.
        prompts: What could be had all the same, by name, copies included.
    """

    def __init__(self, failed: Mapping[str, Error], prompts: Mapping[str, Prompt]) -> None:
        self.failed, self.prompts = dict(failed), dict(prompts)
        reasons: dict[str, list[str]] = {}
        for name, error in self.failed.items():
            reasons.setdefault(str(error), []).append(name)
        total = len(self.failed) + len(self.prompts)
        details = "; ".join(f"{', '.join(names)}: {reason.rstrip('.')}" for reason, names in reasons.items())
        super().__init__(f"{len(self.failed)} of {total} prompts could not be fetched. {details}.")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.failed, self.prompts), self.__dict__
