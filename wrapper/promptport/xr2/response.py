"""What a call of xR2 answers."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from ..model import Result

T_co = TypeVar("T_co", covariant=True)


class Response(Result[T_co]):
    """The outcome of a call as a value: true where it succeeded.

    Attributes:
        data: The answer; None where the call failed.
        error: What went wrong, and what to do about it, as a text; None where nothing did.
        status_code: The HTTP status; 0 where there was no answer, or none that could be read.
        ok: Whether the call succeeded.
        exception: The exception that `unwrap` raises; None where nothing went wrong.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """`{"ok": True, "data": ...}` with documented names and null, or `{"ok": False, "error": ..., "status_code": ...}`."""
        if not self.ok:
            return {"ok": False, "error": self.error, "status_code": self.status_code}
        dump = getattr(self.data, "model_dump", None)
        return {"ok": True, "data": str(self.data) if dump is None else dump(mode="json")}

    def __repr__(self) -> str:
        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False, default=str)
