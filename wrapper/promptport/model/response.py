"""The outcome of a call as a value."""

from __future__ import annotations

import json
from typing import Any, Generic, TypeVar

from .model import plain

T_co = TypeVar("T_co", covariant=True)


class Result(Generic[T_co]):
    """The outcome of a call as a value, for platforms whose documented client does not raise.

    Not an attrs class: a client needs this one at once, attrs (12 ms to import) only when a model is read.

    Attributes:
        data: The answer; None where the call failed.
        error: What went wrong, as a text; None where nothing did.
        status_code: The HTTP status; 0 where there was no answer, or none that could be read.
        ok: Whether the call succeeded.
        exception: The exception that `unwrap` raises; None where nothing went wrong.
    """

    # Everything but the exception is in `vars`, by which FastAPI and others write an object that they don't know.
    __slots__ = ("__dict__", "__weakref__", "exception")

    def __init__(
        self,
        data: T_co | None = None,
        error: str | None = None,
        status_code: int = 200,
        exception: Exception | None = None,
    ) -> None:
        self.data, self.error = data, error
        self.status_code, self.exception = status_code, exception
        self.ok = error is None

    def __bool__(self) -> bool:
        return self.ok

    def unwrap(self) -> T_co:
        """The answer, for those who prefer exceptions.

        Raises:
            Exception: The error of the call, of the platform's own classes.
        """
        if self.exception is not None:
            raise self.exception
        if self.error is not None:
            raise RuntimeError(self.error)
        return self.data  # type: ignore[return-value] # a success of an operation without an answer holds None

    def to_dict(self) -> dict[str, Any]:
        """`{"ok": True, "data": ...}`, or `{"ok": False, "error": ..., "status_code": ...}`."""
        if not self.ok:
            return {"ok": False, "error": self.error, "status_code": self.status_code}
        return {"ok": True, "data": plain(self.data)}

    def __repr__(self) -> str:
        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False, default=str)
